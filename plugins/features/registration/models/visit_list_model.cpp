#include "registration/models/visit_list_model.h"

#include "registration/models/words.h"
#include "ui/widgets/candidate_model.h"

namespace simiao::registration {

VisitListModel::VisitListModel(sdk::Desk *desk, QObject *parent)
    : RowModel(parent)
    , m_desk(desk)
{
}

QVariant VisitListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &visit = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return m_desk->context().clock->dayOf(visit.start).toIso();
    case ui::CandidateModel::SecondaryRole: return visit.visitNumber;
    case ui::CandidateModel::RightRole: return Words::visitStatus(visit.status);
    default: return {};
    }
}

} // namespace simiao::registration
