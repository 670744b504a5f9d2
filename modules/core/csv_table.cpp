#include "core/csv_table.h"

#include "core/delimited_line.h"
#include "core/text.h"
#include "core/try.h"

#include <algorithm>

namespace simiao {

namespace {

constexpr QLatin1StringView kListed(", ");
/// Characters; what is longer has lost a line break.
constexpr qsizetype kMostOfLine = 1024 * 1024;

Error invalid(const QString &reason, const QString &detail = {})
{
    return {ErrorKind::Invalid, QStringLiteral("import.") + reason, detail};
}

/// A column without a name is called by its place.
QStringList namedColumns(QStringList columns)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].isEmpty())
            columns[i] = QStringLiteral("#%1").arg(i + 1);
    }
    return columns;
}

Result<void> readHeader(const QString &line, CsvTable &table)
{
    table.delimiter = line.contains(u'\t') ? u'\t' : u',';
    const auto columns = splitLine(line.toLower(), table.delimiter);
    if (!columns)
        return invalid(QStringLiteral("header"), line.trimmed().left(80));
    table.columns = namedColumns(*columns);
    for (const auto &column : std::as_const(table.columns)) {
        if (table.columns.count(column) > 1)
            return invalid(QStringLiteral("column-double"), column);
    }
    return ok();
}

bool isBlank(const QStringList &fields)
{
    return std::ranges::all_of(fields, &QString::isEmpty);
}

Result<QStringList> readFields(const QString &line, QChar delimiter)
{
    if (line.size() > kMostOfLine)
        return invalid(QStringLiteral("line-too-long"), QString::number(kMostOfLine));
    if (const auto fault = findTextFault(line))
        return invalid(QStringLiteral("text"), QString::number(fault->position));
    const auto fields = splitLine(line, delimiter);
    if (!fields)
        return invalid(QStringLiteral("quote"));
    return *fields;
}

void readLine(const QString &line, int row, CsvTable &table)
{
    const auto fields = readFields(line, table.delimiter);
    if (!fields) {
        table.rejects.push_back({row, fields.error().code, fields.error().detail});
    } else if (fields->size() == table.columns.size() && !isBlank(*fields)) {
        table.rows.push_back({row, *fields});
    } else if (!isBlank(*fields)) {
        table.rejects.push_back({row, QStringLiteral("import.field-count"), QString::number(fields->size())});
    }
}

/// Those of `some` that `others` does not have.
QStringList missingFrom(const QStringList &others, QStringList some)
{
    some.removeIf([&others](const QString &name) { return others.contains(name); });
    return some;
}

} // namespace

QString CsvTable::field(const CsvRow &row, const QString &column) const
{
    const auto at = columns.indexOf(column);
    return at < 0 ? QString() : row.fields.value(at);
}

Result<CsvTable> parseCsv(const QByteArray &bytes)
{
    TRY(const auto decoded, decodeText(bytes));
    const QStringList lines = decoded.text.split(u'\n');
    CsvTable table;
    table.encoding = decoded.encoding;
    TRY_VOID(readHeader(lines.front(), table));
    for (qsizetype i = 1; i < lines.size(); ++i)
        readLine(lines[i], int(i) + 1, table);
    if (table.rows.empty() && table.rejects.empty())
        return invalid(QStringLiteral("empty"));
    return table;
}

Result<void> checkColumns(const CsvTable &table, const QStringList &columns)
{
    if (const auto missing = missingFrom(table.columns, columns); !missing.isEmpty())
        return invalid(QStringLiteral("column-missing"), missing.join(kListed));
    if (const auto unknown = missingFrom(columns, table.columns); !unknown.isEmpty())
        return invalid(QStringLiteral("column-unknown"), unknown.join(kListed));
    return ok();
}

} // namespace simiao
