#pragma once

#include "storage/audit/head_file.h"
#include "storage/executor/sql_thread.h"
#include "storage/row_cache.h"
#include "storage/sql/connection.h"
#include "workflow/ports/store.h"

namespace simiao::storage {

/// Opens a connection on the SQL thread; migrations are applied when it returns.
using Connector = std::function<Result<std::unique_ptr<Connection>>()>;

/// A Store over one SQL connection on its own thread. One closure and one transaction per commit:
/// command known? -> rows and effects -> audit link -> command -> COMMIT -> answer -> audit head.
/// The connection must be the only one that writes: rows that were asked for by id are kept.
class SqlStore : public workflow::Store
{
public:
    /// Blocks until the connection is open (start-up only). Corrupt `audit.truncated` when the database holds fewer
    /// events than `headPath` has seen: it was replaced or cut.
    static Result<std::shared_ptr<SqlStore>> open(Connector connector, QString headPath);
    ~SqlStore() override;

    Task<Result<workflow::Receipt>> commit(workflow::UnitOfWork work) override;
    Task<Result<std::optional<workflow::Receipt>>> receiptOf(Uuid command) override;
    Task<Result<void>> ask(std::vector<workflow::Question> questions) override;
    Task<Result<workflow::Receipt>> decide(Uuid command, workflow::Decision decision) override;
    workflow::ChangeFeed *changes() override { return &m_changes; }
    void close() override;

    /// Walks the whole audit chain and compares it with the head file.
    /// \returns number of links; the error names the first bad record
    Task<Result<qint64>> verifyAudit();

    /// Runs `work` on the SQL thread with the open connection, between two commits.
    template <typename T>
    Task<Result<T>> withConnection(std::function<Result<T>(Connection &)> work)
    {
        return m_thread.run<T>([this, work = std::move(work)]() -> Result<T> {
            if (!m_connection)
                return Error{ErrorKind::Unavailable, QStringLiteral("store.closed")};
            return work(*m_connection);
        });
    }

private:
    struct Rows;

    explicit SqlStore(QString headPath);
    /// Waits for what is stored on the SQL thread and tells those who follow the changes.
    Task<Result<workflow::Receipt>> announced(Task<Result<workflow::Receipt>> storing);

    // On the SQL thread:
    Result<void> connect(const Connector &connector);
    Result<workflow::Receipt> store(const workflow::UnitOfWork &work);
    Result<workflow::Receipt> storeDecided(Uuid command, const workflow::Decision &decision);
    Result<workflow::Receipt> storeInTransaction(const workflow::UnitOfWork &work);
    void settle();
    Result<std::optional<workflow::Receipt>> storedReceipt(Uuid command);
    Result<void> answer(const workflow::Question &question);
    Result<void> answerOne(const workflow::Question &question);
    /// What `work` is about to change is read again when it is next asked for.
    void forgetRowsOf(const workflow::UnitOfWork &work);
    /// What `work` changed is known from now on; it is committed.
    void keepRowsOf(const workflow::UnitOfWork &work);
    Result<qint64> checkChain();

    SqlThread m_thread;
    std::unique_ptr<Connection> m_connection; ///< lives on m_thread
    AuditHeadFile m_headFile;                 ///< used on m_thread
    security::AuditHead m_head;               ///< used on m_thread
    RowCache m_rows;                          ///< used on m_thread
    workflow::ChangeFeed m_changes;
};

} // namespace simiao::storage
