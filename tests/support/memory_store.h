#pragma once

#include "workflow/ports/store.h"

#include <QHash>

#include <map>

namespace simiao::test {

/// A Store without a disk, for tests of use cases: same contract, same refusals, answers at once.
class MemoryStore : public workflow::Store
{
public:
    Task<Result<workflow::Receipt>> commit(workflow::UnitOfWork work) override;
    Task<Result<std::optional<workflow::Receipt>>> receiptOf(Uuid command) override;
    Task<Result<void>> ask(std::vector<workflow::Question> questions) override;
    workflow::ChangeFeed *changes() override { return &m_changes; }
    void close() override {}

    /// Audit events committed so far, as written.
    const std::vector<security::AuditEvent> &audit() const { return m_audit; }

    using Table = std::map<QByteArray, Row>; ///< by id, so in order of creation
    struct State
    {
        std::map<QString, Table> tables;
        std::map<QString, qint64> sequences;
    };

private:
    Result<std::vector<Row>> rowsFor(const workflow::Question &question) const;
    Result<workflow::Receipt> apply(const workflow::UnitOfWork &work, State &state);

    State m_state;
    std::map<Uuid, workflow::Receipt> m_commands;
    std::vector<security::AuditEvent> m_audit;
    workflow::ChangeFeed m_changes;
};

} // namespace simiao::test
