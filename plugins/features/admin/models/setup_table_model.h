#pragma once

#include "sdk/desk.h"
#include "ui/models/table_model.h"
#include "workflow/administration/clinic_setup.h"

namespace simiao::admin {

/// The check-list of the set-up: step, state, what there is, what does not work until it is done. Roles of ui::TableDelegate.
class SetupTableModel : public ui::TableModel<workflow::SetupStep>
{
    Q_OBJECT

public:
    enum Column { Step, State, Found, Lacking, ColumnCount };

    explicit SetupTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    void setFacts(const workflow::SetupFacts &facts);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    QString text(workflow::SetupStep step, int column) const;

    const sdk::Desk *m_desk;
    workflow::SetupFacts m_facts;
};

} // namespace simiao::admin
