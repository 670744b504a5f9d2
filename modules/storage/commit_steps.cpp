#include "storage/commit_steps.h"

#include "core/try.h"
#include "storage/entity_types.h"
#include "storage/mapping/row_mapping.h"

#include <algorithm>

namespace simiao::storage {

using workflow::EffectCall;
using workflow::RowChange;

namespace {

Scalar formatted(const workflow::Numbering &numbering, StorageKind kind, qint64 number)
{
    if (kind == StorageKind::Integer)
        return number;
    return numbering.prefix + QString::number(number).rightJustified(numbering.width, QLatin1Char('0'));
}

QString shown(const Scalar &value)
{
    const auto *number = std::get_if<qint64>(&value);
    return number ? QString::number(*number) : std::get<QString>(value);
}

Result<const TypeInfo *> typeOf(const EffectCall &effect)
{
    static const auto types = entityTypes();
    const QString table = tableOf(effect);
    const auto found = std::ranges::find(types, QLatin1StringView(table.toLatin1()), &TypeInfo::table);
    if (found == types.end())
        return Error{ErrorKind::Internal, QStringLiteral("storage.statement-unknown"), effect.name};
    return *found;
}

} // namespace

Uuid idOf(const Row &row)
{
    return Uuid::fromBytes(std::get<QByteArray>(row.front())).value_or(Uuid{});
}

Uuid idOf(const EffectCall &call)
{
    const auto id = call.parameters.find(QStringLiteral("id"));
    const auto *bytes = id == call.parameters.end() ? nullptr : std::get_if<QByteArray>(&id->second);
    return bytes ? Uuid::fromBytes(*bytes).value_or(Uuid{}) : Uuid{};
}

QString tableOf(const EffectCall &call)
{
    return call.name.section(QLatin1Char('/'), 0, 0);
}

Result<void> CommitSteps::write(const workflow::UnitOfWork &work)
{
    m_receipt.command = work.command();
    for (const auto &step : work.steps()) {
        if (const auto *change = std::get_if<RowChange>(&step)) {
            TRY_VOID(writeRow(*change));
        } else {
            TRY_VOID(runEffect(std::get<EffectCall>(step)));
        }
    }
    return ok();
}

Result<qint64> CommitSteps::nextNumber(const QString &sequence)
{
    TRY(const auto rows,
        m_connection->run(QStringLiteral("store/next_number"), {{QStringLiteral("name"), sequence}}));
    TRY(const bool isThere, rows->next());
    if (!isThere)
        return Error{ErrorKind::Internal, QStringLiteral("store.no-number"), sequence};
    const qint64 number = rows->integer(0);
    TRY_VOID(rows->next()); // to its end: only then has it written everywhere
    return number;
}

Result<void> CommitSteps::allocateNumbers(const RowChange &change, Row &row)
{
    for (const auto &[index, numbering] : change.numbered) {
        TRY(const qint64 number, nextNumber(numbering.sequence));
        auto &value = row[std::size_t(index)];
        value = formatted(numbering, change.type->fields[std::size_t(index)].kind, number);
        m_receipt.numbers.push_back(shown(value));
    }
    return ok();
}

Result<void> CommitSteps::writeRow(const RowChange &change)
{
    const TypeInfo &type = *change.type;
    Row row = change.row;
    TRY_VOID(allocateNumbers(change, row));
    const QByteArray hash = rowHash(type, row);
    const QString verb = change.isInsert ? QStringLiteral("insert/") : QStringLiteral("update/");
    TRY(const qint64 written, m_connection->runRow(verb + QString(type.table), type, row, hash));
    if (written != 1)
        return Error{ErrorKind::Conflict, QStringLiteral("store.version"), QString(type.table)};

    const auto version = std::get<qint64>(row[std::size_t(type.indexOf(QLatin1StringView("version")))]);
    m_receipt.changes.push_back({QString(type.name), idOf(row), int(version)});
    m_changes.append(Json(Json::Object{{QStringLiteral("type"), QString(type.name)},
                                       {QStringLiteral("id"), idOf(row).toString()},
                                       {QStringLiteral("version"), version},
                                       {QStringLiteral("hash"), QString::fromLatin1(hash.toHex())}}));
    return ok();
}

Result<void> CommitSteps::runEffect(const EffectCall &call)
{
    TRY(const auto *type, typeOf(call));
    const QByteArray id = idOf(call).toBytes();
    TRY_VOID(checkCounter(*type, id));
    TRY(const qint64 written, m_connection->write(QStringLiteral("effects/") + call.name, call.parameters));
    if (written != 1)
        return Error{ErrorKind::Conflict, call.refusal, call.name};
    TRY_VOID(sealCounter(*type, id));
    const Uuid touched = idOf(call);
    m_receipt.changes.push_back({QString(type->table), touched, 0});
    m_changes.append(Json(
        Json::Object{{QStringLiteral("effect"), call.name}, {QStringLiteral("id"), touched.toString()}}));
    return ok();
}

/// Before a statement changes a row where it stands: a flipped bit must not get a hash of its own.
Result<void> CommitSteps::checkCounter(const TypeInfo &type, const QByteArray &id)
{
    TRY(const auto rows,
        m_connection->run(QStringLiteral("row/") + QString(type.table), {{QStringLiteral("id"), id}}));
    TRY(const bool isThere, rows->next());
    if (isThere) {
        TRY_VOID(RowReader(type, *rows).read());
    }
    return ok();
}

Result<Row> CommitSteps::changedRow(const TypeInfo &type, const QByteArray &id)
{
    TRY(const auto rows,
        m_connection->run(QStringLiteral("row/") + QString(type.table), {{QStringLiteral("id"), id}}));
    TRY(const bool isThere, rows->next());
    if (!isThere)
        return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), QString(type.table)};
    return RowReader(type, *rows).readChanged();
}

