#pragma once

#include "cashier/models/account.h"
#include "ui/models/row_model.h"

namespace simiao::cashier {

/// Who has to pay: name, visit number, total or that it was withdrawn. Roles of ui::CandidateModel.
class PayableListModel : public ui::RowModel<Payable>
{
    Q_OBJECT

public:
    using RowModel::RowModel;

    /// -1 when there is nothing to pay (any more).
    int rowOf(Id<administration::Encounter> id) const;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static QString amount(const Payable &payable);
};

} // namespace simiao::cashier
