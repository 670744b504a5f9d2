#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace simiao::workflow {

/// What one table holds: two stores that hold the same have equal ones.
struct TableContents
{
    QString table;
    qint64 rows = 0;
    QByteArray hash; ///< SHA-256 over the hashes of the rows, ordered by id

    bool operator==(const TableContents &) const = default;
};

/// Something a check found.
struct StoreProblem
{
    QString code;  ///< row.hash, row.value, store.corrupt, store.foreign-key …
    QString place; ///< table and id, or the database's words

    bool operator==(const StoreProblem &) const = default;
};

/// Operations for the person who keeps the back-end running.
class StoreMaintenance
{
public:
    virtual ~StoreMaintenance() = default;

    /// Number of verified links; the error names the first bad record.
    virtual Task<Result<qint64>> verifyAudit() = 0;
    /// A copy of the running store in a new file, read back and compared: what it holds is returned.
    /// \returns Conflict `backup.exists`; Corrupt `backup.differs` (table); an error of the disk
    virtual Task<Result<std::vector<TableContents>>> backup(QString path) = 0;
    /// Reads every row and every page. Empty: nothing was found.
    virtual Task<Result<std::vector<StoreProblem>>> check() = 0;
    /// What it holds now.
    virtual Task<Result<std::vector<TableContents>>> contents() = 0;
};

} // namespace simiao::workflow
