#include "storage/receipt_text.h"

#include "core/try.h"
#include "storage/commit_steps.h"

#include <QUuid>

#include <charconv>
#include <optional>

namespace simiao::storage {

namespace {

/// Takes off what is expected next. Canonical JSON can be said in one way only, so whatever is not there is something else.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_rest(text)
    {
    }

    bool isAtEnd() const { return m_rest.isEmpty(); }

    bool take(QByteArrayView expected)
    {
        if (!m_rest.startsWith(expected))
            return false;
        m_rest = m_rest.sliced(expected.size());
        return true;
    }

    std::optional<Uuid> takeUuid()
    {
        constexpr qsizetype kLength = 36;
        if (m_rest.size() < kLength)
            return std::nullopt;
        const QUuid parsed = QUuid::fromString(QLatin1StringView(m_rest.first(kLength)));
        auto uuid = Uuid::fromBytes(parsed.toRfc4122());
        if (!uuid || parsed.isNull())
            return std::nullopt;
        m_rest = m_rest.sliced(kLength);
        return *uuid;
    }

    /// Up to its closing quote, which is taken too; nothing where characters of it are written otherwise than they are.
    std::optional<QString> takeString()
    {
        const auto length = m_rest.indexOf('"');
        if (length < 0 || m_rest.first(length).contains('\\'))
            return std::nullopt;
        QString string = QString::fromUtf8(m_rest.first(length));
        m_rest = m_rest.sliced(length + 1);
        return string;
    }

    std::optional<int> takeNumber()
    {
        int number = 0;
        const auto end = std::from_chars(m_rest.begin(), m_rest.end(), number);
        if (end.ec != std::errc() || number < 0)
            return std::nullopt;
        m_rest = m_rest.sliced(end.ptr - m_rest.begin());
        return number;
    }

private:
    QByteArrayView m_rest;
};

bool takeChange(Cursor &cursor, workflow::Receipt &receipt)
{
    if (!cursor.take(R"({"id":")"))
        return false;
    const auto id = cursor.takeUuid();
    if (!id || !cursor.take(R"(","type":")"))
        return false;
    auto type = cursor.takeString();
    if (!type || !cursor.take(R"(,"version":)"))
        return false;
    const auto version = cursor.takeNumber();
    if (!version)
        return false;
    receipt.changes.push_back({*std::move(type), *id, *version});
    return cursor.take("}");
}

bool takeNumber(Cursor &cursor, workflow::Receipt &receipt)
{
    if (!cursor.take("\""))
        return false;
    auto number = cursor.takeString();
    if (number)
        receipt.numbers.push_back(*std::move(number));
    return number.has_value();
}

/// `[` has been taken, and what stands up to `]` is.
bool takeAll(Cursor &cursor,
             workflow::Receipt &receipt,
             bool (*takeOne)(Cursor &cursor, workflow::Receipt &receipt))
{
    if (cursor.take("]"))
        return true;
    do {
        if (!takeOne(cursor, receipt))
            return false;
    } while (cursor.take(","));
    return cursor.take("]");
}

std::optional<workflow::Receipt> canonical(QByteArrayView text)
{
    Cursor cursor(text);
    workflow::Receipt receipt;
    if (!cursor.take(R"({"changes":[)") || !takeAll(cursor, receipt, &takeChange)
        || !cursor.take(R"(,"command":")"))
        return std::nullopt;
    const auto command = cursor.takeUuid();
    if (!command || !cursor.take(R"(","numbers":[)"))
        return std::nullopt;
    receipt.command = *command;
    const bool isWhole = takeAll(cursor, receipt, &takeNumber) && cursor.take("}") && cursor.isAtEnd();
    return isWhole ? std::optional(std::move(receipt)) : std::nullopt;
}

} // namespace

Result<workflow::Receipt> receiptFromText(QByteArrayView text)
{
    if (auto receipt = canonical(text))
        return *std::move(receipt);
    TRY(const auto json, Json::parse(text.toByteArray()));
    return receiptFromJson(json);
}

} // namespace simiao::storage
