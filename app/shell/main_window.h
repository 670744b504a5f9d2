#pragma once

#include "shell/window_layout.h"

#include <QWidget>

class QStackedLayout;

namespace simiao::shell {

class LoginPage;
class Workplace;

/// The one window: the log-in page, or the workplace of who is logged in.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// \param memory  outlives the window
    explicit MainWindow(ShellMemory &memory);
    ~MainWindow() override;

    LoginPage *login() const { return m_login; }
    Workplace *workplace() const { return m_workplace; }
    /// Takes it over and shows it.
    void enter(Workplace *workplace);
    /// Back to the log-in page; the workplace and all its pages go.
    void leave();
    /// A page that takes the place of the log-in: nobody can work.
    void showInstead(QWidget *page);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    WindowLayout m_layout;
    QStackedLayout *m_pages;
    LoginPage *m_login;
    Workplace *m_workplace = nullptr;
};

} // namespace simiao::shell
