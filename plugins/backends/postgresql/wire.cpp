#include "wire.h"

#include "core/try.h"
#include "postgres_errors.h"
#include "socket_wait.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <thread>

namespace simiao::postgresql {

namespace {

constexpr int kBinary = 1;
constexpr int kLookUpMs = 100;
constexpr int kLookElsewhereMs = 50;
constexpr int kCancelMs = 5'000; ///< for a server to give up what it was asked to
constexpr int kWordsOfCancel = 256;

bool isGood(const PGresult *result)
{
    const auto status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_SINGLE_TUPLE;
}

} // namespace

Wire::Wire(pg_conn *connection)
    : m_connection(connection)
{
    PQsetnonblocking(m_connection, 1);
    // Its remarks may quote what somebody typed, and would go to the terminal.
    PQsetNoticeProcessor(m_connection, [](void *, const char *) {}, nullptr);
}

Result<WireStatement> Wire::prepare(const QByteArray &sql)
{
    if (isStopped())
        return cancelled();
    WireStatement statement{isLent() ? QByteArray() : 's' + QByteArray::number(++m_kept), sql, {}};
    const char *name = statement.name.constData();
    const auto prepare = [&] { return PQsendPrepare(m_connection, name, sql.constData(), 0, nullptr); };
    const auto describe = [&] { return PQsendDescribePrepared(m_connection, name); };
    TRY(const auto described, endRound(beginRound() && prepare() && describe()));
    for (int at = 0; at < PQnparams(described.get()); ++at)
        statement.types.push_back(PQparamtype(described.get(), at));
    return statement;
}

Result<WireResult> Wire::run(const WireStatement &statement, const WireValues &values)
{
    if (isStopped())
        return cancelled();
    if (isLent())
        return endRound(beginRound()
                        && PQsendQueryParams(m_connection, statement.sql.constData(), values.count(),
                                             statement.types.data(), values.pointers(), values.lengths(),
                                             values.formats(), kBinary));
    return answer(PQsendQueryPrepared(m_connection, statement.name.constData(), values.count(),
                                      values.pointers(), values.lengths(), values.formats(), kBinary));
}

Result<WireResult> Wire::runText(const QByteArray &sql)
{
    return answer(send(sql.constData()));
}

/// On a connection that is lent what somebody has set goes in the same message: behind BEGIN it would take the kind of the transaction back as well.
Result<void> Wire::beginMoment()
{
    const auto *begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    const auto asLent = [&] {
        return endRound(PQenterPipelineMode(m_connection) && send("RESET ALL") && send("RESET ROLE")
                        && send(begin));
    };
    TRY_VOID(isLent() ? asLent() : runText(begin));
    m_isMoment = true;
    return ok();
}

Result<void> Wire::endMoment()
{
    m_isMoment = false;
    TRY_VOID(runText("ROLLBACK"));
    return ok();
}

Result<QByteArray> Wire::passwordVerifier(const QByteArray &login, const QByteArray &password)
{
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
        PQencryptPasswordConn(m_connection, password.constData(), login.constData(), "scram-sha-256"),
        &PQfreemem);
    return verifier
        ? Result<QByteArray>(QByteArray(verifier.get()))
        : Error{ErrorKind::Internal, QStringLiteral("store.statement"), QStringLiteral("password")};
}

Result<WireResult> Wire::runForRows(const WireStatement &statement, const WireValues &values)
{
    Q_ASSERT(!isLent());
    if (isStopped())
        return cancelled();
    if (m_isCut
        || !PQsendQueryPrepared(m_connection, statement.name.constData(), values.count(), values.pointers(),
                                values.lengths(), values.formats(), kBinary)
        || !PQsetSingleRowMode(m_connection))
        return lost();
    return nextRow();
}

Result<WireResult> Wire::nextRow()
{
    if (isStopped()) {
        askToCancel();
        leaveRows();
        return cancelled();
    }
    TRY(auto row, nextResult());
    if (row && PQresultStatus(row.get()) == PGRES_SINGLE_TUPLE)
        return row;
    return wholeAnswer(std::move(row));
}

void Wire::leaveRows()
{
    for (;;) {
        const auto next = nextResult();
        if (!next)
            return cut();
        if (!*next)
            return;
    }
}

void Wire::beginLongReading(std::stop_token stop)
{
    m_stop = std::move(stop);
    m_isLongReading = true;
    m_deadline = QDeadlineTimer(QDeadlineTimer::Forever);
}

void Wire::beginStoppable(std::stop_token stop)
{
    beginLongReading(std::move(stop));
    m_isStoppable = true;
}

void Wire::endStoppable()
{
    m_stop = {};
    m_isLongReading = m_isStoppable = m_hasAskedToCancel = false;
    m_deadline = QDeadlineTimer(QDeadlineTimer::Forever);
}

/// On a thread that is left behind: it comes to the server by a connection of its own, and waits for one that is frozen as long as that is.
/// \returns whether there is something to wait for
bool Wire::askToCancel()
{
    if (std::exchange(m_hasAskedToCancel, true))
        return !m_deadline.hasExpired();
    m_deadline = QDeadlineTimer(kCancelMs);
    const std::shared_ptr<PGcancel> cancel(PQgetCancel(m_connection), &PQfreeCancel);
    if (!cancel)
        return false;
    std::thread([cancel] {
        std::array<char, kWordsOfCancel> words{};
        PQcancel(cancel.get(), words.data(), int(words.size()));
    }).detach();
    return true;
}

