#include "pharmacy/models/line_table_model.h"

#include "pharmacy/models/words.h"
#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/table_delegate.h"

#include <QFont>

namespace simiao::pharmacy {

namespace {

bool isWithdrawn(const SheetLine &line)
{
    return line.request.status == medications::MedicationRequestStatus::Cancelled;
}

QFont struckOut()
{
    QFont font;
    font.setStrikeOut(true);
    return font;
}

} // namespace

LineTableModel::LineTableModel(sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

QString LineTableModel::text(const SheetLine &line, int column) const
{
    const auto &request = line.request;
    const QString language = m_desk->locale().name();
    switch (column) {
    case Line: return QString::number(request.line);
    case Drug:
        return QStringLiteral("%1 %2").arg(request.medicationName, line.medication.strength.toString());
    case Usage: {
        const QString usage = Words::dosage(request.dosage, m_desk->reference().dosage, language);
        return request.overrideReason.isEmpty() ? usage
                                                : tr("%1 · reason: %2").arg(usage, request.overrideReason);
    }
    case Quantity: return QString::number(request.quantity);
    default: return {};
    }
}

QVariant LineTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(line, index.column());
    case Qt::ToolTipRole: return ui::plainToolTip(text(line, index.column()));
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case ui::TableUnitRole: return index.column() == Quantity ? line.request.quantityUnit : QString();
    case ui::TableSecondaryRole: return index.column() == Line || isWithdrawn(line);
    case Qt::FontRole: return isWithdrawn(line) ? struckOut() : QVariant();
    default: return {};
    }
}

QString LineTableModel::heading(int column) const
{
    switch (column) {
    case Drug: return tr("Drug");
    case Usage: return tr("How it is taken");
    case Quantity: return tr("Quantity");
    default: return {};
    }
}

Qt::Alignment LineTableModel::alignment(int column) const
{
    const bool isNumber = column == Line || column == Quantity;
    return isNumber ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace simiao::pharmacy
