#include "core/delimited_line.h"

namespace simiao {

namespace {

constexpr QChar kQuote(u'"');

/// Where the field that begins at `from` ends: at the next delimiter outside quotes.
qsizetype endOfField(const QString &line, qsizetype from, QChar delimiter, bool &isQuoteOpen)
{
    qsizetype at = from;
    for (; at < line.size() && (isQuoteOpen || line[at] != delimiter); ++at) {
        if (line[at] == kQuote)
            isQuoteOpen = !isQuoteOpen;
    }
    return at;
}

QString unquoted(const QString &field)
{
    if (field.size() < 2 || !field.startsWith(kQuote) || !field.endsWith(kQuote))
        return field;
    return field.sliced(1, field.size() - 2).replace(QLatin1String("\"\""), QString(kQuote)).trimmed();
}

} // namespace

std::optional<QStringList> splitLine(const QString &line, QChar delimiter)
{
    QStringList fields;
    if (delimiter == QLatin1Char('\t')) {
        for (const auto &field : line.split(delimiter))
            fields.append(field.trimmed());
        return fields;
    }
    bool isQuoteOpen = false;
    for (qsizetype from = 0; from <= line.size();) {
        const qsizetype end = endOfField(line, from, delimiter, isQuoteOpen);
        fields.append(unquoted(line.sliced(from, end - from).trimmed()));
        from = end + 1;
    }
    return isQuoteOpen ? std::optional<QStringList>() : fields;
}

} // namespace simiao
