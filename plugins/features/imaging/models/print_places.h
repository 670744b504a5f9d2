#pragma once

#include "document/print/printers.h"
#include "domain/administration/desk_device.h"
#include "imaging/models/print_layout.h"
#include "workflow/context.h"

#include <QObject>

#include <optional>

namespace simiao::viewer {

/// Where a page can go.
struct PrintPlace
{
    QString printer;                          ///< empty: a PDF file
    std::optional<document::PageSetup> setup; ///< paper and offset that the desk's printer is set up with

    bool isPdf() const { return printer.isEmpty(); }
    bool operator==(const PrintPlace &other) const { return printer == other.printer; }
};

/// The desk's own printer for reports first, then the others of this computer, last a file. \thread GUI
class PrintPlaces : public QObject
{
    Q_OBJECT

public:
    PrintPlaces(workflow::Context context,
                std::shared_ptr<document::Printers> printers,
                QObject *parent = nullptr);

    /// A file alone until the printers are found.
    std::vector<PrintPlace> places() const;
    bool isLooking() const { return m_isLooking; }
    /// Why no printers were found.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void takeDevices(const Result<std::vector<administration::DeskDevice>> &devices);
    void takeInstalled(const Result<QStringList> &names);

    std::shared_ptr<document::Printers> m_printers;
    std::optional<administration::DeskDevice> m_device;
    QStringList m_installed;
    bool m_isLooking = true;
    std::optional<Error> m_error;
};

} // namespace simiao::viewer
