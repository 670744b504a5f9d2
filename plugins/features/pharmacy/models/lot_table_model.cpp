#include "pharmacy/models/lot_table_model.h"

#include "ui/theme/severity.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::pharmacy {

namespace {

constexpr int kSoonDays = 30; // expiry worth a second look at the window

} // namespace

LotTableModel::LotTableModel(sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

QString LotTableModel::text(const LotPart &part, int column) const
{
    switch (column) {
    case Line: return QString::number(part.request.line);
    case Drug: return part.request.medicationName;
    case LotNumber: return part.lot.lotNumber;
    case Expiry: return part.lot.expiry.toIso();
    case Quantity: return QString::number(part.quantity);
    default: return {};
    }
}

QVariant LotTableModel::severity(const LotPart &part, int column) const
{
    const Date soon = m_desk->context().clock->today().plusDays(kSoonDays);
    return column == Expiry && part.lot.expiry < soon ? QVariant(int(ui::Severity::Warn)) : QVariant();
}

/// In the secondary colour: the unit of a quantity, the shelf of a lot.
QString LotTableModel::beside(const LotPart &part, int column) const
{
    if (column == LotNumber)
        return part.lot.location.value_or(QString());
    return column == Quantity ? part.request.quantityUnit : QString();
}

QVariant LotTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &part = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(part, index.column());
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case ui::TableUnitRole: return beside(part, index.column());
    case ui::TableSecondaryRole: return index.column() == Line;
    case ui::TableSeverityRole: return severity(part, index.column());
    default: return {};
    }
}

QString LotTableModel::heading(int column) const
{
    switch (column) {
    case Drug: return tr("Drug");
    case LotNumber: return tr("Lot");
    case Expiry: return tr("Expires");
    case Quantity: return tr("Quantity");
    default: return {};
    }
}

Qt::Alignment LotTableModel::alignment(int column) const
{
    const bool isNumber = column == Line || column == Quantity;
    return isNumber ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace simiao::pharmacy
