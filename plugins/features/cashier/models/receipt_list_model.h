#pragma once

#include "domain/financial/charge_item.h"
#include "sdk/desk.h"
#include "ui/models/row_model.h"

namespace simiao::cashier {

/// Receipts of a visit: number, time and method, total. Roles of ui::CandidateModel.
class ReceiptListModel : public ui::RowModel<financial::Invoice>
{
    Q_OBJECT

public:
    explicit ReceiptListModel(sdk::Desk *desk, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    sdk::Desk *m_desk;
};

} // namespace simiao::cashier
