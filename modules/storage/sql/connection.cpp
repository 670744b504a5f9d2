#include "storage/sql/connection.h"

#include "core/try.h"

#include <QSqlError>

namespace simiao::storage {

namespace {

Error missingParameter(const QString &statement, const QString &parameter)
{
    return {ErrorKind::Internal, QStringLiteral("storage.parameter-missing"), statement + u' ' + parameter};
}

} // namespace

Connection::Connection(QSqlDatabase database, StatementCatalogue catalogue, ErrorMapper mapper)
    : m_database(std::move(database))
    , m_catalogue(std::move(catalogue))
    , m_mapError(std::move(mapper))
    , m_prepareWriting(writingWithQtSql(m_database, m_mapError))
{
}

Connection::~Connection()
{
    m_prepared.clear();
    m_writing.clear();
    m_steps.clear();
    m_prepareWriting = nullptr;
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<Connection::Prepared *> Connection::prepared(const QString &name)
{
    if (const auto found = m_prepared.find(name); found != m_prepared.end())
        return &found->second;
    TRY(const auto text, m_catalogue.text(name));
    Prepared fresh{std::make_unique<QSqlQuery>(m_database), StatementCatalogue::parametersOf(text), {}, {}};
    for (const QString &parameter : fresh.parameters)
        fresh.placeholders.append(u':' + parameter);
    fresh.query->setForwardOnly(true);
    if (!fresh.query->prepare(text))
        return m_mapError(fresh.query->lastError());
    return &m_prepared.emplace(name, std::move(fresh)).first->second;
}

Result<QSqlQuery *> Connection::run(const QString &name, const workflow::Parameters &parameters)
{
    TRY(auto *statement, prepared(name));
    for (qsizetype at = 0; at < statement->parameters.size(); ++at) {
        const QString &parameter = statement->parameters.at(at);
        const auto value = parameters.find(parameter);
        if (value == parameters.end())
            return missingParameter(name, parameter);
        statement->query->bindValue(statement->placeholders.at(at), toVariant(value->second));
    }
    if (!statement->query->exec())
        return m_mapError(statement->query->lastError());
    return statement->query.get();
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

void Connection::writeWith(PrepareWriting prepare)
{
    m_writing.clear();
    m_prepareWriting = std::move(prepare);
    m_canPrepareSteps = true;
}

Result<qint64> Connection::write(const QString &name, const workflow::Parameters &parameters)
{
    TRY(auto *wanted, writing(name));
    m_values.clear();
    for (const QString &parameter : wanted->parameters) {
        const auto value = parameters.find(parameter);
        if (value == parameters.end())
            return missingParameter(name, parameter);
        m_values.push_back(&value->second);
    }
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
    auto &statement = m_prepared.at(name);
    if (!statement.columns)
        statement.columns = storage::columnsOf(type, *statement.query);
    return *statement.columns;
}

Result<void> Connection::begin()
{
    return runStep(QStringLiteral("BEGIN IMMEDIATE"));
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

} // namespace simiao::storage
