#include "postgres_store.h"

#include "bulk_work.h"
#include "change_listener.h"
#include "core/clock.h"
#include "core/try.h"
#include "desk_probe.h"
#include "postgres_presence.h"
#include "storage/sql/read_rows.h"
#include "stored_receipt.h"
#include "unanswered_commands.h"
#include "work_text.h"
#include "workflow/checked_work.h"
#include "workflow/ports/desk_clock.h"
#include "workflow/ports/read_only.h"
#include "workflow/ports/store_link_of.h"

#include <QCoreApplication>
#include <QDir>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;
using workflow::Question;
using workflow::Receipt;
using workflow::UnitOfWork;

namespace {

/// A computer whose time service has just set it need not wait for its next connection.
constexpr std::chrono::minutes kClockAgain{10};

/// It was sent, and nobody said what became of it.
Error unknown()
{
    return {ErrorKind::Unavailable, u"store.unknown"_s};
}

ServerSetup ofStep(ServerSetup setup, int step)
{
    setup.step = step;
    return setup;
}

Result<void> answer(Connection &connection, const Question &question)
{
    if (!question.query.isEmpty()) {
        TRY(const auto rows, storage::readAnswer(connection, question));
        return question.take(rows);
    }
    TRY(auto row, storage::readRow(connection, *question.type, question.id));
    if (!question.takeKept)
        return question.take({std::move(row)});
    std::any made; // nothing is kept: another desk may write it next
    return question.takeKept(row, made);
}

/// All as of one moment. What is read in vain leaves the transaction to be ended all the same.
Result<void> answerTogether(Connection &connection, Wire &wire, const std::vector<Question> &questions)
{
    TRY_VOID(wire.beginMoment());
    auto answered = ok();
    for (const auto &question : questions) {
        answered = answer(connection, question);
        if (!answered)
            break;
    }
    const auto ended = wire.endMoment();
    if (answered && !ended)
        return ended.error();
    return answered;
}

} // namespace

/// What a decision reads: one question after the other, each as of its own moment; versions tell at the commit what changed since.
struct PostgresStore::Rows final : workflow::Reader
{
    Rows(PostgresStore &store, QDeadlineTimer deadline)
        : m_store(store)
        , m_deadline(deadline)
    {
    }
    Result<void> answer(const Question &question) override
    {
        return m_store.answerAll({question}, m_deadline);
    }

    PostgresStore &m_store;
    QDeadlineTimer m_deadline;
};

PostgresStore::PostgresStore(ServerSetup setup, int schema, const QString &folder)
    : m_setup(ofStep(std::move(setup), schema))
    , m_schema(schema)
    , m_witness(QDir(folder).filePath(u"server.witness"_s))
    , m_whenOpen([this](Connection &connection) -> Result<void> {
        TRY_VOID(probe(connection));
        TRY_VOID(look(connection));
        return m_witness.check(connection);
    })
    , m_whenOpenForLong([this](Connection &connection) -> Result<void> {
        TRY_VOID(m_whenOpen(connection));
        return connection.runScript(u"SET statement_timeout = 0"_s);
    })
    , m_longLine(m_setup.forSession(), m_whenOpenForLong)
    , m_bulkLine(m_setup.forSession(), m_whenOpenForLong)
    , m_line(m_setup, [this](Connection &connection) -> Result<void> {
        TRY_VOID(m_whenOpen(connection));
        return measureClock(connection);
    })
{
    new workflow::DeskClock(&m_changes); // found there by deskClockOf(), as the next two
    new workflow::ReadOnly(&m_changes);
    new workflow::StoreLink(&m_changes);
}

Result<std::shared_ptr<PostgresStore>> PostgresStore::open(ServerSetup setup,
                                                           int schema,
                                                           const QString &folder)
{
    const bool pooled = setup.address.isPooled();
    const std::shared_ptr<PostgresStore> store(new PostgresStore(std::move(setup), schema, folder));
    TRY(const auto since,
        store->m_thread.runBlocking<QByteArray>([raw = store.get()]() -> Result<QByteArray> {
            TRY(auto *connection, raw->m_line.ready(raw->callDeadline()));
            return ChangeListener::watermark(*connection);
        }));
    const auto *presence = // found there by presenceOf()
        new PostgresPresence(store->m_setup.person, &store->m_changes);
    store->followUnanswered(folder);
    if (const auto *program = QCoreApplication::instance()) // a start opens its store beside the window
        store->m_changes.moveToThread(program->thread());
    QMetaObject::invokeMethod(&store->m_changes, [raw = store.get()] { raw->watchClock(); });
    store->m_listener = std::make_unique<ChangeListener>(
        store->m_setup.forSession(), store->m_whenOpen, since, &store->m_changes,
        [raw = store.get()](const Receipt &receipt) { raw->announce(receipt); },
        [raw = store.get()](bool isOnline) { raw->noteLink(isOnline); }, presence->board(),
        // At a pooler it is the feed that finds the server.
        pooled ? ServerLine::Search::Eager : ServerLine::Search::Patient);
    store->m_news = store->m_listener->news();
    return store;
}

