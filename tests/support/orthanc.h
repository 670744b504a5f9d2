#pragma once

#include "support/server_process.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrl>

namespace simiao::test {

/// A real archive on the loopback, empty at first, without plugins unless asked. DICOM AE title ORTHANC.
class Orthanc
{
public:
    /// Where the program is; empty where it is not installed.
    static QString program();
    /// Settings for start(): DICOMweb for user() with password(). Empty where the plugin is not installed.
    static QJsonObject dicomWebSettings();
    /// Settings for start(): serves the worklist files of `folder`. Empty where the plugin is not installed.
    static QJsonObject worklistSettings(const QString &folder);
    static QString user() { return QStringLiteral("simiao"); }
    static QString password() { return QStringLiteral("pw-of-the-test"); }

    /// Ready once it answers as itself: another program may listen where it was to.
    /// \param settings  laid over ours
    bool start(const QJsonObject &settings = {}, const QStringList &environment = {});
    /// As if its machine were gone.
    void stop() { m_process.stop(); }

    /// Sends files through its web door. \returns how many it kept
    int upload(const QStringList &files) const;
    /// GET of a JSON array, such as /instances. \returns its length, -1 on errors
    int count(const QString &path) const;

    quint16 dicomPort() const { return m_dicomPort; }
    quint16 httpPort() const { return m_httpPort; }
    /// "http://127.0.0.1:<port>/dicom-web"
    QUrl dicomWeb() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/dicom-web").arg(m_httpPort)); }
    QByteArray output() { return m_process.output(); }

private:
    /// What it calls itself through its web door; empty on errors.
    QString name() const;

    QTemporaryDir m_folder;
    quint16 m_dicomPort = 0;
    quint16 m_httpPort = 0;
    ServerProcess m_process;
};

} // namespace simiao::test
