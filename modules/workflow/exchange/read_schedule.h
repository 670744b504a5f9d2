#pragma once

#include "domain/scheduling/slot.h"
#include "domain/security/account.h"
#include "workflow/exchange/reading.h"

#include <QTimeZone>

namespace simiao::workflow {

/// What a schedule is checked against.
struct KnownSchedule
{
    std::vector<security::Account> accounts;
    std::vector<administration::Organization> departments;
    /// Those on record in the file's span, of whatever department.
    std::vector<scheduling::Slot> slots;
    QTimeZone zone; ///< of the clinic
};

/// Most places of one slot.
inline constexpr int kMostPlaces = 999;

/// login, department, date, start, end, minutes, capacity.
QStringList scheduleColumns();

/// From the beginning of the first day that the file names to the end of the last one, in the clinic's zone; empty (twice the
/// same instant) when no date can be read.
std::pair<Instant, Instant> spanOf(const CsvTable &table, const QTimeZone &zone);

/// Slots of `minutes` each from `start` to `end`, times of the clinic's zone; a row gives several. One on record (same
/// physician, start, end and department) gets the file's number of places. Pure.
/// Reasons: `import.missing`, `import.unknown` (login, department), `import.retired` (login), `import.date`, `import.time` (also
/// one that the clocks skip that day), `import.number`, `import.time-order` (end not after start), `import.minutes` (they do not
/// fill the time), `import.overlap` (row or local time of the other slot), `import.places` (fewer than are booked; how many),
/// and those of the table.
Reading<scheduling::Slot> readSchedule(const CsvTable &table,
                                       const KnownSchedule &known,
                                       const ImportWatch &watch = {});

} // namespace simiao::workflow
