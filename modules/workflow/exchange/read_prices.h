#pragma once

#include "domain/medications/medication.h"
#include "workflow/exchange/reading.h"

namespace simiao::workflow {

/// code, pack_price.
QStringList priceColumns();

/// Drugs on record with the file's price of one pack; nothing else of them changes. Pure.
/// Reasons: `import.missing`, `import.unknown` (code), `import.duplicate`, `import.price`, and those of the table.
Reading<medications::Medication> readPrices(const CsvTable &table,
                                            const std::vector<medications::Medication> &known,
                                            const ImportWatch &watch = {});

} // namespace simiao::workflow
