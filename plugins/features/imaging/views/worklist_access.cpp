#include "imaging/views/worklist_access.h"

#include "imaging/views/command_action.h"
#include "imaging/views/worklist_dialog.h"
#include "ui/widgets/plain_tool_tip.h"

namespace simiao::viewer {

WorklistAccess::WorklistAccess(const sdk::Desk *desk, QWidget *panel)
    : QObject(panel)
    , m_desk(desk)
    , m_panel(panel)
    , m_search(new WorklistSearch(desk->context(), desk->worklists(), this))
    , m_open(commandAction(this, QStringLiteral("imaging.worklist"), {Qt::SHIFT | Qt::Key_W}, [this] {
        showDialog();
    }))
{
    m_open->setEnabled(!m_search->servers().empty());
    retranslate();
}

void WorklistAccess::retranslate()
{
    m_open->setText(tr("Worklist…"));
    m_open->setToolTip(ui::plainToolTip(
        m_open->isEnabled() ? tr("Look at what is planned on CT, MR and other devices")
                            : tr("No worklist is set up: the administrator does that under Archives")));
}

void WorklistAccess::showDialog()
{
    if (m_panel->findChild<WorklistDialog *>())
        return;
    const auto today = QDate::fromString(m_desk->context().clock->today().toIso(), Qt::ISODate);
    auto *dialog = new WorklistDialog(m_search, today, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace simiao::viewer
