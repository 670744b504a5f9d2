#include "support/memory_store.h"

#include "core/try.h"
#include "support/memory_audit.h"
#include "support/memory_queries.h"
#include "workflow/checked_work.h"

namespace simiao::test {

using workflow::Receipt;
using workflow::RowChange;
using workflow::UnitOfWork;

namespace {

struct UniqueKey
{
    const char *table;
    std::vector<const char *> columns;
};

/// The unique indexes of the schema that a use case can run into.
const std::vector<UniqueKey> &uniqueKeys()
{
    static const std::vector<UniqueKey> keys{
        {"patient", {"mrn"}},
        {"patient", {"identity_number"}},
        {"account", {"login_name"}},
        {"organization", {"code"}},
        {"medication", {"code"}},
        {"task", {"encounter"}},
        {"charge_item", {"request"}},
        {"concept", {"system", "code"}},
        {"library", {"name", "release"}},
        {"imaging_study", {"patient", "study_instance_uid"}},
        {"desk_device", {"workstation", "role"}},
    };
    return keys;
}

Row keyOf(const TypeInfo &type, const Row &row, const UniqueKey &key)
{
    Row values;
    for (const char *column : key.columns)
        values.push_back(row[std::size_t(type.indexOf(QLatin1StringView(column)))]);
    return values;
}

bool isEmptyKey(const Row &key)
{
    return key.front() == Scalar{} || key.front() == Scalar{QString()}
    || key.front() == Scalar{QStringLiteral("")};
}

/// "table.column, table.column"
QString namesOf(const UniqueKey &key)
{
    QStringList names;
    for (const auto *column : key.columns)
        names.append(QString::fromLatin1(key.table) + u'.' + QString::fromLatin1(column));
    return names.join(QStringLiteral(", "));
}

Result<void> checkUnique(const MemoryStore::Table &table, const TypeInfo &type, const Row &row)
{
    for (const auto &key : uniqueKeys()) {
        const Row wanted = type.table == QLatin1StringView(key.table) ? keyOf(type, row, key) : Row{};
        if (wanted.empty() || isEmptyKey(wanted))
            continue;
        for (const auto &[id, other] : table) {
            if (id != std::get<QByteArray>(row.front()) && keyOf(type, other, key) == wanted)
                return Error{ErrorKind::Conflict, QStringLiteral("store.unique"), namesOf(key)};
        }
    }
    return ok();
}

/// What the trigger on invoices enforces: a charge is settled once.
Result<void> checkSettledOnce(const MemoryStore::Table &invoices, const TypeInfo &type, const Row &row)
{
    const int lines = type.indexOf(QLatin1StringView("lines"));
    if (type.name != QLatin1StringView("Invoice"))
        return ok();
    for (const auto &[id, other] : invoices) {
        const auto settled = Json::parse(std::get<QString>(other[std::size_t(lines)]).toUtf8())->array();
        for (const auto &line : Json::parse(std::get<QString>(row[std::size_t(lines)]).toUtf8())->array()) {
            for (const auto &earlier : settled) {
                if (earlier[QStringLiteral("charge_item")] == line[QStringLiteral("charge_item")])
                    return Error{ErrorKind::Conflict, QStringLiteral("store.unique"),
                                 QStringLiteral("invoice_line.charge_item")};
            }
        }
    }
    return ok();
}

qint64 versionOf(const TypeInfo &type, const Row &row)
{
    return std::get<qint64>(row[std::size_t(type.indexOf(QLatin1StringView("version")))]);
}

Result<void> writeRow(MemoryStore::State &state, const RowChange &change, Receipt &receipt)
{
    const TypeInfo &type = *change.type;
    auto &table = state.tables[QString(type.table)];
    Row row = change.row;
    for (const auto &[index, numbering] : change.numbered) {
        const qint64 number = ++state.sequences[numbering.sequence];
        const bool isInteger = type.fields[std::size_t(index)].kind == StorageKind::Integer;
        const QString text =
            numbering.prefix + QString::number(number).rightJustified(numbering.width, QLatin1Char('0'));
        row[std::size_t(index)] = isInteger ? Scalar{number} : Scalar{text};
        receipt.numbers.push_back(isInteger ? QString::number(number) : text);
    }
    const auto id = std::get<QByteArray>(row.front());
    const auto existing = table.find(id);
    const bool isCurrent = change.isInsert
        ? existing == table.end()
        : existing != table.end() && versionOf(type, existing->second) == versionOf(type, row) - 1;
    if (!isCurrent)
        return Error{ErrorKind::Conflict, QStringLiteral("store.version"), QString(type.table)};
    TRY_VOID(checkUnique(table, type, row));
    TRY_VOID(checkSettledOnce(table, type, row));
    receipt.changes.push_back({QString(type.name), *Uuid::fromBytes(id), int(versionOf(type, row))});
    table.insert_or_assign(id, std::move(row));
    return ok();
}

Result<void> runStep(MemoryStore::State &state, const UnitOfWork::Step &step, Receipt &receipt)
{
    if (const auto *change = std::get_if<RowChange>(&step))
        return writeRow(state, *change, receipt);
    const auto &call = std::get<workflow::EffectCall>(step);
    TRY(const bool isDone, runEffect(state, call));
    if (!isDone)
        return Error{ErrorKind::Conflict, call.refusal, call.name};
    const auto id = std::get<QByteArray>(call.parameters.at(QStringLiteral("id")));
    receipt.changes.push_back({call.name.section(QLatin1Char('/'), 0, 0), *Uuid::fromBytes(id), 0});
    return ok();
}

} // namespace

Result<Receipt> MemoryStore::apply(const UnitOfWork &work, State &state)
{
    Receipt receipt;
    receipt.command = work.command();
    for (const auto &step : work.steps()) {
        TRY_VOID(runStep(state, step, receipt));
    }
    return receipt;
}

Task<Result<Receipt>> MemoryStore::commit(UnitOfWork work)
{
    if (const auto known = m_commands.find(work.command()); known != m_commands.end())
        co_return Result<Receipt>(known->second);
    CO_TRY_VOID(workflow::checkedWork(work));
    State next = m_state;
    CO_TRY(const auto receipt, apply(work, next));
    m_state = std::move(next);
    m_commands.emplace(work.command(), receipt);
    m_audit.push_back(work.event());
    if (!receipt.changes.empty())
        m_changes.announce(receipt);
    co_return receipt;
}

Task<Result<std::optional<Receipt>>> MemoryStore::receiptOf(Uuid command)
{
    const auto known = m_commands.find(command);
    co_return known == m_commands.end() ? std::optional<Receipt>() : std::optional(known->second);
}

Result<std::vector<Row>> MemoryStore::rowsFor(const workflow::Question &question) const
{
    if (question.query.startsWith(QLatin1String("audit_event/")))
        return auditAnswer(m_audit, question.query, question.parameters);
    if (!question.query.isEmpty())
        return answer(m_state, *question.type, question.query, question.parameters);
    const QString tableName(question.type->table);
    const auto table = m_state.tables.find(tableName);
    if (table != m_state.tables.end()) {
        if (const auto found = table->second.find(question.id.toBytes()); found != table->second.end())
            return std::vector<Row>{found->second};
    }
    return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), tableName};
}

Task<Result<void>> MemoryStore::ask(std::vector<workflow::Question> questions)
{
    for (const auto &question : questions) {
        CO_TRY(const auto rows, rowsFor(question));
        CO_TRY_VOID(question.take(rows));
    }
    co_return ok();
}

} // namespace simiao::test
