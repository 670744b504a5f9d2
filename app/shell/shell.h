#pragma once

#include "bootstrap/application_graph.h"
#include "bootstrap/closed_backend.h"
#include "shell/interface_language.h"
#include "shell/shell_actions.h"
#include "shell/shell_memory.h"
#include "shell/workstation.h"

class QApplication;

namespace simiao::link {
class CommandServer;
}

namespace simiao::shell {

class DisplayWindows;
class MainWindow;
struct RestorePorts;

/// What the shell has to know before anything is opened.
struct ShellStart
{
    bootstrap::StartOptions options;
    Config config;
    QString theme;           ///< of the command line; empty: as remembered or configured
    bool wantsReset = false; ///< the person is asked whether the training profile is to be put back
};

/// The course of the program: the log-in page is painted, then the back-end opens, then people log in and out.
class Shell : public QObject
{
    Q_OBJECT

public:
    Shell(ShellStart start, QApplication &application);
    /// Pages go before plugins, plugins before the store.
    ~Shell() override;

    void show();
    /// A start that cannot go on: shown in the window, or said and ended where there is no screen.
    void fail(const Error &error);

Q_SIGNALS:
    /// The store is there.
    void opened(simiao::workflow::ChangeFeed *changes);

private:
    void connectWindow();
    void restoreLanguage();
    void chooseTheme(const QString &name);
    void chooseDensity(const QString &density);
    void applyLook();

    void open();
    void begin(std::unique_ptr<bootstrap::ApplicationGraph> graph);
    void startFeatures();
    /// Before anything is written: ids must not go back with the clock.
    void checkClock();
    /// What was noticed while opening, on the log-in page.
    void tellFindings(const std::optional<Error> &clock);
    void askForReset();
    void resetTraining();
    void showKind(sdk::ProfileKind kind);
    /// Whose people they are, once the store can tell.
    void learnKind();
    void claimForDemo();
    void becomeDemo();
    void prepareDemo();
    void offerDemoAccounts();
    void askForUpgrade(const QString &versions);
    /// A failure of the store: offers another copy of it where one may mend that, else fails.
    void giveUp(const Error &error);
    void closeGraph();
    bool offerRestore(const Error &error);
    RestorePorts restorePorts();
    /// What the hospital has activated instead of the shipped rules; nobody works before it is read.
    void readReference();
    void lookForAccounts();
    void askForAdministrator();
    void becomeReady();
    void offerDisplays();
    void serveCommands();
    void loadTerminology();
    /// Lists are searched in memory: an import or an edit makes them anew.
    void followTerminology();

    ShellStart m_start;
    QApplication &m_application;
    ShellMemory m_memory;
    InterfaceLanguage m_language;
    ShellActions m_actions;
    QString m_theme;
    bool m_isComfortable = false;
    bool m_isReadingTerminology = false;
    bool m_isTerminologyOutdated = false; ///< something was committed while it was read
    std::unique_ptr<bootstrap::ApplicationGraph> m_graph;
    std::shared_ptr<bootstrap::ClosedBackend>
        m_closed;                                  ///< instead of the graph, while a copy is being chosen
    std::unique_ptr<link::CommandServer> m_server; ///< uses the graph
    Workstation m_workstation;
    std::unique_ptr<DisplayWindows> m_displays; ///< use the graph
    std::unique_ptr<MainWindow> m_window;
    int m_exitCode = 0;
};

} // namespace simiao::shell
