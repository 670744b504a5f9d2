#pragma once

#include <QAction>
#include <QObject>

class QMenu;

namespace simiao::shell {

class CommandRegistry;
class InterfaceLanguage;

/// What can be done at every desk: find an action, change language and theme, read about plugins, log out.
class ShellActions : public QObject
{
    Q_OBJECT

public:
    /// \param language  outlives the actions
    explicit ShellActions(InterfaceLanguage *language, QObject *parent = nullptr);

    QAction *palette() const { return m_palette; }
    QAction *about() const { return m_about; }
    QAction *logOut() const { return m_logOut; }
    QAction *language() const { return m_switchLanguage; }

    /// Makes them known under shell.palette, shell.language, shell.theme.*, shell.about, shell.log-out and lets their
    /// keys work in `window`.
    void offer(CommandRegistry *commands, QWidget *window) const;
    void fill(QMenu *menu) const;

Q_SIGNALS:
    void themeChosen(const QString &name);

private:
    void translate();
    QList<QAction *> all() const;

    InterfaceLanguage *m_language;
    QAction *m_palette;
    QAction *m_about;
    QAction *m_logOut;
    QAction *m_switchLanguage;
    QList<QAction *> m_themes;
};

} // namespace simiao::shell
