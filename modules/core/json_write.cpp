#include "core/json.h"

#include "core/utf8.h"

namespace simiao {

namespace {

void writeEscaped(QByteArray &out, QChar c)
{
    switch (c.unicode()) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
}

bool needsEscape(QChar c)
{
    return c.unicode() < 0x20 || c == QLatin1Char('"') || c == QLatin1Char('\\');
}

void writeString(QByteArray &out, const QString &text)
{
    out += '"';
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!needsEscape(text[i]))
            continue;
        appendUtf8(out, QStringView(text).mid(plainFrom, i - plainFrom));
        writeEscaped(out, text[i]);
        plainFrom = i + 1;
    }
    appendUtf8(out, QStringView(text).mid(plainFrom));
    out += '"';
}

/// Writes compactly, or indented when `indent` is not negative.
class Writer
{
public:
    explicit Writer(int indent)
        : m_indent(indent)
    {
    }

    QByteArray write(const Json &value)
    {
        writeValue(value, 0);
        return m_out;
    }

private:
    void writeValue(const Json &value, int depth)
    {
        if (value.isObject())
            writeObject(value.object(), depth);
        else if (value.isArray())
            writeArray(value.array(), depth);
        else if (value.isString())
            writeString(m_out, value.toString());
        else if (value.isNumber())
            appendUtf8(m_out, value.lexeme());
        else
            m_out += value.isNull() ? "null" : value.toBool() ? "true" : "false";
    }

    void writeObject(const Json::Object &members, int depth)
    {
        m_out += '{';
        bool first = true;
        for (const auto &[key, member] : members) {
            separate(first, depth + 1);
            writeString(m_out, key);
            m_out += m_indent < 0 ? ":" : ": ";
            writeValue(member, depth + 1);
        }
        close('}', first, depth);
    }

    void writeArray(const Json::Array &items, int depth)
    {
        m_out += '[';
        bool first = true;
        for (const auto &item : items) {
            separate(first, depth + 1);
            writeValue(item, depth + 1);
        }
        close(']', first, depth);
    }

    void separate(bool &first, int depth)
    {
        if (!first)
            m_out += ',';
        first = false;
        newLine(depth);
    }

    void close(char bracket, bool isEmpty, int depth)
    {
        if (!isEmpty)
            newLine(depth);
        m_out += bracket;
    }

    void newLine(int depth)
    {
        if (m_indent >= 0)
            m_out += '\n' + QByteArray(depth * m_indent, ' ');
    }

    int m_indent;
    QByteArray m_out;
};

} // namespace

QByteArray Json::canonical() const
{
    return Writer(-1).write(*this);
}

QByteArray Json::pretty() const
{
    return Writer(2).write(*this) + '\n';
}

} // namespace simiao
