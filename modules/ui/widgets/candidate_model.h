#pragma once

#include <QAbstractListModel>
#include <QVariant>

namespace simiao::ui {

/// One thing that what was typed may mean.
struct Candidate
{
    QString primary;    ///< "Levofloxacin tablets 0.5 g x 4"
    QString secondary;  ///< the code that matched
    QString right;      ///< price, stock, restriction
    QVariant data = {}; ///< the owner's; handed back by CandidatePopup::candidate
};

/// The rows of a CandidatePopup.
class CandidateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SecondaryRole = Qt::UserRole + 1, RightRole };

    using QAbstractListModel::QAbstractListModel;

    void setCandidates(const QList<Candidate> &candidates);
    const Candidate &at(int row) const { return m_candidates.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Candidate> m_candidates;
};

} // namespace simiao::ui