/// All results of what was sent: the connection is ready again when there is none left.
Result<WireResult> Wire::answer(bool wasSent)
{
    if (!wasSent || m_isCut)
        return lost();
    TRY(auto first, nextResult());
    return wholeAnswer(std::move(first));
}

bool Wire::send(const char *sql)
{
    return PQsendQueryParams(m_connection, sql, 0, nullptr, nullptr, nullptr, nullptr, kBinary);
}

/// What follows goes to the server in one message, up to endRound(). On a connection that is lent it is one transaction there. What whoever had it before
/// has set is taken back first: any session may set what a server lets it, also what no list of ours would know. The kind of the transaction is said then,
/// which that leaves. Not by SET TRANSACTION, at which the server's log is warned in a transaction without BEGIN;
/// not by BEGIN, which would have to be taken back after each refusal.
bool Wire::beginRound()
{
    if (m_isCut || !PQenterPipelineMode(m_connection))
        return false;
    if (!isLent())
        return true;
    const std::array parameters{m_token.constData(), m_step.constData()};
    return (m_isMoment
            || (send("RESET ALL") && send("RESET ROLE") && send("SET transaction_read_only = off")
                && send("SET transaction_isolation = 'read committed'")))
        && PQsendQueryParams(m_connection, m_opening.constData(), int(parameters.size()), nullptr,
                             parameters.data(), nullptr, nullptr, kBinary);
}

/// \returns the answer to the last of what was sent; the first refusal where there is one, also one of the end of the transaction
Result<WireResult> Wire::endRound(bool wasSent)
{
    if (!wasSent || m_isCut || !PQpipelineSync(m_connection))
        return lost();
    WireResult last(nullptr, &PQclear);
    for (;;) {
        TRY(auto next, nextResult());
        if (!next && PQstatus(m_connection) == CONNECTION_BAD)
            return lost();
        if (!next)
            continue; // between two answers
        if (PQresultStatus(next.get()) == PGRES_PIPELINE_SYNC)
            break;
        if (!last || isGood(last.get()))
            last = std::move(next);
    }
    if (!PQexitPipelineMode(m_connection))
        return lost();
    return judged(std::move(last));
}

/// Null behind the last.
Result<WireResult> Wire::nextResult()
{
    if (m_isCut)
        return lost();
    for (int left = PQflush(m_connection); left != 0 || PQisBusy(m_connection);
         left = PQflush(m_connection)) {
        if (left < 0)
            return lost();
        TRY_VOID(waitForInput(left > 0));
    }
    return WireResult(PQgetResult(m_connection), &PQclear);
}

/// A statement that was answered may still be refused when its transaction ends: then nothing of it holds.
Result<WireResult> Wire::wholeAnswer(WireResult result)
{
    for (;;) {
        TRY(auto next, nextResult());
        if (!next)
            return judged(std::move(result));
        if (!isGood(next.get()) && (!result || isGood(result.get())))
            result = std::move(next);
    }
}

Result<WireResult> Wire::judged(WireResult result) const
{
    if (isStopped())
        return cancelled();
    if (PQstatus(m_connection) == CONNECTION_BAD || !result)
        return lost();
    return isGood(result.get()) ? Result<WireResult>(std::move(result)) : mapResult(result.get());
}

/// Whoever is to stop is looked for now and then: another thread may not touch the connection.
Result<void> Wire::waitForInput(bool alsoWrite)
{
    for (;;) {
        int patience = m_deadline.isForever() ? -1 : int(m_deadline.remainingTime());
        if (m_isLongReading)
            patience = kLookUpMs;
        else if (m_isElsewhere)
            patience = patience < 0 ? kLookElsewhereMs : std::min(patience, kLookElsewhereMs);
        switch (waitForSocket(PQsocket(m_connection), alsoWrite, patience)) {
        case Readiness::Ready: return PQconsumeInput(m_connection) ? ok() : Result<void>(lost());
        case Readiness::TimedOut:
            if (m_isLongReading && !m_stop.stop_requested())
                continue;
            if (m_isElsewhere && m_isElsewhere()) {
                cut();
                return lost();
            }
            if (m_isElsewhere && !m_deadline.hasExpired())
                continue;
            if (isStopped() && askToCancel())
                continue;
            cut();
            return silent();
        case Readiness::Failed: return lost();
        }
    }
}

Result<std::optional<QByteArray>> Wire::waitForNotice(std::chrono::milliseconds patience)
{
    if (auto notice = takeNotices())
        return notice;
    const auto readiness = waitForSocket(PQsocket(m_connection), false, int(patience.count()));
    if (readiness == Readiness::Failed || (readiness == Readiness::Ready && !PQconsumeInput(m_connection)))
        return lost();
    return takeNotices();
}

/// How many there are says nothing: what is new stands in the tables.
std::optional<QByteArray> Wire::takeNotices()
{
    std::optional<QByteArray> last;
    while (auto *notice = PQnotifies(m_connection)) {
        last = QByteArray(notice->extra);
        PQfreemem(notice);
    }
    return last;
}

std::pair<QString, QString> Wire::place() const
{
    return {QString::fromUtf8(PQhost(m_connection)), QString::fromUtf8(PQport(m_connection))};
}

bool Wire::isCut() const
{
    return m_isCut || PQstatus(m_connection) == CONNECTION_BAD;
}

void Wire::cut()
{
    if (!std::exchange(m_isCut, true))
        cutSocket(PQsocket(m_connection));
}

} // namespace simiao::postgresql
