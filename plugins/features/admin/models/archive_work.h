#pragma once

#include "admin/models/archive_table_model.h"
#include "admin/models/form_journal.h"
#include "admin/models/repeatable_command.h"
#include "ui/widgets/notice_line.h"

#include <map>
#include <stop_token>

namespace simiao::admin {

/// The connections of this workstation to archives, worklists and film printers: typing, trying, storing them. It alone calls those use cases.
/// What was typed for a line waits until it is stored or given up, also through a restart.
class ArchiveWork : public QObject
{
    Q_OBJECT

public:
    explicit ArchiveWork(sdk::Desk *desk, QObject *parent = nullptr);
    ~ArchiveWork() override;

    ArchiveTableModel *table() const { return m_table; }
    /// False where nothing here can keep archives.
    bool isAvailable() const { return m_setup != nullptr; }

    /// The line looked at, -1: none, or a new one.
    int current() const { return m_current; }
    void choose(int row);
    /// As typed, else as stored; nothing while no line is chosen.
    std::optional<workflow::ArchiveEntry> values() const;
    bool isNew() const { return m_isNew; }
    bool isTyped() const { return m_typed.contains(openKey()); }
    bool isTesting() const { return !m_testing.isEmpty(); }
    /// Whether the line looked at is an archive, which can be offered first.
    bool isArchive() const;
    /// The field that keeps it from being stored or tried; empty: none.
    QString wrongField() const;
    /// A question, a fault, or what came of a trial, in this order.
    ui::Notice notice() const;

    void setField(const QString &field, const QString &text);
    /// Of a new one.
    void setKind(workflow::ArchiveKind kind);
    void startNew();
    void giveUp();
    void submit();
    /// Asks the peer, with what is typed.
    void test();
    void stopTest();
    /// Offers this one first, or no longer.
    void prefer();
    /// Asks; asked, it removes.
    void remove();
    void keep();
    void retranslate();

Q_SIGNALS:
    void changed();
    void saved();
    void refused();

private:
    QString openKey() const;
    void restore();
    void read();
    void show();
    void forget(const QString &key);
    void put(const workflow::ArchiveEntry &entry);
    std::optional<workflow::ArchiveEntry> typedOwn() const;
    /// Stores all lines, `entry` in the place of the open one; without it the open one is gone.
    void keepAll(std::vector<workflow::ArchiveEntry> entries, const QString &what, const QString &key);
    void takeStored(const QString &key, const workflow::ArchiveEntry &sent, const Result<void> &stored);
    void takeAnswer(const QString &key, const Result<workflow::ArchiveProof> &answer);

    sdk::Desk *m_desk;
    std::shared_ptr<workflow::ArchiveSetup> m_setup;
    ArchiveTableModel *m_table;
    FormJournal m_journal;
    std::vector<workflow::ArchiveEntry> m_entries; ///< as stored
    std::map<QString, workflow::ArchiveEntry> m_typed;
    std::map<QString, workflow::ArchiveFault> m_faults;
    std::map<QString, ArchiveTrial> m_trials;
    RepeatableCommand m_command;
    std::stop_source m_stop;
    QString m_testing; ///< key of the line whose peer is being asked
    int m_current = -1;
    bool m_isNew = false;
    bool m_isAsking = false;
    bool m_isBusy = false;
};

} // namespace simiao::admin
