#include "imaging/views/send_commands.h"

#include "imaging/views/command_action.h"
#include "sdk/desk.h"
#include "sdk/visit.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QMenu>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

SendCommands::SendCommands(sdk::Visit *visit, Choice choice, QWidget *panel)
    : QObject(panel)
    , m_visit(visit)
    , m_choice(std::move(choice))
    , m_panel(panel)
    , m_sending(new ArchiveSending(visit->desk()->context(), visit->record().patient.id, this))
    , m_list(new QMenu(panel))
    , m_open(commandAction(this, u"imaging.send"_s, {Qt::ALT | Qt::Key_X}, [this] { popUp(); }))
{
    m_list->setObjectName(u"imaging.sendList"_s);
    m_list->setToolTipsVisible(true);
    m_open->setEnabled(!visit->desk()->archives().empty());
    retranslate();
}

void SendCommands::retranslate()
{
    m_open->setText(tr("Send…"));
    m_open->setToolTip(ui::plainToolTip(
        m_open->isEnabled() ? tr("Send key images, what was saved, or the study to an archive (PACS)")
                            : tr("No archive is set up: the administrator names one in the settings")));
}

void SendCommands::popUp()
{
    fill();
    m_list->popup(m_panel->mapToGlobal(QPoint(0, m_panel->height() - m_list->sizeHint().height())));
    for (auto *action : m_list->actions()) {
        if (!action->isEnabled() || action->isSeparator())
            continue;
        m_list->setActiveAction(action);
        break;
    }
}

void SendCommands::fill()
{
    m_list->clear();
    const auto choice = m_choice();
    if (!choice) {
        m_list->addAction(tr("Images of another patient are not sent"))->setEnabled(false);
        return;
    }
    for (const auto &archive : m_visit->desk()->archives()) {
        m_list->addSection(archive->displayName());
        add(archive, u"key-images"_s, tr("Key images to %1 (%2)"), choice->keyImages);
        add(archive, u"written"_s, tr("Reports and presentation states to %1 (%2)"), choice->written);
        add(archive, u"study"_s, tr("The whole study to %1 (%2)"), choice->study);
    }
}

void SendCommands::add(const std::shared_ptr<workflow::ImageArchive> &archive,
                       const QString &what,
                       const QString &words,
                       const QStringList &files)
{
    auto *action =
        m_list->addAction(words.arg(archive->displayName()).arg(files.size()), this,
                          [this, archive, what, files] { m_sending->send({archive, files, what}); });
    action->setObjectName(u"imaging.send."_s + what);
    action->setEnabled(!files.isEmpty() && m_sending->step() != ArchiveSending::Step::Sending);
}

} // namespace simiao::viewer
