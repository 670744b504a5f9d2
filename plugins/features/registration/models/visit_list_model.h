#pragma once

#include "domain/administration/encounter.h"
#include "sdk/desk.h"
#include "ui/models/row_model.h"

namespace simiao::registration {

/// Earlier visits of the patient: day, visit number, state. Roles of ui::CandidateModel.
class VisitListModel : public ui::RowModel<administration::Encounter>
{
    Q_OBJECT

public:
    explicit VisitListModel(sdk::Desk *desk, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    sdk::Desk *m_desk;
};

} // namespace simiao::registration
