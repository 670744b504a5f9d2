#include "storage/sql/connection.h"

#include "core/try.h"
#include "storage/mapping/row_mapping.h"

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
    Prepared fresh{std::make_unique<QSqlQuery>(m_database), StatementCatalogue::parametersOf(text)};
    fresh.query->setForwardOnly(true);
    if (!fresh.query->prepare(text))
        return m_mapError(fresh.query->lastError());
    return &m_prepared.emplace(name, std::move(fresh)).first->second;
}

Result<QSqlQuery *> Connection::run(const QString &name, const workflow::Parameters &parameters)
{
    TRY(auto *statement, prepared(name));
    for (const QString &parameter : statement->parameters) {
        const auto value = parameters.find(parameter);
        if (value == parameters.end())
            return Error{ErrorKind::Internal, QStringLiteral("storage.parameter-missing"),
                         name + u' ' + parameter};
        statement->query->bindValue(QLatin1Char(':') + parameter, toVariant(value->second));
    }
    if (!statement->query->exec())
        return m_mapError(statement->query->lastError());
    return statement->query.get();
}

Result<void> Connection::begin()
{
    return runScript(QStringLiteral("BEGIN IMMEDIATE"));
}

Result<void> Connection::commitTransaction()
{
    return runScript(QStringLiteral("COMMIT"));
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
