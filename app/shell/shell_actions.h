#pragma once

#include <QAction>
#include <QObject>

class QMenu;

namespace simiao::shell {

class CommandRegistry;
class InterfaceLanguage;

/// What can be done at every desk: find an action, change language and theme, read about plugins, lock, leave.
class ShellActions : public QObject
{
    Q_OBJECT

public:
    /// \param language  outlives the actions
    explicit ShellActions(InterfaceLanguage *language, QObject *parent = nullptr);

    QAction *palette() const { return m_palette; }
    QAction *help() const { return m_help; }
    QAction *about() const { return m_about; }
    QAction *notifications() const { return m_notifications; }
    QAction *lock() const { return m_lock; }
    QAction *switchUser() const { return m_switchUser; }
    QAction *logOut() const { return m_logOut; }
    QAction *language() const { return m_switchLanguage; }
    /// Seen only where there is practice to be put back.
    QAction *trainingReset() const { return m_trainingReset; }

    /// Makes them known under shell.palette, shell.language, shell.theme.*, shell.help, shell.about, shell.notifications,
    /// shell.lock, shell.switch-user, shell.log-out, shell.training.reset and lets their keys work in `window`.
    void offer(CommandRegistry *commands, QWidget *window) const;
    void fill(QMenu *menu) const;

Q_SIGNALS:
    void themeChosen(const QString &name);

private:
    void translate();
    QList<QAction *> all() const;

    InterfaceLanguage *m_language;
    QAction *m_palette;
    QAction *m_help;
    QAction *m_about;
    QAction *m_notifications;
    QAction *m_lock;
    QAction *m_switchUser;
    QAction *m_logOut;
    QAction *m_switchLanguage;
    QAction *m_trainingReset;
    QList<QAction *> m_themes;
};

} // namespace simiao::shell
