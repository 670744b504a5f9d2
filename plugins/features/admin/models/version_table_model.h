#pragma once

#include "admin/models/package_lines.h"
#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// The versions of one kind: version, status, period, when it was installed and by whom, and what was done last with it and
/// why. Roles of ui::TableDelegate.
class VersionTableModel : public ui::TableModel<VersionLine>
{
    Q_OBJECT

public:
    enum Column { Version, Status, Period, Installed, By, Reason, ColumnCount };

    explicit VersionTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    /// \param names  log-in names of who may stand in the lines
    void show(std::vector<VersionLine> lines, std::map<Id<security::Account>, QString> names);
    /// All that was done with the version of a row, in its order.
    QString history(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    QString text(const VersionLine &line, int column) const;
    QString nameOf(Id<security::Account> account) const;
    /// What was done last: "rolled back to: the wrong list".
    QString lastAct(const VersionLine &line) const;

    const sdk::Desk *m_desk;
    std::map<Id<security::Account>, QString> m_names;
};

} // namespace simiao::admin
