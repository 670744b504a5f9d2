#pragma once

#include "shell/workplace.h"

namespace simiao::shell {

class MainWindow;

/// Lets people in and out: checks the password, opens their drafts, puts their workplace into the window.
class SessionGate : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the gate.
    SessionGate(const Workplace::Ground &ground, MainWindow *window, QObject *parent = nullptr);

private:
    void logIn(const QString &loginName, const QString &password);
    void enter(const workflow::Session &session);

    Workplace::Ground m_ground;
    MainWindow *m_window;
};

} // namespace simiao::shell
