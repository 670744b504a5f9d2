#pragma once

#include "core/result.h"
#include "storage/mapping/row_mapping.h"
#include "storage/sql/dialect.h"
#include "storage/sql/reading_statement.h"
#include "storage/sql/statement_catalogue.h"
#include "storage/sql/writing_statement.h"
#include "workflow/ports/unit_of_work.h"

#include <QSqlDatabase>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace simiao::storage {

/// One open database connection that runs statements of a catalogue, each prepared once.
/// \thread  the SQL thread only
class Connection
{
public:
    Connection(QSqlDatabase database,
               StatementCatalogue catalogue,
               ErrorMapper mapper,
               Dialect dialect = sqliteDialect());
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs the named statement with `parameters`; it stands before its first row. One cursor of a statement at a time.
    Result<Cursor> run(const QString &name, const workflow::Parameters &parameters);

    /// Runs the named statement, which gives no rows. \returns how many it wrote
    Result<qint64> write(const QString &name, const workflow::Parameters &parameters);

    /// Runs the named INSERT or UPDATE of a row; its parameters are the fields of `type` and `row_hash`.
    /// \returns how many rows it wrote
    Result<qint64> runRow(const QString &name, const TypeInfo &type, const Row &row, const QByteArray &hash);

    /// From now on statements are prepared so, BEGIN and COMMIT among them; by QtSql until then.
    void prepareWith(PrepareReading reading, PrepareWriting writing);

    /// Where the fields of `type` stand in the rows of the named statement, which run() has just executed. Found once:
    /// asking the driver costs more than reading a row.
    const RowColumns &columnsOf(const QString &name, const TypeInfo &type);

    Result<void> begin();
    Result<void> commitTransaction();
    void rollback();

    /// What comes after a save, on the SQL thread: settle() does it.
    void whenCommitted(std::function<void()> action) { m_whenCommitted = std::move(action); }
    /// Said by the store when who waited for a commit has the answer.
    void settle();

    /// Runs text that is no statement of the catalogue: migrations and settings only.
    Result<void> runScript(const QString &sql);
    /// First column of each row of a script's query.
    Result<QStringList> readColumn(const QString &sql);
    /// The same of a statement of the catalogue without parameters.
    Result<QStringList> readColumnOf(const QString &name);

    QSqlDatabase &database() { return m_database; }
    const Dialect &dialect() const { return m_dialect; }

private:
    struct Reading
    {
        std::unique_ptr<ReadingStatement> statement;
        QStringList parameters; ///< names
        std::optional<RowColumns> columns;
    };
    struct Writing
    {
        std::unique_ptr<WritingStatement> statement;
        QStringList parameters;  ///< names
        std::vector<int> fields; ///< of a row: where each parameter stands in it; -1 is the hash
    };
    Result<Reading *> reading(const QString &name);
    Result<Writing *> writing(const QString &name);
    /// Makes m_values of what the statement wants.
    Result<void> bind(const QString &name, const QStringList &wanted, const workflow::Parameters &parameters);
    Result<void> runStep(const QString &sql);

    QSqlDatabase m_database;
    StatementCatalogue m_catalogue;
    ErrorMapper m_mapError;
    Dialect m_dialect;
    std::function<void()> m_whenCommitted;
    PrepareReading m_prepareReading;
    PrepareWriting m_prepareWriting;
    std::unordered_map<QString, Reading> m_reading;
    std::unordered_map<QString, Writing> m_writing;
    std::unordered_map<QString, std::unique_ptr<WritingStatement>> m_steps; ///< BEGIN, COMMIT, prepared
    bool m_canPrepareSteps = false;
    std::vector<const Scalar *> m_values; ///< of the statement that is run
};

} // namespace simiao::storage
