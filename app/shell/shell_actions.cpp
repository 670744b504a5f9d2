#include "shell/shell_actions.h"

#include "shell/command_registry.h"
#include "shell/interface_language.h"
#include "shell/themes.h"

#include <QMenu>
#include <QWidget>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

QAction *newAction(const QString &id, const QKeySequence &key, QObject *parent)
{
    auto *action = new QAction(parent);
    action->setObjectName(id);
    action->setShortcut(key);
    return action;
}

} // namespace

ShellActions::ShellActions(InterfaceLanguage *language, QObject *parent)
    : QObject(parent)
    , m_language(language)
    , m_palette(newAction(u"shell.palette"_s, QKeySequence(u"Ctrl+K"_s), this))
    , m_help(newAction(u"shell.help"_s, QKeySequence(Qt::Key_F1), this))
    , m_about(newAction(u"shell.about"_s, {}, this))
    , m_notifications(newAction(u"shell.notifications"_s, QKeySequence(u"Ctrl+Shift+N"_s), this))
    , m_lock(newAction(u"shell.lock"_s, QKeySequence(u"Ctrl+L"_s), this))
    , m_switchUser(newAction(u"shell.switch-user"_s, QKeySequence(u"Ctrl+Shift+U"_s), this))
    , m_logOut(newAction(u"shell.log-out"_s, QKeySequence(u"Ctrl+Shift+Q"_s), this))
    , m_switchLanguage(newAction(u"shell.language"_s, QKeySequence(u"Ctrl+Shift+L"_s), this))
    , m_trainingReset(newAction(u"shell.training.reset"_s, {}, this))
{
    m_trainingReset->setVisible(false);
    for (const auto &name : kThemes) {
        auto *action = newAction(u"shell.theme."_s + name, {}, this);
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT themeChosen(name); });
        m_themes.append(action);
    }
    connect(m_switchLanguage, &QAction::triggered, this, [this] {
        m_language->choose(m_language->isChinese() ? InterfaceLanguage::kEnglish
                                                   : InterfaceLanguage::kChinese);
    });
    connect(language, &InterfaceLanguage::changed, this, &ShellActions::translate);
    translate();
}

void ShellActions::translate()
{
    m_palette->setText(tr("Find any action"));
    m_help->setText(tr("Help for this place"));
    m_about->setText(tr("About plugins"));
    m_notifications->setText(tr("Notifications"));
    m_lock->setText(tr("Lock the screen"));
    m_switchUser->setText(tr("Let another person in"));
    m_logOut->setText(tr("Log out"));
    m_switchLanguage->setText(m_language->isChinese() ? tr("Switch to English") : tr("Switch to Chinese"));
    m_trainingReset->setText(tr("Put the training clinic back"));
    for (qsizetype i = 0; i < m_themes.size(); ++i)
        m_themes.at(i)->setText(themeActionText(kThemes.at(i)));
}

QList<QAction *> ShellActions::all() const
{
    return QList{m_help, m_about, m_notifications, m_switchLanguage} + m_themes
        + QList{m_trainingReset, m_lock, m_switchUser, m_logOut, m_palette};
}

void ShellActions::offer(CommandRegistry *commands, QWidget *window) const
{
    for (auto *action : all()) {
        commands->add(action->objectName(), action);
        window->addAction(action);
    }
}

void ShellActions::fill(QMenu *menu) const
{
    menu->addAction(m_switchLanguage);
    menu->addSeparator();
    menu->addActions(m_themes);
    menu->addSeparator();
    menu->addAction(m_notifications);
    menu->addAction(m_help);
    menu->addAction(m_about);
    menu->addSeparator();
    menu->addAction(m_trainingReset);
    menu->addAction(m_lock);
    menu->addAction(m_switchUser);
    menu->addAction(m_logOut);
}

} // namespace simiao::shell
