#include "pharmacy/models/work_list_model.h"

#include "pharmacy/models/words.h"
#include "ui/widgets/queue_delegate.h"

namespace simiao::pharmacy {

using medications::PrescriptionForm;
using medications::PrescriptionStatus;

namespace {

constexpr int kNumberDigits = 4; // of the day, as called out at the window

bool isToDo(const WorkRow &row)
{
    return row.work && row.group != PrescriptionStatus::Cancelled;
}

} // namespace

WorkListModel::WorkListModel(sdk::Desk *desk, QObject *parent)
    : RowModel(parent)
    , m_desk(desk)
{
}

void WorkListModel::show(const std::vector<Work> &work)
{
    std::vector<WorkRow> shown;
    for (const auto group : {PrescriptionStatus::Signed, PrescriptionStatus::Paid,
                             PrescriptionStatus::Dispensed, PrescriptionStatus::Cancelled}) {
        const auto inGroup = [group](const Work &one) { return one.prescription.status == group; };
        if (group == PrescriptionStatus::Cancelled && std::ranges::none_of(work, inGroup))
            continue; // the exception: said only when there is one
        shown.push_back({group, int(std::ranges::count_if(work, inGroup)), {}});
        for (const auto &one : work) {
            if (inGroup(one))
                shown.push_back({group, 0, one});
        }
    }
    replace(std::move(shown));
}

int WorkListModel::rowOf(Id<medications::Prescription> id) const
{
    const auto found = std::ranges::find_if(
        rows(), [id](const WorkRow &row) { return row.work && row.work->prescription.id == id; });
    return found == rows().end() ? -1 : int(found - rows().begin());
}

int WorkListModel::firstWork() const
{
    const auto found = std::ranges::find_if(rows(), isToDo);
    return found == rows().end() ? -1 : int(found - rows().begin());
}

QVariant WorkListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = at(index.row());
    return row.work ? prescription(*row.work, role) : heading(row, role);
}

QVariant WorkListModel::heading(const WorkRow &row, int role) const
{
    if (role == ui::QueueSectionRole)
        return true;
    if (role != Qt::DisplayRole)
        return {};
    switch (row.group) {
    case PrescriptionStatus::Cancelled: return tr("Withdrawn %1").arg(row.count);
    case PrescriptionStatus::Signed: return tr("To review %1").arg(row.count);
    case PrescriptionStatus::Paid: return tr("To dispense %1").arg(row.count);
    case PrescriptionStatus::Dispensed: return tr("To hand over %1").arg(row.count);
    default: return Words::status(row.group);
    }
}

QVariant WorkListModel::prescription(const Work &work, int role) const
{
    const auto &sheet = work.prescription;
    const auto clock = m_desk->context().clock;
    const bool isMarked = sheet.form != PrescriptionForm::Ordinary;
    switch (role) {
    case Qt::DisplayRole: return work.patient.name;
    case ui::QueueNumberRole: return sheet.number.right(kNumberDigits);
    case ui::QueueTimeRole:
        return sheet.authoredOn ? Words::time(*sheet.authoredOn, *clock).right(5) : QString();
    case ui::QueueChipRole: return isMarked ? Words::form(sheet.form).section(u' ', 0, 0) : QString();
    case ui::QueueSeverityRole: return int(ui::Severity::Note);
    case ui::QueueStruckRole: return sheet.status == PrescriptionStatus::Cancelled;
    case Qt::AccessibleTextRole:
        return QStringList{work.patient.name, sheet.number, Words::status(sheet.status)}.join(u' ');
    default: return {};
    }
}

Qt::ItemFlags WorkListModel::flags(const QModelIndex &index) const
{
    const bool isHeading = index.isValid() && !at(index.row()).work;
    return isHeading ? Qt::NoItemFlags : RowModel::flags(index);
}

} // namespace simiao::pharmacy