/// Found among the children of the feed by unansweredSavesOf().
void PostgresStore::followUnanswered(const QString &folder)
{
    auto *saves = new workflow::UnansweredSaves(&m_changes);
    m_unanswered = std::make_unique<UnansweredCommands>(
        m_setup, m_whenOpen, UnansweredFile(folder), &m_changes,
        [this, saves](const UnansweredCommands::Saves &all, const std::optional<Receipt> &receipt) {
            saves->set(all);
            if (receipt)
                announce(*receipt);
        });
    QObject::connect(saves, &workflow::UnansweredSaves::acknowledged, &m_changes, [this](Uuid command) {
        if (m_unanswered) // else the store is closed: it is told again by the next start
            m_unanswered->acknowledge(command);
    });
}

/// A clock that is set, or runs away, while the connection stays.
void PostgresStore::watchClock()
{
    auto *again = new QTimer(&m_changes);
    QObject::connect(again, &QTimer::timeout, &m_changes, [this] { static_cast<void>(askForClock()); });
    again->start(kClockAgain);
}

Task<Result<void>> PostgresStore::askForClock()
{
    return called<void>([this](Connection &connection) { return measureClock(connection); });
}

/// Once: a server that lost what it had says so where it is missed.
Result<void> PostgresStore::probe(Connection &connection)
{
    if (m_isProbed)
        return ok();
    TRY_VOID(probeForDesk(connection));
    m_isProbed = true;
    return ok();
}

/// Also tells the screen whether rows can be stored.
Result<void> PostgresStore::look(Connection &connection)
{
    TRY_VOID(m_schema.look(connection));
    QMetaObject::invokeMethod(
        &m_changes, [this, older = m_schema.older()] { workflow::readOnlyOf(m_changes)->set(older); });
    return ok();
}

/// The trail goes on, since charts are opened and people log in; for rows it is looked again whether the server has been updated.
Result<void> PostgresStore::demandNewer(const UnitOfWork &work, QDeadlineTimer deadline)
{
    if (work.steps().empty() || !m_schema.older())
        return ok();
    TRY_VOID(onLine<void>(deadline, [this](Connection &connection) { return look(connection); }));
    const auto older = m_schema.older();
    return older ? Result<void>(*older) : ok();
}

Result<void> PostgresStore::measureClock(Connection &connection)
{
    TRY_VOID(m_clockSkew.measure(connection, SystemClock()));
    QMetaObject::invokeMethod(&m_changes, [this, ahead = m_clockSkew.last()] {
        if (auto *clock = workflow::deskClockOf(m_changes); clock && ahead)
            clock->set(*ahead);
    });
    return ok();
}

PostgresStore::~PostgresStore()
{
    close();
}

void PostgresStore::noteLink(bool isOnline)
{
    auto *link = workflow::storeLinkOf(m_changes);
    if (!isOnline)
        return link->noteSilence(SystemClock().now());
    link->noteAnswer();
    m_unanswered->hurry();
}

void PostgresStore::close()
{
    m_ending.request_stop();
    m_listener.reset();
    static_cast<void>(m_longThread.runBlocking<void>([this] {
        m_longLine.drop();
        return ok();
    }));
    static_cast<void>(m_thread.runBlocking<void>([this] {
        m_line.drop();
        m_isClosed = true;
        return ok();
    }));
    m_unanswered.reset(); // after the last that could add to it
}

Error PostgresStore::closed()
{
    return {ErrorKind::Unavailable, u"store.closed"_s};
}

Task<Result<Receipt>> PostgresStore::commit(UnitOfWork work)
{
    auto storing = m_thread.run<Receipt>(
        [this, work = std::move(work), deadline = callDeadline()] { return store(work, deadline); });
    return announced(std::move(storing));
}

Task<Result<Receipt>> PostgresStore::decide(Uuid command, workflow::Decision decision)
{
    auto storing =
        m_thread.run<Receipt>([this, command, decision = std::move(decision), deadline = callDeadline()] {
            return storeDecided(command, decision, deadline);
        });
    return announced(std::move(storing));
}

Task<Result<Receipt>> PostgresStore::announced(Task<Result<Receipt>> storing)
{
    CO_TRY(auto receipt, co_await storing);
    announce(receipt);
    co_return receipt;
}

/// Ours come twice, from here and by the feed.
void PostgresStore::announce(const Receipt &receipt)
{
    if (receipt.changes.empty() || !m_announced.isFirst(receipt.command))
        return;
    m_changes.announce(receipt);
}

