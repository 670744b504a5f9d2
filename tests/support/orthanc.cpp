#include "support/orthanc.h"

#include "support/free_port.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QUuid>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTransferMs = 20'000;
constexpr auto kDicomWebPlugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"_L1;
constexpr auto kWorklistPlugin = "/usr/share/orthanc/plugins/libModalityWorklists.so"_L1;

/// Through its web door, whether it asks for a password or not.
QNetworkRequest requestFor(quint16 port, const QString &path)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path)));
    const auto credentials = (Orthanc::user() + u':' + Orthanc::password()).toUtf8().toBase64();
    request.setRawHeader("Authorization", "Basic " + credentials);
    request.setTransferTimeout(kTransferMs);
    return request;
}

QByteArray answerOf(QNetworkReply *reply, bool &isGood)
{
    QEventLoop waiting;
    QObject::connect(reply, &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    if (!reply->isFinished())
        waiting.exec();
    isGood = reply->error() == QNetworkReply::NoError;
    return reply->readAll();
}

} // namespace

QString Orthanc::program()
{
    return QStandardPaths::findExecutable(u"Orthanc"_s,
                                          {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/bin"_s});
}

QJsonObject Orthanc::dicomWebSettings()
{
    if (!QFile::exists(kDicomWebPlugin))
        return {};
    return {{u"AuthenticationEnabled"_s, true},
            {u"RegisteredUsers"_s, QJsonObject{{user(), password()}}},
            {u"KeepAlive"_s, true},
            {u"TcpNoDelay"_s, true},
            {u"Plugins"_s, QJsonArray{QString(kDicomWebPlugin)}},
            {u"DicomWeb"_s, QJsonObject{{u"Enable"_s, true}, {u"Root"_s, u"/dicom-web/"_s}}}};
}

QJsonObject Orthanc::worklistSettings(const QString &folder)
{
    if (!QFile::exists(kWorklistPlugin))
        return {};
    return {{u"Plugins"_s, QJsonArray{QString(kWorklistPlugin)}},
            {u"DicomAlwaysAllowFindWorklist"_s, true},
            {u"Worklists"_s, QJsonObject{{u"Enable"_s, true}, {u"Database"_s, folder}}}};
}

bool Orthanc::start(const QJsonObject &settings, const QStringList &environment)
{
    m_dicomPort = freePort();
    m_httpPort = freePort();
    QJsonObject all{{u"Name"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                    {u"StorageDirectory"_s, m_folder.filePath(u"storage"_s)},
                    {u"IndexDirectory"_s, m_folder.filePath(u"storage"_s)},
                    {u"HttpPort"_s, m_httpPort},
                    {u"DicomPort"_s, m_dicomPort},
                    {u"DicomAet"_s, u"ORTHANC"_s},
                    {u"DicomCheckCalledAet"_s, true},
                    {u"DicomAlwaysAllowEcho"_s, true},
                    {u"DicomAlwaysAllowFind"_s, true},
                    {u"DicomAlwaysAllowGet"_s, true},
                    {u"DicomAlwaysAllowMove"_s, true},
                    {u"DicomAlwaysAllowStore"_s, true},
                    {u"RemoteAccessAllowed"_s, false},
                    {u"AuthenticationEnabled"_s, false},
                    {u"DefaultEncoding"_s, u"Utf8"_s},
                    {u"Plugins"_s, QJsonArray{}}};
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        all.insert(setting.key(), setting.value());
    QFile file(m_folder.filePath(u"orthanc.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0)
        return false;
    file.close();
    return m_process.start(program(), {file.fileName()}, {m_dicomPort, m_httpPort}, environment)
        && name() == all[u"Name"_s].toString();
}

QString Orthanc::name() const
{
    QNetworkAccessManager network;
    bool isGood = false;
    const auto reply = std::unique_ptr<QNetworkReply>(network.get(requestFor(m_httpPort, u"/system"_s)));
    const auto system = QJsonDocument::fromJson(answerOf(reply.get(), isGood));
    return isGood ? system[u"Name"_s].toString() : QString();
}

int Orthanc::upload(const QStringList &files) const
{
    QNetworkAccessManager network;
    auto request = requestFor(m_httpPort, u"/instances"_s);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/dicom"_s);
    int kept = 0;
    for (const auto &name : files) {
        QFile file(name);
        bool isGood = file.open(QIODevice::ReadOnly);
        const auto reply = std::unique_ptr<QNetworkReply>(network.post(request, file.readAll()));
        answerOf(reply.get(), isGood);
        if (!isGood)
            qWarning("Orthanc takes no file: %s", qPrintable(reply->errorString()));
        kept += isGood ? 1 : 0;
    }
    return kept;
}

int Orthanc::count(const QString &path) const
{
    QNetworkAccessManager network;
    bool isGood = false;
    const auto reply = std::unique_ptr<QNetworkReply>(network.get(requestFor(m_httpPort, path)));
    const auto list = QJsonDocument::fromJson(answerOf(reply.get(), isGood));
    return isGood && list.isArray() ? int(list.array().size()) : -1;
}

} // namespace simiao::test
