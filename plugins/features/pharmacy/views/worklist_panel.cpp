#include "pharmacy/views/worklist_panel.h"

#include "ui/widgets/panel_header.h"
#include "ui/widgets/queue_delegate.h"

#include <QLineEdit>
#include <QListView>

namespace simiao::pharmacy {

WorklistPanel::WorklistPanel(Counter *counter, QWidget *parent)
    : FindList(counter->worklist(), new ui::QueueDelegate, parent)
    , m_counter(counter)
{
    list()->setObjectName(QStringLiteral("pharmacy.list"));
    field()->setObjectName(QStringLiteral("pharmacy.find"));
    connect(this, &FindList::textChanged, counter, &Counter::setFilter);
    connect(this, &FindList::actionTriggered, counter, &Counter::reload);
    connect(this, &FindList::rowOpened, this, &WorklistPanel::openRow);
    connect(counter, &Counter::listAboutToChange, this, &FindList::beginReplacing);
    connect(counter, &Counter::listChanged, this, &WorklistPanel::showList);
    retranslate();
    showList();
}

void WorklistPanel::retranslate()
{
    header()->setTitle(tr("Prescriptions"));
    field()->setPlaceholderText(tr("Name, initials, MRN, number"));
    field()->setAccessibleName(tr("Find a prescription"));
    list()->setAccessibleName(tr("Prescriptions"));
}

int WorklistPanel::firstRow() const
{
    return m_counter->worklist()->firstWork();
}

void WorklistPanel::openRow(int row)
{
    if (const auto &work = m_counter->worklist()->at(row).work)
        m_counter->open(work->prescription.id);
}

/// The prescription in hand stays current wherever it stands now; one that left the desk leaves no row current.
void WorklistPanel::showList()
{
    const auto &current = m_counter->current();
    showRows(m_counter->listState(), current ? m_counter->worklist()->rowOf(*current) : -1);
}

} // namespace simiao::pharmacy
