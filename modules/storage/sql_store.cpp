#include "storage/sql_store.h"

#include "core/log.h"
#include "core/try.h"
#include "storage/audit/link_row.h"
#include "storage/commit_steps.h"
#include "storage/receipt_text.h"
#include "storage/sql/read_rows.h"
#include "workflow/checked_work.h"

#include <QCoreApplication>

namespace simiao::storage {

using workflow::Question;
using workflow::Receipt;
using workflow::UnitOfWork;

namespace {

Result<security::AuditHead> lastLink(Connection &connection)
{
    TRY(const auto rows, connection.run(QStringLiteral("store/audit_head"), {}));
    TRY(const bool isThere, rows->next());
    return isThere ? security::AuditHead{rows->integer(0), rows->bytes(1)} : security::emptyAuditHead();
}

Result<void> takeKept(const Question &question, KeptRow &kept)
{
    return question.takeKept ? question.takeKept(kept.row, kept.made) : question.take({kept.row});
}

Result<void> refuseShorter(const security::AuditHead &chain, const security::AuditHead &witnessed)
{
    if (chain.count >= witnessed.count)
        return ok();
    return Error{ErrorKind::Corrupt, QStringLiteral("audit.truncated"), QString::number(chain.count + 1)};
}

/// The receipt of a command that was committed before, if it was.
Result<std::optional<Receipt>> knownReceipt(Connection &connection, Uuid command)
{
    TRY(const auto rows,
        connection.run(QStringLiteral("store/find_command"), {{QStringLiteral("id"), command.toBytes()}}));
    TRY(const bool isKnown, rows->next());
    if (!isKnown)
        return std::optional<Receipt>();
    TRY(auto receipt, receiptFromText(rows->bytes(0)));
    return std::optional(std::move(receipt));
}

} // namespace

/// What a decision reads: the store itself, on its thread.
struct SqlStore::Rows final : workflow::Reader
{
    explicit Rows(SqlStore &store)
        : m_store(store)
    {
    }
    Result<void> answer(const Question &question) override { return m_store.answer(question); }

