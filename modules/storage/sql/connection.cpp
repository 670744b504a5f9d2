#include "storage/sql/connection.h"

#include "core/try.h"

#include <QSqlError>

namespace simiao::storage {

Connection::Connection(QSqlDatabase database, StatementCatalogue catalogue, ErrorMapper mapper)
    : m_database(std::move(database))
    , m_catalogue(std::move(catalogue))
    , m_mapError(std::move(mapper))
{
}

Connection::~Connection()
{
    m_prepared.clear();
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
    Prepared fresh{
        std::make_unique<QSqlQuery>(m_database), StatementCatalogue::parametersOf(text), {}, {}, {}};
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
            return Error{ErrorKind::Internal, QStringLiteral("storage.parameter-missing"),
                         name + u' ' + parameter};
        statement->query->bindValue(statement->placeholders.at(at), toVariant(value->second));
    }
    return execute(*statement);
}

Result<QSqlQuery *> Connection::runRow(const QString &name,
                                       const TypeInfo &type,
                                       const Row &row,
                                       const QByteArray &hash)
{
    TRY(auto *statement, prepared(name));
    if (statement->fields.empty()) {
        for (const QString &parameter : statement->parameters)
            statement->fields.push_back(type.indexOf(QLatin1StringView(parameter.toLatin1())));
    }
    for (std::size_t at = 0; at < statement->fields.size(); ++at) {
        const int field = statement->fields[at];
        const QVariant value = field >= 0 ? toVariant(row[std::size_t(field)]) : QVariant(hash);
        statement->query->bindValue(statement->placeholders.at(qsizetype(at)), value);
    }
    return execute(*statement);
}

Result<QSqlQuery *> Connection::execute(Prepared &statement)
{
    if (!statement.query->exec())
        return m_mapError(statement.query->lastError());
    return statement.query.get();
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
    return runScript(QStringLiteral("BEGIN IMMEDIATE"));
}

Result<void> Connection::commitTransaction()
{
    return runScript(QStringLiteral("COMMIT"));
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
