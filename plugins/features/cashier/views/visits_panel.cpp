#include "cashier/views/visits_panel.h"

#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/panel_header.h"

#include <QLineEdit>
#include <QListView>

namespace simiao::cashier {

VisitsPanel::VisitsPanel(Till *till, QWidget *parent)
    : FindList(till->payables(), new ui::CandidateDelegate, parent)
    , m_till(till)
{
    list()->setObjectName(QStringLiteral("cashier.visits"));
    field()->setObjectName(QStringLiteral("cashier.find"));
    connect(this, &FindList::textChanged, till, &Till::setFilter);
    connect(this, &FindList::actionTriggered, till, &Till::reload);
    connect(this, &FindList::rowOpened, till, [till](int row) { till->open(till->payables()->at(row)); });
    connect(till, &Till::listAboutToChange, this, &FindList::beginReplacing);
    connect(till, &Till::listChanged, this, &VisitsPanel::showList);
    retranslate();
    showList();
}

void VisitsPanel::retranslate()
{
    header()->setTitle(tr("To pay"));
    field()->setPlaceholderText(tr("Name, initials, MRN, visit"));
    field()->setAccessibleName(tr("Find a visit"));
    list()->setAccessibleName(tr("Visits to pay"));
}

/// The visit at the till stays current wherever it stands now; a paid one leaves no row current.
void VisitsPanel::showList()
{
    const auto &current = m_till->current();
    showRows(m_till->listState(), current ? m_till->payables()->rowOf(current->encounter.id) : -1);
}

} // namespace simiao::cashier
