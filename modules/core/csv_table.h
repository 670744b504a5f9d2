#pragma once

#include "core/text_encoding.h"

#include <QStringList>

#include <vector>

namespace simiao {

/// A row of a file that cannot be used, and why.
struct CsvReject
{
    int row = 0;    ///< line of the file, the header being 1
    QString reason; ///< as the code of an error: "area.reason"
    QString detail; ///< what stands there

    bool operator==(const CsvReject &) const = default;
};

/// One row; its fields stand in the order of the table's columns.
struct CsvRow
{
    int row = 0; ///< line of the file, the header being 1
    QStringList fields;

    bool operator==(const CsvRow &) const = default;
};

/// A table as a file gave it; what the fields mean is the reader's business.
struct CsvTable
{
    QStringList columns; ///< lower case, each once
    std::vector<CsvRow> rows;
    /// Lines that are no rows: `import.text` (position), `import.quote`, `import.field-count` (how many there are),
    /// `import.line-too-long` (the characters a line may have).
    std::vector<CsvReject> rejects;
    TextEncoding encoding = TextEncoding::Utf8;
    QChar delimiter = u','; ///< tab or comma, as the header line has it

    /// What `row` has under `column`; empty when the table has no such column.
    QString field(const CsvRow &row, const QString &column) const;
};

/// Reads a table: a header line with the names of the columns, then one row a line, separated by tab or comma, in UTF-8 or
/// GB18030. Blanks around fields are removed; lines without any content are skipped, as spreadsheets leave them behind.
/// With commas a field may stand in double quotes ("" for one); with tabs quotes are letters. A field holds no line break: a
/// quote that is not closed on its line makes the line a reject, so that a forgotten one cannot swallow the rows below it.
/// \returns Invalid `import.encoding` and the other errors of decodeText(); `import.empty` without a single row; `import.header` with an open quote in the header;
///          `import.column-double` (the name)
Result<CsvTable> parseCsv(const QByteArray &bytes);

/// Whether the table has these columns and no others, in any order.
/// \returns Invalid `import.column-missing` or `import.column-unknown`, the names in `detail`
Result<void> checkColumns(const CsvTable &table, const QStringList &columns);

} // namespace simiao