/// The command is looked up here only to excuse a refusal: the server does it for itself.
Result<Receipt> PostgresStore::storeDecided(Uuid command,
                                            const workflow::Decision &decision,
                                            QDeadlineTimer deadline)
{
    Rows rows(*this, deadline);
    auto work = decision(rows);
    if (work)
        return store(*work, deadline);
    if (work.error().kind == ErrorKind::Unavailable)
        return std::move(work).error();
    TRY(const auto known, storedReceipt(command, deadline));
    return known ? Result<Receipt>(*known) : std::move(work).error();
}

/// What is not answered in time is asked for in the background, unless somebody gives it again first.
Result<Receipt> PostgresStore::store(const UnitOfWork &work, QDeadlineTimer deadline)
{
    TRY_VOID(workflow::checkedWork(work));
    if (m_isClosed)
        return closed();
    TRY_VOID(demandNewer(work, deadline));
    m_unanswered->begin(work);
    auto stored = isBulk(work) ? giveBulk(work) : give(work, m_line, deadline);
    if (!stored && stored.error().code == "store.unknown"_L1)
        m_unanswered->add(work);
    else
        m_thread.afterAnswer([this] { m_unanswered->end(); });
    return stored;
}

/// Given again after a break, the command finds what its first giving stored, or stores it now: both are one answer.
Result<Receipt> PostgresStore::give(const UnitOfWork &work, ServerLine &line, QDeadlineTimer deadline)
{
    const workflow::Parameters parameters{{u"command"_s, work.command().toBytes()},
                                          {u"work"_s, workText(work)}};
    bool wasSent = false;
    for (;;) {
        const auto connection = line.ready(deadline, work.event().agent.uuid);
        // What was sent may be stored, whatever keeps us out now; that this is another server, or an older state, comes first.
        if (!connection)
            return wasSent && connection.error().kind != ErrorKind::Conflict ? unknown() : connection.error();
        const auto answered = valueOf(**connection, u"store/commit"_s, parameters);
        if (answered) {
            m_thread.afterAnswer([this, command = work.command()] {
                m_witness.note(command);
                m_news->note(OwnNews::here());
            });
            return parsedReceipt(*answered);
        }
        line.dropAfter(answered.error());
        wasSent = wasSent || isLost(answered.error());
        if (!isLost(answered.error()) && !isInTheWay(answered.error()))
            return answered.error();
        if (isInTheWay(answered.error()))
            clearTheWay(deadline);
        if (deadline.hasExpired())
            return wasSent ? unknown() : answered.error();
    }
}

/// In a session of its own: also where a pooler ends statements that take long, and with nothing left of it behind.
Result<Receipt> PostgresStore::giveBulk(const UnitOfWork &work)
{
    auto given = give(work, m_bulkLine, QDeadlineTimer(patienceFor(work)));
    m_bulkLine.drop();
    return given;
}

/// Somebody may stay in a transaction that others wait for, as long as she likes; whether it was ended shows the next attempt.
void PostgresStore::clearTheWay(QDeadlineTimer deadline)
{
    const auto connection = m_line.ready(deadline);
    if (!connection)
        return;
    const auto cleared = valueOf(**connection, u"store/clear_the_way"_s, {});
    if (!cleared)
        m_line.dropAfter(cleared.error());
}

Result<std::optional<Receipt>> PostgresStore::storedReceipt(Uuid command, QDeadlineTimer deadline)
{
    TRY(const auto found, onLine<QByteArray>(deadline, [&command](Connection &connection) {
            return valueOf(connection, u"store/find_command"_s, {{u"id"_s, command.toBytes()}});
        }));
    if (found.isEmpty())
        return std::optional<Receipt>();
    TRY(auto receipt, parsedReceipt(found));
    return std::optional(std::move(receipt));
}

Task<Result<std::optional<Receipt>>> PostgresStore::receiptOf(Uuid command)
{
    return m_thread.run<std::optional<Receipt>>(
        [this, command, deadline = callDeadline()] { return storedReceipt(command, deadline); });
}

/// A connection that was lost while nobody used it is noticed by the first question: that one is asked again.
Result<void> PostgresStore::answerAll(const std::vector<Question> &questions, QDeadlineTimer deadline)
{
    if (m_isClosed)
        return closed();
    for (;;) {
        TRY(auto *connection, m_line.ready(deadline));
        const auto answered = questions.size() == 1 ? answer(*connection, questions.front())
                                                    : answerTogether(*connection, m_line.wire(), questions);
        if (answered)
            return answered;
        m_line.dropAfter(answered.error());
        if (!isLost(answered.error()) || deadline.hasExpired())
            return m_schema.explained(answered.error());
    }
}

Task<Result<void>> PostgresStore::ask(std::vector<Question> questions)
{
    return m_thread.run<void>([this, questions = std::move(questions), deadline = callDeadline()] {
        return answerAll(questions, deadline);
    });
}

} // namespace simiao::postgresql
