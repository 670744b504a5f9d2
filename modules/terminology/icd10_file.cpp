#include "terminology/icd10_file.h"

#include "core/delimited_line.h"
#include "core/text.h"
#include "core/try.h"

#include <QHash>
#include <QRegularExpression>

namespace simiao::terminology {

namespace {

/// A00, A01.0, I10.x00x002 (national extension), each with + (aetiology) or * (manifestation).
bool isCode(const QString &code)
{
    static const QRegularExpression shape(
        QStringLiteral("^[A-Z][0-9]{2}(\\.[0-9x]{1,4}(x[0-9]{2,4})?)?[+*]?$"));
    return shape.match(code).hasMatch();
}

Icd10Reject reject(const QString &reason, const QString &detail = {})
{
    return {0, reason, detail};
}

/// Turns lines into rows and rejects, and remembers codes to find those that stand twice.
class LineReader
{
public:
    explicit LineReader(Icd10File &file)
        : m_file(file)
    {
    }

    void read(const QString &line, int row)
    {
        if (auto rejected = readRow(line, row)) {
            rejected->row = row;
            m_file.rejects.push_back(*std::move(rejected));
        }
    }

private:
    std::optional<Icd10Reject> readRow(const QString &line, int row)
    {
        if (const auto fault = findTextFault(line))
            return reject(QStringLiteral("import.text"), QString::number(fault->position));
        const auto fields = splitLine(line, m_file.delimiter);
        if (!fields)
            return reject(QStringLiteral("import.quote"));
        if (fields->size() != 2)
            return reject(QStringLiteral("import.field-count"), QString::number(fields->size()));
        return keep({row, fields->at(0), fields->at(1)});
    }

    std::optional<Icd10Reject> keep(const Icd10Row &row)
    {
        if (!isCode(row.code))
            return reject(QStringLiteral("import.code-shape"), row.code);
        if (row.name.isEmpty())
            return reject(QStringLiteral("import.name-empty"), row.code);
        if (const auto first = m_rowOfCode.constFind(row.code); first != m_rowOfCode.constEnd())
            return reject(QStringLiteral("import.duplicate"), QString::number(*first));
        m_rowOfCode.insert(row.code, row.row);
        m_file.rows.push_back(row);
        return std::nullopt;
    }

    Icd10File &m_file;
    QHash<QString, int> m_rowOfCode;
};

QChar delimiterOf(const QString &header)
{
    return header.contains(QLatin1Char('\t')) ? QLatin1Char('\t') : QLatin1Char(',');
}

bool isHeader(const QString &line, QChar delimiter)
{
    const auto fields = splitLine(line.toLower(), delimiter);
    return fields == QStringList{QStringLiteral("code"), QStringLiteral("disease")};
}

} // namespace

Result<Icd10File> parseIcd10(const QByteArray &bytes)
{
    TRY(const auto decoded, decodeText(bytes));
    const QStringList lines = decoded.text.split(QLatin1Char('\n'));
    Icd10File file;
    file.encoding = decoded.encoding;
    file.delimiter = delimiterOf(lines.front());
    if (!isHeader(lines.front(), file.delimiter))
        return Error{ErrorKind::Invalid, QStringLiteral("import.header"), lines.front().trimmed().left(80)};

    LineReader reader(file);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines[i].trimmed().isEmpty())
            reader.read(lines[i], int(i) + 1);
    }
    if (file.rows.empty() && file.rejects.empty())
        return Error{ErrorKind::Invalid, QStringLiteral("import.empty")};
    return file;
}

} // namespace simiao::terminology
