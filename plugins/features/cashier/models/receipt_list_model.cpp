#include "cashier/models/receipt_list_model.h"

#include "cashier/models/words.h"
#include "ui/widgets/candidate_model.h"

namespace simiao::cashier {

ReceiptListModel::ReceiptListModel(sdk::Desk *desk, QObject *parent)
    : RowModel(parent)
    , m_desk(desk)
{
}

QVariant ReceiptListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &invoice = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return invoice.number;
    case ui::CandidateModel::SecondaryRole:
        return QStringLiteral("%1 %2").arg(Words::time(invoice.date, *m_desk->context().clock),
                                           Words::method(invoice.method));
    case ui::CandidateModel::RightRole: return Words::yuan(invoice.total);
    default: return {};
    }
}

} // namespace simiao::cashier
