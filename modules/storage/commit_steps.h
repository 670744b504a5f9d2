#pragma once

#include "storage/sql/connection.h"
#include "workflow/ports/unit_of_work.h"

namespace simiao::storage {

/// Writes the steps of one unit of work inside an open transaction and notes what it wrote.
/// \thread  the SQL thread
class CommitSteps
{
public:
    explicit CommitSteps(Connection *connection)
        : m_connection(connection)
    {
    }

    Result<void> write(const workflow::UnitOfWork &work);

    /// What was written, for the receipt.
    const workflow::Receipt &receipt() const { return m_receipt; }
    /// The audit event with the rows it changed and their hashes: what is sealed.
    Json sealedEvent(const workflow::UnitOfWork &work) const;

private:
    Result<void> writeRow(const workflow::RowChange &change);
    Result<void> allocateNumbers(const workflow::RowChange &change, Row &row);
    Result<qint64> nextNumber(const QString &sequence);
    Result<void> runEffect(const workflow::EffectCall &call);
    Result<void> checkCounter(const TypeInfo &type, const QByteArray &id);
    Result<void> sealCounter(const TypeInfo &type, const QByteArray &id);
    Result<Row> changedRow(const TypeInfo &type, const QByteArray &id);

    Connection *m_connection;
    workflow::Receipt m_receipt;
    Json m_changes{Json::Array{}};
};

/// The row that is written; a null id where there is none.
Uuid idOf(const Row &row);
/// The row that an effect changes where it stands, and its table: "lot/take" changes one of `lot`.
Uuid idOf(const workflow::EffectCall &call);
QString tableOf(const workflow::EffectCall &call);

/// The receipt as it is kept for repeated commands, and back.
Json receiptToJson(const workflow::Receipt &receipt);
Result<workflow::Receipt> receiptFromJson(const Json &json);

} // namespace simiao::storage
