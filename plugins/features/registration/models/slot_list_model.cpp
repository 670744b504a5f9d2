#include "registration/models/slot_list_model.h"

#include "registration/models/words.h"
#include "ui/widgets/candidate_model.h"
#include "workflow/ports/queries.h"

#include <map>

namespace simiao::registration {

namespace {

using Physicians = std::map<Id<security::Account>, security::Account>;

Instant endOfDay(const Clock &clock)
{
    const QDateTime midnight(clock.today().plusDays(1).day, QTime(0, 0), clock.zone());
    return {midnight.toMSecsSinceEpoch() * 1000};
}

Task<Result<std::vector<HalfHour>>> halfHoursOf(workflow::Context context,
                                                Id<administration::Organization> department)
{
    constexpr int kSlotSeconds = 1800; // the running half-hour still takes patients
    const Instant now = context.clock->now();
    auto finding = workflow::find(context.store, workflow::query::slotsBetween, department,
                                  now.plusSeconds(-kSlotSeconds), endOfDay(*context.clock));
    CO_TRY(const auto found, co_await finding);
    Physicians physicians;
    std::vector<HalfHour> halfHours;
    for (const auto &slot : found) {
        if (slot.end <= now)
            continue;
        if (!physicians.contains(slot.practitioner)) {
            auto loading = workflow::load(context.store, slot.practitioner);
            CO_TRY(const auto physician, co_await loading);
            physicians.emplace(slot.practitioner, physician);
        }
        halfHours.push_back({slot, physicians.at(slot.practitioner)});
    }
    co_return halfHours;
}

} // namespace

Task<Result<std::vector<Clinic>>> clinicsFromNow(workflow::Context context)
{
    auto authorising = workflow::authorise(context, QStringLiteral("queue.read"));
    CO_TRY_VOID(co_await authorising);
    auto finding = workflow::find(context.store, workflow::query::organizations);
    CO_TRY(const auto departments, co_await finding);
    std::vector<Clinic> clinics;
    for (const auto &department : departments) {
        auto listing = halfHoursOf(context, department.id);
        CO_TRY(auto halfHours, co_await listing);
        if (!halfHours.empty())
            clinics.push_back({department, std::move(halfHours)});
    }
    co_return clinics;
}

SlotListModel::SlotListModel(sdk::Desk *desk, QObject *parent)
    : RowModel(parent)
    , m_desk(desk)
{
}

int SlotListModel::nearestFree() const
{
    const auto free =
        std::ranges::find_if(rows(), [](const HalfHour &halfHour) { return halfHour.freePlaces() > 0; });
    return free == rows().end() ? -1 : int(free - rows().begin());
}

int SlotListModel::rowOf(Id<scheduling::Slot> id) const
{
    const auto found =
        std::ranges::find(rows(), id, [](const HalfHour &halfHour) { return halfHour.slot.id; });
    return found == rows().end() ? -1 : int(found - rows().begin());
}

QString SlotListModel::timeOf(const HalfHour &halfHour) const
{
    const auto clock = m_desk->context().clock;
    return Words::time(halfHour.slot.start, *clock) + QStringLiteral("–")
        + Words::time(halfHour.slot.end, *clock);
}

QString SlotListModel::physicianOf(const HalfHour &halfHour) const
{
    return LocalText{halfHour.physician.nameEn, halfHour.physician.name}.in(m_desk->locale().name());
}

QVariant SlotListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &halfHour = at(index.row());
    const int free = halfHour.freePlaces();
    const QString places = free > 0 ? tr("%1 of %2 free").arg(free).arg(halfHour.slot.capacity) : tr("full");
    switch (role) {
    case Qt::DisplayRole: return timeOf(halfHour);
    case ui::CandidateModel::SecondaryRole: return physicianOf(halfHour);
    case ui::CandidateModel::RightRole: return places;
    case Qt::AccessibleTextRole:
        return QStringList{timeOf(halfHour), physicianOf(halfHour), places}.join(u' ');
    default: return {};
    }
}

Qt::ItemFlags SlotListModel::flags(const QModelIndex &index) const
{
    const bool isFull = index.isValid() && at(index.row()).freePlaces() <= 0;
    return isFull ? Qt::NoItemFlags : RowModel::flags(index);
}

} // namespace simiao::registration
