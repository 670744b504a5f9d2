#include "postgres_connector.h"

#include "core/try.h"
#include "postgres_errors.h"
#include "storage/entity_types.h"
#include "wire_statements.h"
#include "workflow/ports/audit_queries.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QUuid>
#include <QVariant>

#include <libpq-fe.h>

#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <thread>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

/// Threads that wait for a network that says nothing; more are not sent after them.
constexpr int kMostLeft = 8;
std::atomic<int> left = 0;

/// The connection of Qt's driver, until a storage::Connection owns it.
class Opened
{
public:
    explicit Opened(QSqlDatabase database)
        : m_database(std::move(database))
    {
    }
    Opened(const Opened &) = delete;
    Opened &operator=(const Opened &) = delete;
    ~Opened()
    {
        const QString name = m_database.connectionName();
        m_database = QSqlDatabase();
        if (!name.isEmpty())
            QSqlDatabase::removeDatabase(name);
    }

    QSqlDatabase &database() { return m_database; }
    QSqlDatabase take() { return std::exchange(m_database, {}); }

private:
    QSqlDatabase m_database;
};

/// Whoever is first says what becomes of the connection: the thread that opened it, or the one that no longer waits.
struct Handover
{
    std::mutex mutex;
    bool isAbandoned = false;
    std::promise<Result<std::shared_ptr<Opened>>> opened;
};

/// libpq gives no code for a connection that was refused. What the server itself says stands behind the severity, a colon and two
/// spaces in each of its languages; what TLS says names it. Only words depend on this, nothing that is done.
Error openingError(const QSqlError &error)
{
    static const QRegularExpression ofServer(u":  ([^\n]+)"_s);
    static const QRegularExpression ofTls(u"SSL|TLS|certificate|证书"_s);
    const QString text = error.databaseText();
    if (text.contains("could not write init file"_L1)) // its own words, in no other language: ENOSPC
        return {ErrorKind::Unavailable, u"server.disk-full"_s};
    if (const auto match = ofServer.match(text); match.hasMatch())
        return {ErrorKind::Forbidden, u"server.login"_s, match.captured(1).trimmed()};
    if (text.contains(ofTls))
        return {ErrorKind::Forbidden, u"server.tls"_s, text.section(u':', -2).trimmed()};
    return {ErrorKind::Unavailable, u"server.unreachable"_s};
}

Result<std::shared_ptr<Opened>> open(const ServerAddress &address)
{
    const auto opened = std::make_shared<Opened>(
        QSqlDatabase::addDatabase(u"QPSQL"_s, QUuid::createUuid().toString(QUuid::Id128)));
    opened->database().setConnectOptions(address.connectOptions());
    opened->database().setPassword(address.password);
    if (!opened->database().isValid())
        return Error{ErrorKind::NotFound, u"server.no-driver"_s};
    if (!opened->database().open())
        return openingError(opened->database().lastError());
    return opened;
}

void openBeside(const std::shared_ptr<Handover> &handover, const ServerAddress &address, QThread *user)
{
    auto opened = open(address);
    {
        const std::lock_guard guard(handover->mutex);
        if (!handover->isAbandoned) { // else `user` may have gone
            if (opened)
                (*opened)->database().driver()->moveToThread(user);
            handover->opened.set_value(std::move(opened));
        }
    }
    --left;
}

Result<std::shared_ptr<Opened>> openInTime(const ServerAddress &address, QDeadlineTimer deadline)
{
    if (left.fetch_add(1) >= kMostLeft) {
        --left;
        return Error{ErrorKind::Unavailable, u"server.unreachable"_s};
    }
    const auto handover = std::make_shared<Handover>();
    auto waiting = handover->opened.get_future();
    std::thread(openBeside, handover, address, QThread::currentThread()).detach();
    const auto patience = std::chrono::milliseconds(deadline.remainingTime());
    if (waiting.wait_for(patience) == std::future_status::ready)
        return waiting.get();
    const std::lock_guard guard(handover->mutex);
    handover->isAbandoned = waiting.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
    return handover->isAbandoned ? Error{ErrorKind::Unavailable, u"server.unreachable"_s} : waiting.get();
}

/// The driver's own handle; null when it is not one of libpq.
PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return qstrcmp(handle.typeName(), "PGconn*") == 0 || qstrcmp(handle.typeName(), "pg_conn*") == 0
        ? *static_cast<PGconn *const *>(handle.constData())
        : nullptr;
}

} // namespace

Result<storage::StatementCatalogue> catalogueIn(const QString &sqlFolder)
{
    TRY(auto catalogue, storage::StatementCatalogue::load(sqlFolder + u"/common"_s));
    TRY_VOID(catalogue.overlay(sqlFolder + u"/postgresql/statements"_s));
    for (const auto *type : storage::entityTypes())
        catalogue.addType(*type);
    return catalogue;
}

storage::Dialect postgresDialect()
{
    return {u"BEGIN"_s,
            u"CREATE TABLE IF NOT EXISTS simiao.schema_version (number integer PRIMARY KEY, name text NOT "
            u"NULL, checksum text NOT "
            u"NULL)"_s,
            u"SELECT tablename FROM pg_tables WHERE schemaname = 'simiao'"_s};
}

Result<OpenServer> openServer(const ServerSetup &setup, QDeadlineTimer deadline)
{
    TRY(const auto opened, openInTime(setup.address, deadline));
    auto *handle = handleOf(opened->database());
    if (!handle)
        return Error{ErrorKind::NotFound, u"server.no-driver"_s};
    const auto wire = std::make_shared<Wire>(handle);
    wire->setDeadline(deadline);
    if (setup.address.isPooled()) {
        TRY(const auto opening, setup.catalogue.text(u"store/begin_lent"_s));
        wire->beginEachWith(numbered(opening, {u"token"_s, u"step"_s}),
                            setup.step > 0 ? QByteArray::number(setup.step) : QByteArray());
    }
    auto connection =
        std::make_unique<storage::Connection>(opened->take(), setup.catalogue, mapError, postgresDialect());
    connection->prepareWith(readingWithWire(wire), writingWithWire(wire));
    return OpenServer{wire, std::move(connection)};
}

} // namespace simiao::postgresql
