#pragma once

#include "workflow/exchange/csv_record.h"

#include <map>

namespace simiao::workflow {

/// What is on record, by the word that people know it by. Points into `known`.
template <typename T>
std::map<QString, const T *> byKey(const std::vector<T> &known, QString T::*key)
{
    std::map<QString, const T *> rows;
    for (const auto &row : known)
        rows.insert({row.*key, &row});
    return rows;
}

/// The row under `key`; null when nothing is.
template <typename T>
const T *at(const std::map<QString, const T *> &rows, const QString &key)
{
    const auto found = rows.find(key);
    return found == rows.end() ? nullptr : found->second;
}

/// Remembers what stood in a file, to find what stands there twice.
class SeenKeys
{
public:
    /// `import.duplicate` with the row of the first.
    Result<void> add(const QString &key, const CsvRecord &record)
    {
        const auto [first, isNew] = m_rows.insert({key, record.row()});
        if (isNew)
            return ok();
        return Error{ErrorKind::Invalid, QStringLiteral("import.duplicate"), QString::number(first->second)};
    }

private:
    std::map<QString, int> m_rows;
};

} // namespace simiao::workflow
