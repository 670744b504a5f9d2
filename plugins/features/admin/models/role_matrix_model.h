#pragma once

#include "sdk/desk.h"
#include "ui/models/row_model.h"

namespace simiao::admin {

/// A permission and, for each role, whether it has it.
struct Grants
{
    workflow::NamedCode permission;
    std::vector<bool> granted;
};

/// Permissions as rows, roles as columns; "yes" where the role may. Which permission a row is stands in the vertical
/// header, which stays in sight however far the columns are scrolled.
class RoleMatrixModel : public ui::RowModel<Grants>
{
    Q_OBJECT

public:
    /// Reads the policy once: it does not change while the program runs.
    explicit RoleMatrixModel(const sdk::Desk *desk, QObject *parent = nullptr);

    void retranslate();

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_roles.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString titleOf(const workflow::NamedCode &named) const;

    const sdk::Desk *m_desk;
    std::vector<workflow::NamedCode> m_roles;
};

} // namespace simiao::admin