    SqlStore &m_store;
};

SqlStore::SqlStore(QString headPath)
    : m_headFile(headPath)
{
}

Result<std::shared_ptr<SqlStore>> SqlStore::open(Connector connector, QString headPath)
{
    const std::shared_ptr<SqlStore> store(new SqlStore(std::move(headPath)));
    // Not a copy of the pointer: the last one must not die on the SQL thread, which cannot wait for itself.
    TRY_VOID(store->m_thread.runBlocking<void>(
        [raw = store.get(), connector] { return raw->connect(connector); }));
    if (const auto *program = QCoreApplication::instance()) // a start opens its store beside the window
        store->m_changes.moveToThread(program->thread());
    return store;
}

SqlStore::~SqlStore()
{
    close();
}

void SqlStore::close()
{
    static_cast<void>(m_thread.runBlocking<void>([this] {
        m_connection.reset();
        return ok();
    }));
}

Result<void> SqlStore::connect(const Connector &connector)
{
    TRY(m_connection, connector());
    TRY(m_head, lastLink(*m_connection));
    TRY(const auto witnessed, m_headFile.read());
    return refuseShorter(m_head, witnessed);
}

Task<Result<Receipt>> SqlStore::commit(UnitOfWork work)
{
    auto storing = m_thread.run<Receipt>([this, work = std::move(work)] { return store(work); });
    return announced(std::move(storing));
}

Task<Result<Receipt>> SqlStore::decide(Uuid command, workflow::Decision decision)
{
    auto storing = m_thread.run<Receipt>(
        [this, command, decision = std::move(decision)] { return storeDecided(command, decision); });
    return announced(std::move(storing));
}

Task<Result<Receipt>> SqlStore::announced(Task<Result<Receipt>> storing)
{
    CO_TRY(auto receipt, co_await storing);
    if (!receipt.changes.empty())
        m_changes.announce(receipt);
    co_return receipt;
}

/// The command is looked up here only to excuse a refusal: store() does it for itself.
Result<Receipt> SqlStore::storeDecided(Uuid command, const workflow::Decision &decision)
{
    Rows rows(*this);
    auto work = decision(rows);
    if (work)
        return store(*work);
    TRY(const auto known, storedReceipt(command));
    return known ? Result<Receipt>(*known) : std::move(work).error();
}

Result<Receipt> SqlStore::store(const UnitOfWork &work)
{
    if (!m_connection)
        return Error{ErrorKind::Unavailable, QStringLiteral("store.closed")};
    TRY_VOID(workflow::checkedWork(work));
    forgetRowsOf(work);
    TRY_VOID(m_connection->begin());
    auto stored = storeInTransaction(work);
    if (!stored)
        m_connection->rollback();
    return stored;
}

Result<Receipt> SqlStore::storeInTransaction(const UnitOfWork &work)
{
    TRY(const auto known, knownReceipt(*m_connection, work.command()));
    if (known) {
        m_connection->rollback();
        return *known;
    }
    CommitSteps steps(m_connection.get());
    TRY_VOID(steps.write(work));
    const Json event = steps.sealedEvent(work);
    const auto link = security::sealEvent(m_head, event.canonical());
    TRY_VOID(m_connection->write(QStringLiteral("store/append_audit"), linkParameters(link, event)));
    TRY_VOID(m_connection->write(
        QStringLiteral("store/record_command"),
        {{QStringLiteral("id"), work.command().toBytes()},
         {QStringLiteral("receipt"), QString::fromUtf8(receiptToJson(steps.receipt()).canonical())},
         {QStringLiteral("recorded_at"), qint64(work.event().recorded.microseconds)}}));
    TRY_VOID(m_connection->commitTransaction());
    m_head = {link.sequence, link.hash};
    keepRowsOf(work);
    m_thread.afterAnswer([this] { settle(); });
    return steps.receipt();
}

/// Nobody waits for the witness: after a crash between the two the chain is longer than it says, which is allowed.
void SqlStore::settle()
{
    if (auto witnessed = m_headFile.write(m_head); !witnessed)
        log::error(witnessed.error());
    m_connection->settle();
}

Result<std::optional<Receipt>> SqlStore::storedReceipt(Uuid command)
{
    if (!m_connection)
        return Error{ErrorKind::Unavailable, QStringLiteral("store.closed")};
    return knownReceipt(*m_connection, command);
}

Task<Result<std::optional<Receipt>>> SqlStore::receiptOf(Uuid command)
{
    return m_thread.run<std::optional<Receipt>>([this, command] { return storedReceipt(command); });
}

Result<void> SqlStore::answer(const Question &question)
{
    if (!m_connection)
        return Error{ErrorKind::Unavailable, QStringLiteral("store.closed")};
    if (question.query.isEmpty())
        return answerOne(question);
    TRY(const auto rows, readAnswer(*m_connection, question));
    return question.take(rows);
}

Result<void> SqlStore::answerOne(const Question &question)
{
    const TypeInfo &type = *question.type;
    if (auto *kept = m_rows.find(type.table, question.id))
        return takeKept(question, *kept);
    TRY(auto row, readRow(*m_connection, type, question.id));
    m_rows.keep(type.table, question.id, row);
    return question.take({std::move(row)});
}

void SqlStore::forgetRowsOf(const UnitOfWork &work)
{
    for (const auto &step : work.steps()) {
        if (const auto *change = std::get_if<workflow::RowChange>(&step)) {
            m_rows.forget(change->type->table, idOf(change->row));
        } else {
            const auto &call = std::get<workflow::EffectCall>(step);
            m_rows.forget(QLatin1StringView(tableOf(call).toLatin1()), idOf(call));
        }
    }
}

/// The next act often begins where this one left a row: the visit that was called is signed.
void SqlStore::keepRowsOf(const UnitOfWork &work)
{
    for (const auto &step : work.steps()) {
        const auto *change = std::get_if<workflow::RowChange>(&step);
        if (change && !change->isInsert && change->numbered.empty())
            m_rows.keep(change->type->table, idOf(change->row), change->row);
    }
}

Task<Result<void>> SqlStore::ask(std::vector<Question> questions)
{
    return m_thread.run<void>([this, questions = std::move(questions)] {
        auto answered = ok();
        for (const auto &question : questions) {
            answered = answer(question);
            if (!answered)
                break;
        }
        return answered;
    });
}

Result<qint64> SqlStore::checkChain()
{
    TRY(const auto witnessed, m_headFile.read());
    TRY(const auto head, walkChain(*m_connection, witnessed));
    return head.count;
}

Task<Result<qint64>> SqlStore::verifyAudit()
{
    return m_thread.run<qint64>([this] { return checkChain(); });
}

} // namespace simiao::storage
