#include "cashier/models/payable_list_model.h"

#include "cashier/models/words.h"
#include "ui/widgets/candidate_model.h"

namespace simiao::cashier {

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
    case ui::CandidateModel::RightRole: return Words::yuan(payable.total);
    case Qt::AccessibleTextRole:
        return QStringList{payable.patient.name, payable.encounter.visitNumber, Words::yuan(payable.total)}
            .join(u' ');
    default: return {};
    }
}

} // namespace simiao::cashier