Result<void> CommitSteps::sealCounter(const TypeInfo &type, const QByteArray &id)
{
    const QString table(type.table);
    TRY(const auto row, changedRow(type, id));
    TRY_VOID(
        m_connection->write(QStringLiteral("rehash/") + table,
                            {{QStringLiteral("id"), id}, {QStringLiteral("row_hash"), rowHash(type, row)}}));
    return ok();
}

Json CommitSteps::sealedEvent(const workflow::UnitOfWork &work) const
{
    Json event = toJson(work.event());
    event.insert(QStringLiteral("command"), work.command().toString());
    event.insert(QStringLiteral("changes"), m_changes);
    return event;
}

Json receiptToJson(const workflow::Receipt &receipt)
{
    Json changes{Json::Array{}};
    for (const auto &change : receipt.changes) {
        changes.append(Json(Json::Object{{QStringLiteral("type"), change.type},
                                         {QStringLiteral("id"), change.id.toString()},
                                         {QStringLiteral("version"), change.version}}));
    }
    Json numbers{Json::Array{}};
    for (const auto &number : receipt.numbers)
        numbers.append(number);
    return Json(Json::Object{{QStringLiteral("command"), receipt.command.toString()},
                             {QStringLiteral("changes"), changes},
                             {QStringLiteral("numbers"), numbers}});
}

Result<workflow::Receipt> receiptFromJson(const Json &json)
{
    workflow::Receipt receipt;
    TRY(receipt.command, Uuid::parse(json[QStringLiteral("command")].toString()));
    for (const auto &change : json[QStringLiteral("changes")].array()) {
        TRY(const auto id, Uuid::parse(change[QStringLiteral("id")].toString()));
        receipt.changes.push_back({change[QStringLiteral("type")].toString(), id,
                                   int(change[QStringLiteral("version")].toInteger())});
    }
    for (const auto &number : json[QStringLiteral("numbers")].array())
        receipt.numbers.push_back(number.toString());
    return receipt;
}

} // namespace simiao::storage
