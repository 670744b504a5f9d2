#pragma once

#include "core/task.h"
#include "shell/restore_table_model.h"

#include <functional>
#include <optional>

namespace simiao::shell {

/// What a restore is done with; the profile is held and its store is closed.
struct RestorePorts
{
    std::function<Result<std::vector<sdk::BackupCopy>>()> list;
    std::function<Task<Result<sdk::BackupProof>>(QString file)> prove;
    std::function<Task<Result<std::vector<workflow::TableContents>>>(QString file)> restore;
};

/// Whether another copy of the database may mend this failure of a start. What a settings file, a missing plugin or an older
/// program causes, it does not.
bool isMendedByCopy(const Error &error);

/// Choosing a copy of the database, reading it, putting it in the database's place: one thing at a time.
class RestoreDesk : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Choosing, Replacing, Done };

    explicit RestoreDesk(RestorePorts ports, QObject *parent = nullptr);

    RestoreTableModel *lines() const { return m_lines; }
    Stage stage() const { return m_stage; }
    bool isReading() const { return m_reading.has_value(); }
    /// Why the last copy was not put in its place, or the list could not be made.
    const std::optional<Error> &failure() const { return m_failure; }

    /// Has this copy read, after the one that is being read.
    void look(int row);
    /// A file that is not in the list; at its top then. \returns its row; -1 for an empty name
    int add(const QString &file);
    /// Nothing unless the copy was read and is whole.
    void restore(int row);

Q_SIGNALS:
    void changed();

private:
    int rowOf(const QString &file) const;
    void put(int row, RestoreLine line);
    void read(int row);
    void takeProof(const QString &file, const Result<sdk::BackupProof> &proof);
    void takeRestored(const Result<std::vector<workflow::TableContents>> &restored);

    RestorePorts m_ports;
    RestoreTableModel *m_lines;
    Stage m_stage = Stage::Choosing;
    std::optional<QString> m_reading; ///< file
    std::optional<QString> m_next;    ///< file to be read afterwards
    std::optional<Error> m_failure;
};

} // namespace simiao::shell
