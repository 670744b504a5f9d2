#pragma once

#include "domain/medications/medication_dispense.h"
#include "workflow/exchange/reading.h"

namespace simiao::workflow {

/// What a list of stock is checked against.
struct KnownStock
{
    std::vector<medications::Medication> drugs;
    std::vector<medications::Lot> lots;
    Date today; ///< at the clinic
};

/// Most units of one lot: what is above it is a slip of the keyboard.
inline constexpr int kMostUnits = 100'000'000;

/// code, lot, expiry, quantity, location.
QStringList stockColumns();

/// Lots of a file, counted in smallest units. A file brings in what is new and counts nothing anew: of a lot on record (same
/// drug and lot number) quantity and expiry must be what they are, only its location becomes the file's. Pure.
/// Reasons: `import.missing`, `import.unknown` (code), `import.duplicate`, `import.date`, `import.expired` (the last day of use
/// is before today), `import.number`, `import.lot-exists` (how many are on hand), `import.lot-expiry` (the day on record), and
/// those of the table.
Reading<medications::Lot> readStock(const CsvTable &table,
                                    const KnownStock &known,
                                    const ImportWatch &watch = {});

} // namespace simiao::workflow
