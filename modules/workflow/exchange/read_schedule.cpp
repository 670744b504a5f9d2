#include "workflow/exchange/read_schedule.h"

#include "core/try.h"
#include "workflow/exchange/row_keys.h"
#include "workflow/exchange/timetable.h"

#include <QDateTime>

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using administration::Organization;
using scheduling::Slot;
using security::Account;

namespace {

constexpr int kMinutesOfDay = 24 * 60;

QDateTime localTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, zone);
}

Instant instantOf(const QDateTime &time)
{
    return {time.toMSecsSinceEpoch() * 1000};
}

class ScheduleReader
{
public:
    explicit ScheduleReader(const KnownSchedule &known)
        : m_accounts(byKey(known.accounts, &Account::loginName))
        , m_departments(byKey(known.departments, &Organization::code))
        , m_zone(known.zone)
    {
        for (const auto &slot : known.slots)
            m_stored.add(slot, localTime(slot.start, m_zone).toString(u"yyyy-MM-dd HH:mm"_s));
    }

    /// The slots of one row: all of them, or none and the reason.
    Result<std::vector<Slot>> read(const CsvRecord &record)
    {
        TRY(auto slot, sessionOf(record));
        TRY(const int minutes, record.number(u"minutes"_s, 1, kMinutesOfDay));
        TRY(slot.capacity, record.number(u"capacity"_s, 0, kMostPlaces));
        const auto end = slot.end;
        std::vector<Slot> slots;
        for (; slot.start < end; slot.start = slot.end) {
            slot.end = slot.start.plusSeconds(minutes * 60);
            if (end < slot.end)
                return record.wrong(u"minutes"_s, u"minutes"_s);
            TRY(const auto placed, place(slot));
            slots.push_back(placed);
        }
        for (const auto &taken : slots)
            m_file.add(taken, QString::number(record.row()));
        return slots;
    }

private:
    /// Who is where, from when to when.
    Result<Slot> sessionOf(const CsvRecord &record) const
    {
        Slot slot;
        TRY(slot.practitioner, physicianOf(record));
        TRY(slot.department, departmentOf(record));
        TRY(const auto day, record.date(u"date"_s));
        TRY(slot.start, instant(record, u"start"_s, day));
        TRY(slot.end, instant(record, u"end"_s, day));
        return slot.start < slot.end ? Result(slot) : record.wrong(u"time-order"_s, u"end"_s);
    }

    Result<Id<Account>> physicianOf(const CsvRecord &record) const
    {
        TRY(const auto login, record.required(u"login"_s));
        const auto *physician = at(m_accounts, login.toLower());
        if (!physician)
            return record.wrong(u"unknown"_s, u"login"_s);
        const bool hasLeft = physician->status == security::AccountStatus::Retired;
        return hasLeft ? record.wrong(u"retired"_s, u"login"_s) : Result(physician->id);
    }

    Result<Id<Organization>> departmentOf(const CsvRecord &record) const
    {
        TRY(const auto code, record.required(u"department"_s));
        const auto *department = at(m_departments, code);
        return department ? Result(department->id) : record.wrong(u"unknown"_s, u"department"_s);
    }

    Result<Instant> instant(const CsvRecord &record, const QString &column, Date day) const
    {
        TRY(const auto time, record.time(column));
        const QDateTime local(day.day, time, m_zone);
        const bool isOnTheClock = local.isValid() && local.date() == day.day && local.time() == time;
        return isOnTheClock ? Result(instantOf(local)) : record.wrong(u"time"_s, column);
    }

    /// The slot on record with the new number of places, or the new slot where its physician is free.
    Result<Slot> place(const Slot &wished) const
    {
        if (const auto other = m_file.clash(wished))
            return Error{ErrorKind::Invalid, u"import.overlap"_s, *other};
        const auto *stored = m_stored.sameStart(wished);
        if (stored && stored->end == wished.end && stored->department == wished.department)
            return withPlaces(*stored, wished.capacity);
        if (const auto other = m_stored.clash(wished))
            return Error{ErrorKind::Invalid, u"import.overlap"_s, *other};
        return wished;
    }

    static Result<Slot> withPlaces(Slot stored, int capacity)
    {
        if (capacity < stored.booked)
            return Error{ErrorKind::Invalid, u"import.places"_s, QString::number(stored.booked)};
        stored.capacity = capacity;
        return stored;
    }

    std::map<QString, const Account *> m_accounts;
    std::map<QString, const Organization *> m_departments;
    QTimeZone m_zone;
    Timetable m_stored;
    Timetable m_file; ///< what earlier rows placed
};

} // namespace

QStringList scheduleColumns()
{
    return {u"login"_s, u"department"_s, u"date"_s, u"start"_s, u"end"_s, u"minutes"_s, u"capacity"_s};
}

std::pair<Instant, Instant> spanOf(const CsvTable &table, const QTimeZone &zone)
{
    std::optional<Date> first;
    std::optional<Date> last;
    for (const auto &row : table.rows) {
        if (const auto day = CsvRecord(table, row).date(u"date"_s)) {
            first = std::min(first.value_or(*day), *day);
            last = std::max(last.value_or(*day), *day);
        }
    }
    if (!first)
        return {};
    return {instantOf(first->day.startOfDay(zone)), instantOf(last->day.endOfDay(zone))};
}

Reading<Slot> readSchedule(const CsvTable &table, const KnownSchedule &known, const ImportWatch &watch)
{
    ScheduleReader reader(known);
    auto rows = readRows<std::vector<Slot>>(
        table, [&](const CsvRecord &record) { return reader.read(record); }, watch);
    Reading<Slot> reading;
    reading.rejects = std::move(rows.rejects);
    for (const auto &slots : rows.values)
        reading.values.insert(reading.values.end(), slots.begin(), slots.end());
    return reading;
}

} // namespace simiao::workflow
