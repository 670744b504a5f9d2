#pragma once

#include "core/instant.h"
#include "core/task.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
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

/// Told after each table how many rows of it were carried. On the thread that carries them, which is none to show things on.
using TableProgress = std::function<void(const QString &table, qint64 rows)>;

/// What a full export is made with; docs/export-format.md says what it becomes.
struct ExportOrder
{
    QString folder;         ///< absolute; made where it is not there, else it must be empty
    QString program;        ///< version of the program
    QString site;           ///< code of the campus that exports
    Instant created;        ///< when it was asked for
    TableProgress progress; ///< may be empty
};

/// What a full export or its import carried.
struct Transfer
{
    std::vector<TableContents> tables;
    qint64 auditLinks = 0;
    qint64 images = 0; ///< files
    /// Folders that studies are read from and that do not belong to the profile: nobody copied them.
    QStringList imagesElsewhere;
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
    /// Everything that is stored, verifiers of passwords too, as files in a documented form. The rows are those between two
    /// commits, which wait meanwhile; images follow while work goes on. What an error stopped is taken away again.
    /// \returns Conflict `export.exists` where the folder holds something; Invalid `export.inside-profile`;
    ///          Corrupt `row.…` or `audit.…` at the first record that is not what was written; an error of the disk
    virtual Task<Result<Transfer>> exportTo(ExportOrder order) = 0;
};

} // namespace simiao::workflow
