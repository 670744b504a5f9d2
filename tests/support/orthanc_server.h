#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace simiao::test {

/// A real PACS of its own on this machine, with a free port and an empty folder; gone with this object, and with the test however
/// that ends.
class OrthancServer
{
public:
    /// Null where it is not installed or did not start in time; whyNot() says it.
    static std::unique_ptr<OrthancServer> start();
    static QString whyNot();

    OrthancServer(const OrthancServer &) = delete;
    OrthancServer &operator=(const OrthancServer &) = delete;
    ~OrthancServer();

    /// "http://127.0.0.1:<port>/dicom-web"
    QUrl dicomWeb() const;
    static QString user() { return QStringLiteral("simiao"); }
    static QString password() { return QStringLiteral("pw-of-the-test"); }
    /// As if its machine were gone.
    void kill();

private:
    OrthancServer() = default;

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace simiao::test
