#pragma once

#include "pharmacy/models/worklist.h"
#include "ui/models/row_model.h"

namespace simiao::pharmacy {

/// A heading with the number of prescriptions under it, or a prescription.
struct WorkRow
{
    medications::PrescriptionStatus group = medications::PrescriptionStatus::Signed;
    int count = 0;            ///< of a heading
    std::optional<Work> work; ///< absent in a heading

    bool operator==(const WorkRow &) const = default;
};

/// The desk's prescriptions under the headings "to review", "to dispense", "to hand over", and
/// struck out under "withdrawn" where there are. Roles of ui::QueueDelegate.
class WorkListModel : public ui::RowModel<WorkRow>
{
    Q_OBJECT

public:
    explicit WorkListModel(sdk::Desk *desk, QObject *parent = nullptr);

    /// Puts the headings in.
    void show(const std::vector<Work> &work);
    /// -1 when it is not in the list (any more).
    int rowOf(Id<medications::Prescription> id) const;
    /// The first prescription with something to do; -1 when there is none.
    int firstWork() const;

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVariant heading(const WorkRow &row, int role) const;
    QVariant prescription(const Work &work, int role) const;

    sdk::Desk *m_desk;
};

} // namespace simiao::pharmacy
