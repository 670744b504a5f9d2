#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <map>
#include <variant>

namespace simiao {

/// A JSON value that keeps what it was given: numbers stay the lexemes they were (18.90 stays 18.90),
/// strings hold no NUL and no lone surrogate, object keys are ordered by UTF-16 code unit (RFC 8785).
class Json
{
public:
    struct Number
    {
        QString lexeme; ///< as written, a valid JSON number
        bool operator==(const Number &) const = default;
    };
    using Array = QList<Json>;
    using Object = std::map<QString, Json>;

    Json() = default;
    Json(bool value)
        : m_value(value)
    {
    }
    Json(qint64 value)
        : m_value(Number{QString::number(value)})
    {
    }
    Json(int value)
        : Json(qint64(value))
    {
    }
    Json(Number value)
        : m_value(std::move(value))
    {
    }
    Json(QString value)
        : m_value(std::move(value))
    {
    }
    Json(Array value)
        : m_value(std::move(value))
    {
    }
    Json(Object value)
        : m_value(std::move(value))
    {
    }
    Json(const char *) = delete;

    bool operator==(const Json &) const = default;

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    bool isBool() const { return std::holds_alternative<bool>(m_value); }
    bool isNumber() const { return std::holds_alternative<Number>(m_value); }
    bool isString() const { return std::holds_alternative<QString>(m_value); }
    bool isArray() const { return std::holds_alternative<Array>(m_value); }
    bool isObject() const { return std::holds_alternative<Object>(m_value); }

    /// The value, or an empty one when the type differs: callers that must know ask is…() first.
    bool toBool() const;
    QString toString() const;
    QString lexeme() const;
    qint64 toInteger() const;
    const Array &array() const;
    const Object &object() const;

    /// The member, or null; also when this is no object.
    const Json &operator[](const QString &key) const;
    /// Inserts into an object (a null becomes one).
    void insert(const QString &key, Json value);
    void append(Json value);

    /// RFC 8785 form: no blanks, sorted keys, shortest escapes; number lexemes as they are.
    QByteArray canonical() const;
    /// For people: two-space indentation.
    QByteArray pretty() const;

    /// \returns `json.syntax`, `json.duplicate-key`, `json.too-deep` (over 200) or `json.text`,
    ///          each with "line:column" in `detail`
    static Result<Json> parse(const QByteArray &utf8);

private:
    std::variant<std::monostate, bool, Number, QString, Array, Object> m_value;
};

} // namespace simiao
