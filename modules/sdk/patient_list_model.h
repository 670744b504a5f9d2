#pragma once

#include "domain/administration/patient.h"
#include "ui/models/row_model.h"

namespace simiao::sdk {

/// The people a search found: name, sex, age, MRN, tail of the phone. Roles of ui::CandidateModel.
class PatientListModel : public ui::RowModel<administration::Patient>
{
    Q_OBJECT

public:
    using RowModel::RowModel;

    /// Ages are counted to this day.
    void setToday(Date today) { m_today = today; }
    /// -1 when not in the list.
    int rowOf(Id<administration::Patient> id) const;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Date m_today;
};

} // namespace simiao::sdk
