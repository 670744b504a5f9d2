#include "admin/models/setup_table_model.h"

#include "admin/models/setup_words.h"
#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

using workflow::SetupStep;

SetupTableModel::SetupTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

void SetupTableModel::setFacts(const workflow::SetupFacts &facts)
{
    m_facts = facts;
    replace({workflow::kSetupSteps.begin(), workflow::kSetupSteps.end()});
}

QVariant SetupTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto step = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(step, index.column());
    case Qt::ToolTipRole: return Words::toolTip(text(step, index.column()));
    case ui::TableSecondaryRole: return index.column() == Lacking;
    case ui::TableBadgeRole:
        return index.column() == State
            ? QVariant(int(SetupWords::severityOf(workflow::stateOf(step, m_facts))))
            : QVariant();
    default: return {};
    }
}

QString SetupTableModel::heading(int column) const
{
    switch (column) {
    case Step: return tr("Step");
    case State: return tr("State");
    case Found: return tr("What there is");
    case Lacking: return tr("Until it is done");
    default: return {};
    }
}

QString SetupTableModel::text(SetupStep step, int column) const
{
    switch (column) {
    case Step: return SetupWords::title(step);
    case State: return SetupWords::state(workflow::stateOf(step, m_facts));
    case Found: return SetupWords::found(step, m_facts, *m_desk);
    case Lacking: return SetupWords::lacking(step, m_facts);
    default: return {};
    }
}

} // namespace simiao::admin
