#pragma once

#include "admin/models/audit_words.h"
#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// Events of the trail: number, time, person, act, outcome, patient (record number only), detail. What asks to be looked
/// at has a badge as its outcome and the act in the badge's colour. Roles of ui::TableDelegate.
class AuditTableModel : public ui::TableModel<AuditLine>
{
    Q_OBJECT

public:
    explicit AuditTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    void setNames(AgentNames names);
    const AgentNames &names() const { return m_names; }

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(AuditWords::ColumnCount);
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    Qt::Alignment alignment(int column) const override;
    QString text(const AuditLine &line, int column) const;
    QString actAt(const AuditLine &line) const;

    const sdk::Desk *m_desk;
    AgentNames m_names;
};

} // namespace simiao::admin
