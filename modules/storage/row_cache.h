#pragma once

#include "core/id.h"
#include "domain/base/row.h"

#include <QCache>

#include <any>

namespace simiao::storage {

/// A row, and the value that was made of it, when one was.
struct KeptRow
{
    Row row;
    std::any made;
};

/// Rows by id as they were read and checked, or written, for the one connection that writes to its database: ten drugs of a
/// prescription are not read and hashed again for each patient. Those not asked for longest leave first.
/// \thread  that of the connection
class RowCache
{
public:
    /// Null when it is not kept.
    KeptRow *find(QLatin1StringView table, Uuid id) const { return m_rows.object({table, id}); }
    /// \param table  a name that stays, as those of TypeInfo do
    void keep(QLatin1StringView table, Uuid id, const Row &row)
    {
        m_rows.insert({table, id}, new KeptRow{row, {}});
    }
    /// Somebody writes it.
    void forget(QLatin1StringView table, Uuid id) { m_rows.remove({table, id}); }

private:
    using Key = std::pair<QLatin1StringView, Uuid>;
    static constexpr qsizetype kMost = 4096;

    QCache<Key, KeptRow> m_rows{kMost};
};

} // namespace simiao::storage
