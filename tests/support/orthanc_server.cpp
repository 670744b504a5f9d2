#include "support/orthanc_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTcpServer>

#include <sys/prctl.h>

#include <csignal>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr auto kPlugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"_L1;

QString program()
{
    return QStandardPaths::findExecutable(u"Orthanc"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
}

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

QByteArray configuration(const QString &folder, int port)
{
    return QJsonDocument(QJsonObject{{"Name", "test"},
                                     {"StorageDirectory", folder},
                                     {"IndexDirectory", folder},
                                     {"HttpPort", port},
                                     {"DicomServerEnabled", false},
                                     {"DefaultEncoding", "Utf8"}, // else it answers in Latin-1
                                     {"RemoteAccessAllowed", false},
                                     {"AuthenticationEnabled", true},
                                     {"RegisteredUsers",
                                      QJsonObject{{OrthancServer::user(), OrthancServer::password()}}},
                                     {"KeepAlive", true},
                                     {"TcpNoDelay", true},
                                     {"Plugins", QJsonArray{QString(kPlugin)}},
                                     {"DicomWeb", QJsonObject{{"Enable", true}, {"Root", "/dicom-web/"}}}})
        .toJson();
}

bool saysItStarted(QProcess &process)
{
    QElapsedTimer clock;
    clock.start();
    QByteArray said;
    while (clock.elapsed() < kPatienceMs && process.state() != QProcess::NotRunning) {
        if (said.contains("Orthanc has started"))
            return true;
        process.waitForReadyRead(1000);
        said += process.readAll();
    }
    return false;
}

} // namespace

QString OrthancServer::whyNot()
{
    if (program().isEmpty() || !QFile::exists(kPlugin))
        return u"needs the packages orthanc and orthanc-dicomweb"_s;
    return u"Orthanc did not start in time"_s;
}

std::unique_ptr<OrthancServer> OrthancServer::start()
{
    std::unique_ptr<OrthancServer> server(new OrthancServer);
    if (program().isEmpty() || !QFile::exists(kPlugin))
        return nullptr;
    server->m_port = freePort();
    QFile file(server->m_folder.filePath(u"orthanc.json"_s));
    if (!file.open(QIODevice::WriteOnly)
        || file.write(configuration(server->m_folder.path(), server->m_port)) < 0)
        return nullptr;
    file.close();

    auto &process = server->m_process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(program(), {file.fileName()});
    if (!saysItStarted(process))
        return nullptr;
    // Its words are not read any more, and must not fill a pipe.
    process.closeReadChannel(QProcess::StandardOutput);
    return server;
}

OrthancServer::~OrthancServer()
{
    kill();
}

void OrthancServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

QUrl OrthancServer::dicomWeb() const
{
    return QUrl(u"http://127.0.0.1:%1/dicom-web"_s.arg(m_port));
}

} // namespace simiao::test
