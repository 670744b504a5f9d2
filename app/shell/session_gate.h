#pragma once

#include "shell/idle_watch.h"
#include "shell/workplace.h"

namespace simiao::shell {

class MainWindow;

/// Lets people in and out: checks the password, opens their drafts, puts their workplace into the window, and locks it when
/// it is left alone.
class SessionGate : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the gate.
    SessionGate(const Workplace::Ground &ground, MainWindow *window, QObject *parent = nullptr);

Q_SIGNALS:
    /// "compact" or "comfortable", as the person who works now has it.
    void densityChosen(const QString &density);
    /// See Workplace::resetConfirmed().
    void resetConfirmed();

private:
    void logIn(const QString &loginName, const QString &password);
    void admit(const workflow::Session &session, const QString &password);
    void askForNewPassword(const workflow::Session &session, const QString &password);
    void enter(const workflow::Session &session);
    /// What the one window and the one process take from the settings of who works now.
    void follow(const Workplace *workplace);
    void lock();
    void record(const QString &act);
    void signOut();

    Workplace::Ground m_ground;
    MainWindow *m_window;
    IdleWatch m_idle;
};

} // namespace simiao::shell
