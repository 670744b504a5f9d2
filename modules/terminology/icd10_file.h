#pragma once

#include "core/text_encoding.h"

#include <vector>

namespace simiao::terminology {

/// One code of the list.
struct Icd10Row
{
    int row = 0;  ///< line of the file, the header being 1
    QString code; ///< with its dagger or asterisk: A17+, D63*
    QString name;

    bool operator==(const Icd10Row &) const = default;
};

/// A line that cannot be imported.
struct Icd10Reject
{
    int row = 0;
    /// import.field-count, import.quote, import.text, import.code-shape, import.name-empty, import.duplicate.
    QString reason;
    /// What was found: number of fields, position, code, row of the first of two.
    QString detail;

    bool operator==(const Icd10Reject &) const = default;
};

/// A list of diagnoses as a file gave it. Whether rejects stop the import is the caller's decision.
struct Icd10File
{
    std::vector<Icd10Row> rows;
    std::vector<Icd10Reject> rejects;
    TextEncoding encoding = TextEncoding::Utf8;
    QChar delimiter; ///< tab or comma, as the header line has it
};

/// Reads a list with the header `code`, `disease`: tab- or comma-separated, UTF-8 or GB18030. Blank lines are
/// skipped.
/// \returns `import.encoding`, `import.header` (what stands there in `detail`) or `import.empty`, all Invalid
Result<Icd10File> parseIcd10(const QByteArray &bytes);

} // namespace simiao::terminology
