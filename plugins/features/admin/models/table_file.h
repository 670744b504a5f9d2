#pragma once

#include "core/csv_table.h"
#include "core/task.h"

namespace simiao::admin {

/// The table in a file, read on the thread pool. NotFound `disk.open`, Invalid `import.too-large` above 64 MiB, and what
/// parseCsv() says.
Task<Result<CsvTable>> readTable(QString path);

/// Writes a new file into the person's documents folder, on the thread pool: whole or not at all, with the mark by which
/// spreadsheets know UTF-8. \returns its path, or an error of the disk
Task<Result<QString>> writeDocument(QString name, QByteArray text);

} // namespace simiao::admin
