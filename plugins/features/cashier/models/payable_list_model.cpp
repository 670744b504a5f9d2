#include "cashier/models/payable_list_model.h"

#include "cashier/models/words.h"
#include "ui/widgets/candidate_model.h"

namespace simiao::cashier {

QString PayableListModel::amount(const Payable &payable)
{
    return payable.isWithdrawn ? tr("withdrawn") : Words::yuan(payable.total);
}

int PayableListModel::rowOf(Id<administration::Encounter> id) const
{
    const auto found =
        std::ranges::find(rows(), id, [](const Payable &payable) { return payable.encounter.id; });
    return found == rows().end() ? -1 : int(found - rows().begin());
}

QVariant PayableListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &payable = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return payable.patient.name;
    case ui::CandidateModel::SecondaryRole: return payable.encounter.visitNumber;
    case ui::CandidateModel::RightRole: return amount(payable);
    case Qt::AccessibleTextRole:
        return QStringList{payable.patient.name, payable.encounter.visitNumber, amount(payable)}.join(u' ');
    default: return {};
    }
}

} // namespace simiao::cashier
