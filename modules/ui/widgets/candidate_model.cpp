#include "ui/widgets/candidate_model.h"

namespace simiao::ui {

void CandidateModel::setCandidates(const QList<Candidate> &candidates)
{
    beginResetModel(); // another word typed: another list, no row is "the same"
    m_candidates = candidates;
    endResetModel();
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &candidate = m_candidates.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return candidate.primary;
    case SecondaryRole: return candidate.secondary;
    case RightRole: return candidate.right;
    case Qt::AccessibleTextRole:
        return QStringList{candidate.primary, candidate.secondary, candidate.right}.join(u' ').simplified();
    default: return {};
    }
}

} // namespace simiao::ui
