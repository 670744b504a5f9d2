#include "admin/models/audit_table_model.h"

#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

namespace {

/// The badge stands in the outcome; the act takes its colour, so that the eye finds the row.
QVariant severityAt(const AuditLine &line, int column, int role)
{
    const auto severity = AuditWords::severityOf(line);
    const bool isBadge = role == ui::TableBadgeRole;
    if (!severity || column != (isBadge ? AuditWords::Outcome : AuditWords::Act))
        return {};
    return int(*severity);
}

} // namespace

AuditTableModel::AuditTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

void AuditTableModel::setNames(AgentNames names)
{
    m_names = std::move(names);
    refresh();
}

QVariant AuditTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(line, index.column());
    case Qt::ToolTipRole: return Words::toolTip(text(line, index.column()));
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case ui::TableBadgeRole:
    case ui::TableSeverityRole: return severityAt(line, index.column(), role);
    case ui::TableUnitRole: return index.column() == AuditWords::Act ? actAt(line) : QString();
    case ui::TableSecondaryRole: return index.column() == AuditWords::Detail;
    default: return {};
    }
}

QString AuditTableModel::text(const AuditLine &line, int column) const
{
    return AuditWords::text(line, column, m_names, *m_desk->context().clock);
}

/// The code is what is filtered by; beside it stands what it means.
QString AuditTableModel::actAt(const AuditLine &line) const
{
    const auto context = m_desk->context();
    return line.event ? AuditWords::act(line.event->act, *context.policy, m_desk->locale().name())
                      : QString();
}

QString AuditTableModel::heading(int column) const
{
    return AuditWords::title(column);
}

Qt::Alignment AuditTableModel::alignment(int column) const
{
    return column == AuditWords::Number ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace simiao::admin
