#pragma once

#include "admin/models/device_entry.h"
#include "admin/models/device_list.h"
#include "admin/models/form_journal.h"
#include "admin/models/repeatable_command.h"
#include "ui/widgets/notice_line.h"

#include <map>

namespace simiao::admin {

/// Giving devices to desks and withdrawing them. It alone calls those use cases. What was typed for a line waits until it is
/// stored or given up, also while another line is looked at and through a restart.
class DeviceWork : public QObject
{
    Q_OBJECT

public:
    DeviceWork(sdk::Desk *desk, DeviceList *list, QObject *parent = nullptr);

    /// As typed, else as on record; nothing while no line is chosen.
    std::optional<administration::DeskDevice> values() const;
    /// What the open line is on record with.
    std::optional<administration::DeskDevice> recorded() const;
    /// Another desk is entered: desk and use are typed too.
    bool isNew() const { return m_isNew; }
    /// Something typed waits.
    bool isTyped() const { return entry() != nullptr; }
    /// Why what was typed was refused; null when it was not.
    const Error *fault() const;
    /// A question, or why something was refused; empty lead: neither.
    ui::Notice notice() const;

    void setValues(administration::DeskDevice values);
    void startNew();
    /// What was typed is given up.
    void giveUp();
    void submit();
    /// Asks; asked, it withdraws. What is withdrawn is used again at once.
    void withdraw();
    /// Nothing is withdrawn.
    void keep();

Q_SIGNALS:
    void changed();
    /// Other values than before are shown.
    void valuesChanged();
    /// What was asked for is stored, and its line is the current one.
    void saved();
    void refused();

private:
    QString openKey() const;
    const DeviceEntry *entry() const;
    DeviceEntry &openEntry();
    void restore();
    void open(bool isNew);
    void takeStored(const QString &key,
                    const administration::DeskDevice &sent,
                    const Result<administration::DeskDevice> &stored);
    void refuse(const QString &key, const Error &error);
    void takeList();
    void change(const administration::DeskDevice &device);
    void takeChange(const Result<administration::DeskDevice> &stored);
    ui::Notice question() const;
    QString faultText(const DeviceEntry &entry) const;

    sdk::Desk *m_desk;
    DeviceList *m_list;
    FormJournal m_journal;
    std::map<QString, DeviceEntry> m_entries;
    RepeatableCommand m_command; ///< of withdrawing and using again
    std::optional<Error> m_changeFault;
    bool m_isNew = false;
    bool m_isAsking = false;
    bool m_isBusy = false;
};

} // namespace simiao::admin
