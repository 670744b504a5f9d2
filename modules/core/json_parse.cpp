#include "core/json.h"

#include "core/text.h"

#include <nlohmann/json.hpp>

#include <iterator>
#include <optional>
#include <vector>

namespace simiao {

namespace {

constexpr std::size_t kMaxDepth = 200;

/// Walks the bytes for the library's lexer and remembers how far it came, so that errors have a place.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator(const char *at, const char **reached)
        : m_at(at)
        , m_reached(reached)
    {
    }
    reference operator*() const { return *m_at; }
    CountingIterator &operator++()
    {
        ++m_at;
        *m_reached = m_at;
        return *this;
    }
    CountingIterator operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator &other) const { return m_at == other.m_at; }

private:
    const char *m_at;
    const char **m_reached;
};

/// Builds a Json from the library's events; refuses what the contract refuses.
class Builder : public nlohmann::json_sax<nlohmann::json>
{
public:
    bool null() override { return add(Json()); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override { return add(Json(qint64(value))); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return add(Json(Json::Number{QString::number(value)}));
    }
    bool number_float(number_float_t, const string_t &lexeme) override
    {
        return add(Json(Json::Number{QString::fromStdString(lexeme)}));
    }
    bool string(string_t &value) override
    {
        const auto text = checked(value);
        return text && add(Json(*text));
    }
    bool binary(binary_t &) override { return fail(QStringLiteral("json.syntax")); }

    bool start_object(std::size_t) override { return open(Json(Json::Object{})); }
    bool start_array(std::size_t) override { return open(Json(Json::Array{})); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t &value) override
    {
        const auto text = checked(value);
        if (!text)
            return false;
        auto &level = m_open.back();
        if (level.value.object().contains(*text))
            return fail(QStringLiteral("json.duplicate-key"));
        level.key = *text;
        return true;
    }

    bool parse_error(std::size_t, const std::string &, const nlohmann::json::exception &) override
    {
        return fail(QStringLiteral("json.syntax"));
    }

    Json root;
    QString code;

private:
    struct Level
    {
        Json value;
        QString key;
    };

    bool fail(const QString &reason)
    {
        if (code.isEmpty())
            code = reason;
        return false;
    }

    std::optional<QString> checked(const std::string &utf8)
    {
        QString text = QString::fromStdString(utf8);
        if (!findTextFault(text))
            return text;
        fail(QStringLiteral("json.text"));
        return std::nullopt;
    }

    bool open(Json container)
    {
        if (m_open.size() >= kMaxDepth)
            return fail(QStringLiteral("json.too-deep"));
        m_open.push_back({std::move(container), {}});
        return true;
    }

    bool close()
    {
        Json done = std::move(m_open.back().value);
        m_open.pop_back();
        return add(std::move(done));
    }

    bool add(Json value)
    {
        if (m_open.empty())
            root = std::move(value);
        else if (auto &level = m_open.back(); level.value.isArray())
            level.value.append(std::move(value));
        else
            level.value.insert(level.key, std::move(value));
        return true;
    }

    std::vector<Level> m_open;
};

QString placeOf(const QByteArray &bytes, const char *reached)
{
    const qsizetype offset = std::clamp<qsizetype>(reached - bytes.constData() - 1, 0, bytes.size());
    const auto before = QByteArrayView(bytes).first(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return QStringLiteral("%1:%2").arg(before.count('\n') + 1).arg(offset - lineStart + 1);
}

} // namespace

Result<Json> Json::parse(const QByteArray &utf8)
{
    const char *reached = utf8.constData();
    const CountingIterator begin(utf8.constData(), &reached);
    const CountingIterator end(utf8.constData() + utf8.size(), &reached);
    Builder builder;
    if (nlohmann::json::sax_parse(begin, end, &builder))
        return builder.root;
    return Error{ErrorKind::Invalid, builder.code, placeOf(utf8, reached)};
}

} // namespace simiao
