#include "storage/sql/connection.h"

#include "core/try.h"

#include <QSqlError>
#include <QSqlQuery>

namespace simiao::storage {

namespace {

Error missingParameter(const QString &statement, const QString &parameter)
{
    return {ErrorKind::Internal, QStringLiteral("storage.parameter-missing"), statement + u' ' + parameter};
}

} // namespace

Connection::Connection(QSqlDatabase database,
                       StatementCatalogue catalogue,
                       ErrorMapper mapper,
                       Dialect dialect)
    : m_database(std::move(database))
    , m_catalogue(std::move(catalogue))
    , m_mapError(std::move(mapper))
    , m_dialect(std::move(dialect))
    , m_prepareReading(readingWithQtSql(m_database, m_mapError))
    , m_prepareWriting(writingWithQtSql(m_database, m_mapError))
{
}

Connection::~Connection()
{
    m_reading.clear();
    m_writing.clear();
    m_steps.clear();
    m_prepareReading = nullptr;
    m_prepareWriting = nullptr;
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<Connection::Reading *> Connection::reading(const QString &name)
{
    if (const auto found = m_reading.find(name); found != m_reading.end())
        return &found->second;
    TRY(const auto text, m_catalogue.text(name));
    Reading fresh{{}, StatementCatalogue::parametersOf(text), {}};
    TRY(fresh.statement, m_prepareReading(text, fresh.parameters));
    return &m_reading.emplace(name, std::move(fresh)).first->second;
}

Result<void> Connection::bind(const QString &name,
                              const QStringList &wanted,
                              const workflow::Parameters &parameters)
{
    m_values.clear();
    for (const QString &parameter : wanted) {
        const auto value = parameters.find(parameter);
        if (value == parameters.end())
            return missingParameter(name, parameter);
        m_values.push_back(&value->second);
    }
    return ok();
}

Result<Cursor> Connection::run(const QString &name, const workflow::Parameters &parameters)
{
    TRY(auto *wanted, reading(name));
    TRY_VOID(bind(name, wanted->parameters, parameters));
    TRY_VOID(wanted->statement->run(m_values));
    return Cursor(wanted->statement.get());
}

Result<Connection::Writing *> Connection::writing(const QString &name)
{
    if (const auto found = m_writing.find(name); found != m_writing.end())
        return &found->second;
    TRY(const auto text, m_catalogue.text(name));
    Writing fresh{{}, StatementCatalogue::parametersOf(text), {}};
    TRY(fresh.statement, m_prepareWriting(text, fresh.parameters));
    return &m_writing.emplace(name, std::move(fresh)).first->second;
}

void Connection::prepareWith(PrepareReading reading, PrepareWriting writing)
{
    m_reading.clear();
    m_writing.clear();
    m_prepareReading = std::move(reading);
    m_prepareWriting = std::move(writing);
    m_canPrepareSteps = true;
}

Result<qint64> Connection::write(const QString &name, const workflow::Parameters &parameters)
{
    TRY(auto *wanted, writing(name));
    TRY_VOID(bind(name, wanted->parameters, parameters));
    return wanted->statement->run(m_values);
}

Result<qint64> Connection::runRow(const QString &name,
                                  const TypeInfo &type,
                                  const Row &row,
                                  const QByteArray &hash)
{
    TRY(auto *wanted, writing(name));
    if (wanted->fields.empty()) {
        for (const QString &parameter : wanted->parameters)
            wanted->fields.push_back(type.indexOf(QLatin1StringView(parameter.toLatin1())));
    }
    const Scalar ofHash(hash);
    m_values.clear();
    for (const int field : wanted->fields)
        m_values.push_back(field >= 0 ? &row[std::size_t(field)] : &ofHash);
    return wanted->statement->run(m_values);
}

const RowColumns &Connection::columnsOf(const QString &name, const TypeInfo &type)
{
    auto &wanted = m_reading.at(name);
    if (!wanted.columns)
        wanted.columns = storage::columnsOf(type, *wanted.statement);
    return *wanted.columns;
}

Result<void> Connection::begin()
{
    return runStep(m_dialect.begin);
}

Result<void> Connection::commitTransaction()
{
    return runStep(QStringLiteral("COMMIT"));
}

/// QtSql cannot prepare them on every driver.
Result<void> Connection::runStep(const QString &sql)
{
    if (!m_canPrepareSteps)
        return runScript(sql);
    auto &statement = m_steps[sql];
    if (!statement) {
        TRY(statement, m_prepareWriting(sql, {}));
    }
    TRY_VOID(statement->run({}));
    return ok();
}

void Connection::settle()
{
    if (m_whenCommitted)
        m_whenCommitted();
}

void Connection::rollback()
{
    // After a failed COMMIT the driver may have rolled back already; nothing more can be done here.
    static_cast<void>(runScript(QStringLiteral("ROLLBACK")));
}

Result<void> Connection::runScript(const QString &sql)
{
    QSqlQuery query(m_database);
    return query.exec(sql) ? ok() : Result<void>(m_mapError(query.lastError()));
}

Result<QStringList> Connection::readColumn(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return m_mapError(query.lastError());
    QStringList values;
    while (query.next())
        values.append(query.value(0).toString());
    return values;
}

Result<QStringList> Connection::readColumnOf(const QString &name)
{
    TRY(auto rows, run(name, {}));
    QStringList values;
    for (;;) {
        TRY(const bool hasOne, rows->next());
        if (!hasOne)
            return values;
        values.append(QString::fromUtf8(rows->bytes(0)));
    }
}

} // namespace simiao::storage
