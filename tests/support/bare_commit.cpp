#include "support/bare_commit.h"

#include <QDateTime>

#include <libpq-fe.h>

#include <memory>

namespace simiao::test {

namespace {

/// Answers of a server on the same machine are there within this.
constexpr std::chrono::milliseconds kBetween{2};

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Answer asked(const Connection &connection, const char *sql)
{
    return {PQexec(connection.get(), sql), &PQclear};
}

bool takesWrites(const Connection &connection)
{
    const auto answer = asked(connection, "SELECT pg_is_in_recovery()");
    return PQntuples(answer.get()) == 1 && *PQgetvalue(answer.get(), 0, 0) == 'f';
}

} // namespace

BareCommit::BareCommit(const QString &conninfo, Way way, const QString &sql)
    : m_thread([this, conninfo, way, sql](const std::stop_token &stop) {
        ask(stop, conninfo.toUtf8(), way, sql.toUtf8());
    })
{
}

void BareCommit::ask(const std::stop_token &stop, const QByteArray &conninfo, Way way, const QByteArray &sql)
{
    Connection connection(PQconnectdb(conninfo.constData()), &PQfinish);
    for (; !stop.stop_requested() && m_when == 0; std::this_thread::sleep_for(kBetween)) {
        if (way == Way::Anew)
            connection.reset(PQconnectdb(conninfo.constData()));
        if (!takesWrites(connection))
            continue;
        const auto answer = asked(connection, sql.constData());
        if (const auto status = PQresultStatus(answer.get());
            status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            m_when = QDateTime::currentMSecsSinceEpoch();
    }
}

} // namespace simiao::test
