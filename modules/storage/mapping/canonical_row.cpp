#include "storage/mapping/canonical_row.h"

#include "core/id.h"
#include "core/instant.h"
#include "core/utf8.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace simiao::storage {

namespace {

/// The keys of a type as they are written, in their order.
struct KeyOrder
{
    std::vector<std::size_t> fields;
    std::vector<QByteArray> keys; ///< "\"name\":"
};

KeyOrder orderOf(const TypeInfo &type)
{
    KeyOrder order;
    order.fields.resize(type.fields.size());
    std::iota(order.fields.begin(), order.fields.end(), std::size_t(0));
    std::ranges::sort(order.fields, {},
                      [&type](std::size_t i) { return QByteArray(type.fields[i].name.data()); });
    for (const auto i : order.fields)
        order.keys.push_back('"' + QByteArray(type.fields[i].name.data()) + "\":");
    return order;
}

/// Types live as long as the program.
const KeyOrder &knownOrderOf(const TypeInfo &type)
{
    thread_local std::unordered_map<const TypeInfo *, KeyOrder> known;
    const auto found = known.find(&type);
    return found != known.end() ? found->second : known.emplace(&type, orderOf(type)).first->second;
}

bool needsEscape(QChar c)
{
    return c.unicode() < 0x20 || c == u'"' || c == u'\\';
}

void appendQuoted(QByteArray &out, const QByteArray &ascii)
{
    out.append('"').append(ascii).append('"');
}

void appendQuoted(QByteArray &out, const QString &text)
{
    if (std::ranges::any_of(text, needsEscape)) {
        out += Json(text).canonical();
        return;
    }
    out += '"';
    appendUtf8(out, text);
    out += '"';
}

void append(QByteArray &out, StorageKind kind, qint64 value)
{
    if (kind == StorageKind::Boolean)
        out += value != 0 ? "true" : "false";
    else if (kind == StorageKind::Instant)
        appendQuoted(out, Instant{value}.toIsoLatin1());
    else
        out += QByteArray::number(value);
}

void append(QByteArray &out, StorageKind kind, const QString &text)
{
    if (kind == StorageKind::Decimal || kind == StorageKind::Document)
        appendUtf8(out, text);
    else
        appendQuoted(out, text);
}

void append(QByteArray &out, StorageKind kind, const Scalar &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        append(out, kind, *number);
    else if (const auto *text = std::get_if<QString>(&value))
        append(out, kind, *text);
    else
        appendQuoted(out, Uuid::fromBytes(std::get<QByteArray>(value)).value_or(Uuid{}).toLatin1());
}

} // namespace

QByteArray canonicalRow(const TypeInfo &type, const Row &row)
{
    const auto &order = knownOrderOf(type);
    QByteArray out;
    out.reserve(1024);
    for (std::size_t at = 0; at < order.fields.size(); ++at) {
        const auto &value = row[order.fields[at]];
        if (std::holds_alternative<std::monostate>(value))
            continue;
        out += out.isEmpty() ? '{' : ',';
        out += order.keys[at];
        append(out, type.fields[order.fields[at]].kind, value);
    }
    return out + '}';
}

} // namespace simiao::storage
