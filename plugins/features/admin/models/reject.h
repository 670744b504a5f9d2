#pragma once

#include "core/csv_table.h"
#include "core/error.h"

namespace simiao::admin {

/// A row that cannot be imported, as it is shown.
struct Reject
{
    int row = 0;    ///< line of the file
    QString column; ///< empty: the row as a whole
    QString found;  ///< what stands there; empty where nothing does, or where the reason says it
    Error reason;
};

/// Which column a reject is about, and what stands there: most reasons say it in their detail ("atc: J1"), of the others it is
/// known. Pure. \param columns  those of the table
Reject rejectOf(const CsvReject &reject, const QStringList &columns);

} // namespace simiao::admin
