#pragma once

#include "domain/administration/patient.h"
#include "ui/models/row_model.h"
#include "workflow/settings.h"

namespace simiao::sdk {

/// The people a search found: name, sex, age, MRN, phone (masked). Roles of ui::CandidateModel.
class PatientListModel : public ui::RowModel<administration::Patient>
{
    Q_OBJECT

public:
    using RowModel::RowModel;

    /// Ages are counted to this day.
    void setToday(Date today) { m_today = today; }
    /// Whether numbers are masked; they are until somebody says otherwise.
    void setSettings(const workflow::Settings &settings);
    /// -1 when not in the list.
    int rowOf(Id<administration::Patient> id) const;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Date m_today;
    workflow::Settings m_settings;
};

} // namespace simiao::sdk
