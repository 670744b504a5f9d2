#include "admin/models/role_matrix_model.h"

namespace simiao::admin {

RoleMatrixModel::RoleMatrixModel(const sdk::Desk *desk, QObject *parent)
    : RowModel(parent)
    , m_desk(desk)
    , m_roles(desk->context().policy->roles())
{
    const auto policy = desk->context().policy;
    std::vector<Grants> grants;
    for (const auto &permission : policy->permissions()) {
        Grants row{permission, {}};
        for (const auto &role : m_roles)
            row.granted.push_back(policy->isGranted({role.code}, permission.code));
        grants.push_back(std::move(row));
    }
    replace(std::move(grants));
}

void RoleMatrixModel::retranslate()
{
    refresh();
    if (rowCount() > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

QVariant RoleMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isGranted = at(index.row()).granted.at(std::size_t(index.column()));
    switch (role) {
    case Qt::DisplayRole: return isGranted ? tr("yes") : QString();
    case Qt::AccessibleTextRole: return isGranted ? tr("yes") : tr("no");
    case Qt::ToolTipRole:
        return QStringLiteral("%1 – %2").arg(titleOf(m_roles.at(std::size_t(index.column()))),
                                             at(index.row()).permission.code);
    case Qt::TextAlignmentRole: return int(Qt::AlignCenter);
    default: return {};
    }
}

QVariant RoleMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isVertical = orientation == Qt::Vertical;
    if (section < 0 || section >= (isVertical ? rowCount() : columnCount()))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(isVertical ? Qt::AlignLeft : Qt::AlignHCenter) | int(Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return isVertical ? at(section).permission.code : m_roles.at(std::size_t(section)).code;
    if (role != Qt::DisplayRole)
        return {};
    return titleOf(isVertical ? at(section).permission : m_roles.at(std::size_t(section)));
}

QString RoleMatrixModel::titleOf(const workflow::NamedCode &named) const
{
    const auto &title = named.title.in(m_desk->locale().name());
    return title.isEmpty() ? named.code : title;
}

} // namespace simiao::admin
