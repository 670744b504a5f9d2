#pragma once

#include "core/result.h"
#include "wire_values.h"

#include <QDeadlineTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

struct pg_conn;
struct pg_result;

namespace simiao::postgresql {

using WireResult = std::unique_ptr<pg_result, void (*)(pg_result *)>;

/// A statement as the server knows it.
struct WireStatement
{
    QByteArray name; ///< under which it is kept on the connection; empty where nothing is
    QByteArray sql;
    std::vector<TypeId> types; ///< of its parameters
};

/// An open connection of libpq with a deadline: no call waits longer, whatever the server does. A connection whose deadline has
/// passed is cut and stays so; nobody knows what the server still makes of it.
/// \thread  one
class Wire
{
public:
    /// \param connection  open; its owner closes it
    explicit Wire(pg_conn *connection);

    /// Until when the calls that follow may wait.
    void setDeadline(QDeadlineTimer deadline) { m_deadline = deadline; }

    /// Everything is read, which takes what it takes: rows come one by one (runForRows()), and no call has a deadline. Once `stop` is
    /// requested, on whatever thread, the connection is cut.
    void beginLongReading(std::stop_token stop);
    /// The same for work that is taken back when it is stopped: what the server is at is cancelled, and all that is asked afterwards refused with
    /// Cancelled `core.cancelled`, until endStoppable(). The connection stays good.
    void beginStoppable(std::stop_token stop);
    /// What follows is done to its end.
    void endStoppable();
    bool isLongReading() const { return m_isLongReading; }

    /// The connection is one that a pooler lends for a transaction: nothing is kept on it, and each statement travels in one message with
    /// `opening` before it, in its transaction.
    /// \param opening  a query whose parameters are what actFor() says and `step`
    void beginEachWith(QByteArray opening, QByteArray step)
    {
        m_opening = std::move(opening);
        m_step = std::move(step);
    }
    bool isLent() const { return !m_opening.isEmpty(); }
    /// While an answer is waited for it is asked now and then whether there is no more to come here; then the connection is cut.
    void leaveWhen(std::function<bool()> isElsewhere) { m_isElsewhere = std::move(isElsewhere); }
    /// For whom the statements are that follow: the token of a session, or nothing.
    void actFor(QByteArray token) { m_token = std::move(token); }

    Result<WireStatement> prepare(const QByteArray &sql);
    /// Runs it; rows come in binary.
    Result<WireResult> run(const WireStatement &statement, const WireValues &values);
    /// The same, of which the first row comes as soon as it is there, and each of the others by nextRow(): a table that is read whole
    /// needs the memory of a row. Until the one without rows, which is the last, nothing else may be asked.
    /// Not on a connection that is lent.
    Result<WireResult> runForRows(const WireStatement &statement, const WireValues &values);
    Result<WireResult> nextRow();
    /// Lets go of the rows that were not taken.
    void leaveRows();
    /// Runs a text without parameters, and nothing before it.
    Result<WireResult> runText(const QByteArray &sql);
    /// What follows is read as of one moment, in one transaction, until endMoment(); also on a connection that is lent.
    Result<void> beginMoment();
    Result<void> endMoment();

    /// What the server keeps of a password, in the way it wants (SCRAM-SHA-256 where nothing else is set).
    Result<QByteArray> passwordVerifier(const QByteArray &login, const QByteArray &password);

    /// Waits for a notification. \returns what the last that has come says; nothing where none has
    Result<std::optional<QByteArray>> waitForNotice(std::chrono::milliseconds patience);

    /// Host and port, as the address names them.
    std::pair<QString, QString> place() const;
    bool isCut() const;
    /// Ends it now.
    void cut();

private:
    Result<WireResult> answer(bool wasSent);
    Result<WireResult> nextResult();
    Result<WireResult> wholeAnswer(WireResult result);
    bool send(const char *sql);
    bool beginRound();
    Result<WireResult> endRound(bool wasSent);
    Result<WireResult> judged(WireResult result) const;
    Result<void> waitForInput(bool alsoWrite);
    std::optional<QByteArray> takeNotices();
    bool isStopped() const { return m_isStoppable && m_stop.stop_requested(); }
    bool askToCancel();

    pg_conn *m_connection;
    QByteArray m_opening;
    QByteArray m_token;
    QByteArray m_step;
    int m_kept = 0; ///< statements that were given names
    QDeadlineTimer m_deadline{QDeadlineTimer::Forever};
    std::stop_token m_stop; ///< of a long reading
    std::function<bool()> m_isElsewhere;
    bool m_isMoment = false;
    bool m_isLongReading = false;
    bool m_isStoppable = false;
    bool m_hasAskedToCancel = false;
    bool m_isCut = false;
};

} // namespace simiao::postgresql
