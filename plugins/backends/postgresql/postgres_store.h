#pragma once

#include "announced_commands.h"
#include "clock_skew.h"
#include "postgres_errors.h"
#include "server_line.h"
#include "server_schema.h"
#include "server_witness.h"
#include "storage/executor/sql_thread.h"
#include "workflow/ports/sign_in.h"
#include "workflow/ports/store.h"

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

namespace simiao::postgresql {

class ChangeListener;
class OwnNews;
class UnansweredCommands;

/// A Store over a server that many desks share. Each call has a deadline that begins when it is made; what waits behind it in
/// vain ends with it. Commits are one call of a server function, given again with the same command when the connection goes, so
/// that nothing is done twice.
class PostgresStore : public workflow::Store, public workflow::SignIn
{
public:
    /// Blocks until the server has answered, at most the deadline (start-up only).
    /// \param schema   the one this program works with; from an older one is only read (workflow::readOnlyOf())
    /// \param folder   of the profile's data: what this desk knows of its server is kept there
    /// \returns Unavailable `server.unreachable`; what ServerSchema::look() and ServerWitness::check() say
    static Result<std::shared_ptr<PostgresStore>> open(ServerSetup setup, int schema, const QString &folder);
    ~PostgresStore() override;

    /// \returns beside what Store says: Unavailable `server.unreachable` (nothing was stored), `server.silent` of a question,
    ///          `store.unknown` of a commit that was sent and not answered: the server is asked in the background when it answers again.
    ///          What was stored is then announced by changes(); the same command given again has its first receipt, or Conflict
    ///          `store.given-up` where it was settled as never to be stored; Conflict `server.schema-older` of rows where the
    ///          server has an older schema. A bulk (bulk_work.h) has more time
    Task<Result<workflow::Receipt>> commit(workflow::UnitOfWork work) override;
    Task<Result<std::optional<workflow::Receipt>>> receiptOf(Uuid command) override;
    Task<Result<void>> ask(std::vector<workflow::Question> questions) override;
    Task<Result<workflow::Receipt>> decide(Uuid command, workflow::Decision decision) override;
    Task<Result<QString>> saltFor(QString loginName) override;
    Task<Result<bool>> signIn(QString loginName, QByteArray key) override;
    Task<Result<void>> signOut() override;
    workflow::ChangeFeed *changes() override { return &m_changes; }
    void close() override;

    /// Runs `work` with a connection and on a thread of its own: reading everything takes what it takes, and nobody waits behind it.
    /// close() ends it. \returns beside what `work` says: Unavailable `server.lost`, `store.closed`
    template <typename T>
    Task<Result<T>> withConnection(std::function<Result<T>(storage::Connection &)> work)
    {
        return m_longThread.run<T>([this, work = std::move(work)]() -> Result<T> {
            if (m_ending.stop_requested())
                return closed();
            TRY(auto *connection, m_longLine.ready(callDeadline()));
            m_longLine.wire().beginLongReading(m_ending.get_token());
            auto done = work(*connection);
            const bool isWhole =
                !m_longLine.wire().isCut(); // else `work` took the end of the connection for that of a table
            m_longLine.drop();
            if (!isWhole)
                return m_ending.stop_requested() ? closed() : lost();
            return done;
        });
    }

    /// How long a call may take that is made now.
    QDeadlineTimer callDeadline() const { return m_setup.callDeadline(); }

private:
    struct Rows;
    static Error closed();

    PostgresStore(ServerSetup setup, int schema, const QString &folder);
    Task<Result<workflow::Receipt>> announced(Task<Result<workflow::Receipt>> storing);
    void announce(const workflow::Receipt &receipt);
    void followUnanswered(const QString &folder);
    Task<Result<void>> endSession(QString token);
    void watchClock();
    Task<Result<void>> askForClock();
    void noteLink(bool isOnline);

    /// `work` with the desk's connection, on its thread, by the deadline of a call that is made now.
    template <typename T>
    Task<Result<T>> called(std::function<Result<T>(storage::Connection &)> work)
    {
        return m_thread.run<T>(
            [this, work = std::move(work), deadline = callDeadline()] { return onLine<T>(deadline, work); });
    }

    // On the SQL thread:
    template <typename T>
    Result<T> onLine(QDeadlineTimer deadline, const std::function<Result<T>(storage::Connection &)> &work)
    {
        if (m_isClosed)
            return closed();
        TRY(auto *connection, m_line.ready(deadline));
        auto done = work(*connection);
        if (!done)
            m_line.dropAfter(done.error());
        if (!done && isInTheWay(done.error()))
            clearTheWay(deadline);
        return done;
    }
    void clearTheWay(QDeadlineTimer deadline);
    Result<void> measureClock(storage::Connection &connection);
    Result<void> probe(storage::Connection &connection);
    Result<void> look(storage::Connection &connection);
    Result<void> demandNewer(const workflow::UnitOfWork &work, QDeadlineTimer deadline);
    Result<workflow::Receipt> store(const workflow::UnitOfWork &work, QDeadlineTimer deadline);
    Result<workflow::Receipt> give(const workflow::UnitOfWork &work,
                                   ServerLine &line,
                                   QDeadlineTimer deadline);
    Result<workflow::Receipt> giveBulk(const workflow::UnitOfWork &work);
    Result<workflow::Receipt> storeDecided(Uuid command,
                                           const workflow::Decision &decision,
                                           QDeadlineTimer deadline);
    Result<std::optional<workflow::Receipt>> storedReceipt(Uuid command, QDeadlineTimer deadline);
    Result<void> answerAll(const std::vector<workflow::Question> &questions, QDeadlineTimer deadline);

    const ServerSetup m_setup;
    ServerSchema m_schema;
    std::atomic<bool> m_isProbed{false};
    ServerWitness m_witness;
    ClockSkew m_clockSkew;
    const ServerLine::WhenOpen m_whenOpen;        ///< of every connection
    const ServerLine::WhenOpen m_whenOpenForLong; ///< of a session of one's own that the server sets no limit
    ServerLine m_longLine;                        ///< used on m_longThread
    ServerLine m_bulkLine;                        ///< used on m_thread
    ServerLine m_line;                            ///< used on m_thread
    bool m_isClosed = false;                      ///< used on m_thread
    std::stop_source m_ending;                    ///< of what reads everything
    AnnouncedCommands m_announced;
    workflow::ChangeFeed m_changes;
    std::unique_ptr<UnansweredCommands> m_unanswered;
    std::unique_ptr<ChangeListener> m_listener;
    std::shared_ptr<OwnNews> m_news; ///< of the listener: something was stored
    storage::SqlThread m_longThread; ///< as m_thread
    storage::SqlThread m_thread;     ///< last: ends before what it uses
};

} // namespace simiao::postgresql
