#include "link/command_server.h"
#include "shell/display_request.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// A profile, and a workstation that may have it open.
class Lobby
{
public:
    /// A workstation that knows the waiting-room display and no other.
    void openWorkstation()
    {
        m_graph.profile = *bootstrap::Profile::open(bootstrap::foldersBelow(m_folder.path()));
        m_server = std::make_unique<link::CommandServer>(&m_graph);
        m_server->setDisplays([this](const QString &name) {
            asked.append(name);
            return name == "waiting-room"_L1 ? ok() : Error{ErrorKind::NotFound, u"display.unknown"_s, name};
        });
        if (!m_server->listen())
            qFatal("the workstation cannot listen");
    }

    /// `simiao --display NAME`, beside the workstation. \returns its exit code
    int request(const QString &name)
    {
        int exitCode = -1;
        const std::unique_ptr<QThread> program(QThread::create([&, this] {
            bootstrap::StartOptions options;
            options.profileFolder = m_folder.path();
            exitCode = shell::requestDisplay(options, name);
        }));
        program->start();
        while (!program->wait(1))
            QCoreApplication::processEvents();
        return exitCode;
    }

    QStringList asked;

private:
    QTemporaryDir m_folder;
    bootstrap::ApplicationGraph m_graph;
    std::unique_ptr<link::CommandServer> m_server;
};

} // namespace

class TestDisplayRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOwnerOpensTheWindow()
    {
        Lobby lobby;
        lobby.openWorkstation();
        QCOMPARE(lobby.request(u"waiting-room"_s), 0);
        QCOMPARE(lobby.asked, QStringList(u"waiting-room"_s));
    }

    void aNameThatNobodyKnowsIsRefused()
    {
        Lobby lobby;
        lobby.openWorkstation();
        QCOMPARE(lobby.request(u"waiting-rom"_s), 2);
    }

    void withoutAWorkstationItCannotBeReached()
    {
        Lobby lobby;
        QCOMPARE(lobby.request(u"waiting-room"_s), 3);
    }
};

QTEST_GUILESS_MAIN(TestDisplayRequest)
#include "test_display_request.moc"
