#pragma once

#include "workflow/exchange/csv_record.h"
#include "workflow/exchange/import_watch.h"

#include <algorithm>

namespace simiao::workflow {

/// What a reader made of a file. Whether rejects stop the import is the caller's decision.
template <typename T>
struct Reading
{
    /// Rows of the store as the file wants them; what is new has no id yet.
    std::vector<T> values;
    std::vector<CsvReject> rejects; ///< in the order of the file

    bool operator==(const Reading &) const = default;
};

/// Reads row by row. A row that `read` refuses becomes a reject and joins those of the table.
/// \param read   Result<T>(const CsvRecord &)
/// \param watch  whoever stops it gets the rows so far: not to be stored
template <typename T, typename Read>
Reading<T> readRows(const CsvTable &table, Read read, const ImportWatch &watch)
{
    Reading<T> reading;
    reading.rejects = table.rejects;
    for (const auto &row : table.rows) {
        if (watch.isStopped())
            break;
        watch.countRow();
        Result<T> value = read(CsvRecord(table, row));
        if (value)
            reading.values.push_back(*std::move(value));
        else
            reading.rejects.push_back({row.row, value.error().code, value.error().detail});
    }
    std::ranges::sort(reading.rejects, {}, &CsvReject::row);
    return reading;
}

} // namespace simiao::workflow
