#include "support/pgbouncer.h"

#include "support/free_port.h"
#include "support/server_account.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStartMs = 30'000;

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

} // namespace

PgBouncer::PgBouncer()
    : m_folder(QDir::tempPath() + u"/simiao-pgbouncer-XXXXXX"_s)
{
}

QString PgBouncer::program()
{
    return QStandardPaths::findExecutable(u"pgbouncer"_s,
                                          {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/bin"_s});
}

bool PgBouncer::start(quint16 server,
                      const QMap<QString, QString> &passwords,
                      const QMap<QString, QString> &settings)
{
    m_port = freePort();
    if (!configure(server, passwords, settings)
        || !m_process.start(program(), {m_folder.filePath(u"pgbouncer.ini"_s)},
                            m_folder.filePath(u"pgbouncer.log"_s), m_folder.path()))
        return false;
    const auto isOver = [this] { return !m_process.isRunning() || isListening(m_port); };
    return QTest::qWaitFor(isOver, kStartMs) && m_process.isRunning();
}

bool PgBouncer::configure(quint16 server,
                          const QMap<QString, QString> &passwords,
                          const QMap<QString, QString> &settings) const
{
    QMap<QString, QString> values{
        {u"listen_addr"_s, u"127.0.0.1"_s},
        {u"listen_port"_s, QString::number(m_port)},
        {u"unix_socket_dir"_s, QString()},
        {u"auth_type"_s, u"scram-sha-256"_s},
        {u"auth_file"_s, m_folder.filePath(u"users.txt"_s)},
        {u"pool_mode"_s, u"transaction"_s},
        {u"default_pool_size"_s, u"20"_s},
        {u"max_client_conn"_s, u"1000"_s},
        {u"ignore_startup_parameters"_s, u"extra_float_digits"_s},
    };
    values.insert(settings);
    auto text = u"[databases]\n* = host=127.0.0.1 port=%1\n[pgbouncer]\n"_s.arg(server);
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        text += value.key() + u" = "_s + value.value() + u'\n';
    const auto quoted = [](QString word) { return u'"' + word.replace(u'"', u"\"\""_s) + u'"'; };
    QString users;
    for (auto user = passwords.cbegin(); user != passwords.cend(); ++user)
        users += quoted(user.key()) + u' ' + quoted(user.value()) + u'\n';
    return m_folder.isValid() && write(m_folder.filePath(u"pgbouncer.ini"_s), text)
        && write(m_folder.filePath(u"users.txt"_s), users) && giveToServerAccount(m_folder.path());
}

QString PgBouncer::conninfo(const QString &role, const QString &password, const QString &database) const
{
    return u"host=127.0.0.1 port=%1 user=%2 password=%3 dbname=%4"_s.arg(m_port).arg(role, password,
                                                                                     database);
}

QString PgBouncer::log() const
{
    QFile file(m_folder.filePath(u"pgbouncer.log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace simiao::test
