#pragma once

#include <QMap>
#include <QString>
#include <QTemporaryDir>

namespace simiao::test {

/// The files of packaging/server as a hospital would have them, in a folder of the test that stands for /etc/simiao, with certificates
/// in tls/; backups/ in it stands for /var/backups/simiao. All belong to serverAccount().
class ServerFiles
{
public:
    ServerFiles();

    /// packaging/server
    static QString source() { return QStringLiteral(SIMIAO_SERVER_FILES); }
    /// The lines of its README that are commands, of one section.
    static QStringList commandsOf(const QString &section);
    /// False where openssl is missing or a file cannot be written.
    bool isComplete() const { return m_isComplete; }
    /// \param name  "postgresql/simiao.conf"
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Of a file of settings in PostgreSQL's form, without quotes.
    QMap<QString, QString> values(const QString &name) const;
    QString text(const QString &name) const;
    /// Writes another text into one of them.
    bool rewrite(const QString &name, const QString &text);
    /// Of libpq, for a desk that checks the server and shows its certificate.
    QString tls() const;

private:
    bool copyAll(const QString &folder);
    bool makeCertificates();

    QTemporaryDir m_folder;
    bool m_isComplete;
};

} // namespace simiao::test
