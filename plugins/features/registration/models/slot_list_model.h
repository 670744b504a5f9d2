#pragma once

#include "domain/scheduling/slot.h"
#include "sdk/desk.h"
#include "ui/models/row_model.h"

namespace simiao::registration {

/// A half-hour with the physician who holds it.
struct HalfHour
{
    scheduling::Slot slot;
    security::Account physician;

    int freePlaces() const { return slot.capacity - slot.booked; }
    bool operator==(const HalfHour &) const = default;
};

/// A department and its half-hours from now to the end of the day.
struct Clinic
{
    administration::Organization department;
    std::vector<HalfHour> halfHours;

    bool operator==(const Clinic &) const = default;
};

/// Departments that still have a clinic today. Act `queue.read`.
Task<Result<std::vector<Clinic>>> clinicsFromNow(workflow::Context context);

/// Half-hours of a department: time, physician, places left. Full ones cannot be chosen. Roles of ui::CandidateModel.
class SlotListModel : public ui::RowModel<HalfHour>
{
    Q_OBJECT

public:
    explicit SlotListModel(sdk::Desk *desk, QObject *parent = nullptr);

    /// The first with a free place; -1 when all are full.
    int nearestFree() const;
    /// -1 when it is not there any more.
    int rowOf(Id<scheduling::Slot> id) const;
    /// "10:30–11:00"
    QString timeOf(const HalfHour &halfHour) const;
    QString physicianOf(const HalfHour &halfHour) const;

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    sdk::Desk *m_desk;
};

} // namespace simiao::registration
