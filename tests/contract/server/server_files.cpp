#include "server_files.h"

#include "support/server_account.h"
#include "support/test_certificates.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace simiao::test {

using namespace Qt::StringLiterals;

ServerFiles::ServerFiles()
    : m_isComplete(m_folder.isValid() && copyAll(u"postgresql"_s) && copyAll(u"pgbouncer"_s)
                   && makeCertificates() && QDir(m_folder.path()).mkpath(u"backups/wal"_s)
                   && giveToServerAccount(m_folder.path()))
{
}

QStringList ServerFiles::commandsOf(const QString &section)
{
    QFile file(source() + u"/README.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList commands;
    bool isIn = false;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith("## "_L1))
            isIn = line == u"## "_s + section;
        if (isIn && line.startsWith("    "_L1))
            commands.append(line.trimmed());
    }
    return commands;
}

bool ServerFiles::copyAll(const QString &folder)
{
    const QDir source(ServerFiles::source() + u'/' + folder);
    bool isCopied = source.exists() && QDir(m_folder.path()).mkpath(folder);
    for (const auto &entry : source.entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        isCopied = isCopied && file.open(QIODevice::ReadOnly);
        auto words = QString::fromUtf8(file.readAll());
        words.replace("/etc/simiao"_L1, m_folder.path());
        words.replace("/var/backups/simiao"_L1, path(u"backups"_s));
        const auto name = folder + u'/' + entry.fileName();
        isCopied = isCopied && rewrite(name, words) && QFile::setPermissions(path(name), entry.permissions());
    }
    return isCopied;
}

bool ServerFiles::makeCertificates()
{
    QDir(m_folder.path()).mkdir(u"tls"_s);
    const auto tls = path(u"tls"_s);
    const auto server = makeCertificate(tls, u"server"_s, u"IP:127.0.0.1"_s);
    // Each is its own authority here, so that PgBouncer shows the same one as a desk.
    const auto desk = makeCertificate(tls, u"pgbouncer"_s, u"DNS:pgbouncer"_s);
    return server && desk && QFile::copy(server->certificateFile, tls + u"/server-ca.crt"_s)
        && QFile::copy(desk->certificateFile, tls + u"/desks-ca.crt"_s);
}

QString ServerFiles::text(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool ServerFiles::rewrite(const QString &name, const QString &text)
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text.toUtf8()) >= 0;
}

QMap<QString, QString> ServerFiles::values(const QString &name) const
{
    static const QRegularExpression setting(u"^(\\w+) = (?:'([^']*)'|(\\S+))"_s);
    QMap<QString, QString> found;
    for (const auto &line : text(name).split(u'\n'))
        if (const auto match = setting.match(line); match.hasMatch())
            found.insert(match.captured(1), match.captured(2) + match.captured(3));
    return found;
}

QString ServerFiles::tls() const
{
    return u" sslmode=verify-full sslrootcert=%1/server-ca.crt sslcert=%1/pgbouncer.crt sslkey=%1/pgbouncer.key"_s
        .arg(path(u"tls"_s));
}

} // namespace simiao::test
