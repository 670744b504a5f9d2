#pragma once

#include "document/print/printers.h"
#include "document/print/test_page.h"
#include "sdk/desk.h"
#include "ui/widgets/notice_line.h"

namespace simiao::admin {

/// The test page for these values, as this desk would print it now.
document::TestPage testPageOf(const administration::DeskDevice &values, const sdk::Desk &desk);

/// The printers of this computer, and test pages on them or in a file: one at a time, beside other work. Act
/// `device.manage`; the trail says so before there is a page.
class TestPrint : public QObject
{
    Q_OBJECT

public:
    TestPrint(sdk::Desk *desk, std::shared_ptr<document::Printers> printers, QObject *parent = nullptr);

    /// Empty until they are found.
    const QStringList &installed() const { return m_installed; }
    bool isRunning() const { return m_isRunning; }
    /// Why the values cannot be printed; null when they can, or were not tried.
    const Error *fault() const { return m_fault ? &*m_fault : nullptr; }
    /// What runs or came of it, else what is to be known of the printer; empty lead: nothing.
    ui::Notice notice(const std::optional<administration::DeskDevice> &values) const;

    /// Nothing for what does not print.
    void print(const administration::DeskDevice &values);
    void save(const administration::DeskDevice &values, const QString &path);
    /// Asks this computer for its printers again.
    void findPrinters();
    /// What came of the last page is of no use any more.
    void forget();

Q_SIGNALS:
    void changed();
    /// The values do not fit; fault() says why.
    void refused();

private:
    std::optional<document::TestPage> pageOf(const administration::DeskDevice &values);
    void begin(const QString &lead);
    void fail(const QString &lead, const Error &error);
    void succeed(const ui::Notice &notice);
    void takePrinters(const Result<QStringList> &names);
    ui::Notice printerNotice(const administration::DeskDevice &values) const;

    sdk::Desk *m_desk;
    std::shared_ptr<document::Printers> m_printers;
    QStringList m_installed;
    std::optional<Error> m_printersFault;
    std::optional<Error> m_fault;
    ui::Notice m_outcome;
    bool m_arePrintersKnown = false;
    bool m_isRunning = false;
};

} // namespace simiao::admin
