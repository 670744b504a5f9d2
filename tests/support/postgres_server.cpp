#include "support/postgres_server.h"

#include "support/free_port.h"
#include "support/postgres_cluster.h"
#include "support/server_account.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>
#include <QTest>

#include <sys/shm.h>

#include <csignal>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStartMs = 60'000;
constexpr int kStopMs = 30'000;
constexpr int kCopyMs = 60'000;
constexpr qsizetype kLogTail = 8'192;
constexpr qint64 kMuchMemory = 4LL << 30;

// Lines of postmaster.pid, by PostgreSQL's miscadmin.h.
constexpr int kPidLine = 0;
constexpr int kSharedMemoryLine = 6;
constexpr int kStateLine = 7;

/// Read at once: a server that starts replaces the file of one that was killed.
QByteArrayList postmasterLines(const QString &dataFolder)
{
    QFile file(dataFolder + u"/postmaster.pid"_s);
    auto lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
    for (auto &line : lines)
        line = line.simplified();
    return lines;
}

/// A killed server leaves its System V segment, and the system has 4096 of them.
void freeSharedMemory(const QString &dataFolder)
{
    bool isNumber = false;
    const int id = postmasterLines(dataFolder).value(kSharedMemoryLine).split(' ').value(1).toInt(&isNumber);
    if (isNumber)
        ::shmctl(id, IPC_RMID, nullptr);
}

QString quoted(QString value)
{
    return u'\'' + value.replace(u'\'', u"''"_s) + u'\'';
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.flush()
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && giveToServerAccount(path);
}

bool copy(const QString &from, const QString &to)
{
    QFile file(from);
    return file.open(QIODevice::ReadOnly) && write(to, QString::fromUtf8(file.readAll()));
}

QString linesOf(const QMap<QString, QString> &values)
{
    QString text;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        text += value.key() + u" = "_s + quoted(value.value()) + u'\n';
    return text;
}

QMap<QString, QString> tlsValues(const PostgresTls &tls)
{
    QMap<QString, QString> values{
        {u"ssl"_s, u"on"_s}, {u"ssl_cert_file"_s, u"server.crt"_s}, {u"ssl_key_file"_s, u"server.key"_s}};
    if (!tls.clientAuthorityFile.isEmpty())
        values.insert(u"ssl_ca_file"_s, u"clients.crt"_s);
    return values;
}

QString placeFor(const PostgresSettings &settings)
{
    if (!settings.place.isEmpty())
        return settings.place;
    const QStorageInfo memory(u"/dev/shm"_s);
    const bool isInMemory =
        !settings.isFlushed && memory.fileSystemType() == "tmpfs" && memory.bytesAvailable() > kMuchMemory;
    return isInMemory ? memory.rootPath() : QDir::tempPath();
}

QStringList accessRules(const PostgresSettings &settings)
{
    const auto method = settings.tcpAuthentication;
    QStringList rules = settings.accessRules;
    rules << u"local all postgres trust"_s << u"local all all scram-sha-256"_s
          << u"host replication replicator 127.0.0.1/32 scram-sha-256"_s;
    const bool wantsCertificate = settings.tls && !settings.tls->clientAuthorityFile.isEmpty();
    rules << u"%1 all all 127.0.0.1/32 %2%3"_s.arg(settings.tls ? u"hostssl"_s : u"host"_s, method,
                                                   wantsCertificate ? u" clientcert=verify-full"_s : u""_s);
    return rules;
}

} // namespace

PostgresServer::~PostgresServer()
{
    m_process.kill9();
    if (m_folder)
        freeSharedMemory(dataFolder());
}

bool PostgresServer::isInstalled()
{
    return !postgresPrograms().isEmpty();
}

bool PostgresServer::start(const PostgresSettings &settings)
{
    return startFrom(makePostgresCluster, settings);
}

bool PostgresServer::startStandby(const PostgresServer &primary,
                                  const QString &name,
                                  const QString &password,
                                  const PostgresSettings &settings)
{
    // What stands in the conninfo is kept for the stream; its application_name is what synchronous_standby_names means.
    const auto source =
        u"host=%1 port=%2 user=replicator password=%3 application_name=%4 connect_timeout=2"_s.arg(host())
            .arg(primary.port())
            .arg(password, name);
    const auto copy = [&source](const QString &folder) {
        const auto copied = runAsServerAccount(postgresPrograms() + u"/pg_basebackup"_s,
                                               {u"--pgdata="_s + folder, u"--dbname="_s + source,
                                                u"--write-recovery-conf"_s, u"--wal-method=stream"_s,
                                                u"--checkpoint=fast"_s, u"--no-sync"_s, u"--no-password"_s},
                                               kCopyMs);
        return copied.code == 0 ? QString() : copied.text;
    };
    return startFrom(copy, settings);
}

bool PostgresServer::startFrom(const std::function<QString(const QString &)> &make,
                               const PostgresSettings &settings)
{
    if (!settings.place.isEmpty())
        giveToServerAccount(settings.place);
    m_folder.emplace(placeFor(settings) + u"/simiao-postgres-XXXXXX"_s);
    if (!m_folder->isValid() || !giveToServerAccount(folder())) {
        say(u"no folder that the server can own: "_s + m_folder->errorString());
        return false;
    }
    if (const auto trouble = make(dataFolder()); !trouble.isEmpty()) {
        say(trouble);
        return false;
    }
    m_settings = settings;
    m_port = freePort();
    return run();
}

bool PostgresServer::restart(const std::optional<PostgresSettings> &settings)
{
    stop();
    if (settings)
        m_settings = *settings;
    return run();
}

bool PostgresServer::run()
{
    if (!configure()) {
        say(u"its settings cannot be written"_s);
        return false;
    }
    if (!m_process.start(postgresPrograms() + u"/postgres"_s, {u"-D"_s, dataFolder()}, logFile(), folder()))
        return false;
    const auto isOver = [this] { return isReady() || !m_process.isRunning(); };
    return QTest::qWaitFor(isOver, kStartMs) && m_process.isRunning();
}

/// As pg_ctl sees it; the file of a killed server says "ready", too, but of another process.
bool PostgresServer::isReady() const
{
    const auto lines = postmasterLines(dataFolder());
    return lines.value(kStateLine) == "ready"
        && m_process.pids().contains(lines.value(kPidLine).toLongLong());
}

bool PostgresServer::configure() const
{
    QMap<QString, QString> values{
        {u"listen_addresses"_s, host()},
        {u"port"_s, QString::number(m_port)},
        {u"unix_socket_directories"_s, folder()},
        {u"fsync"_s, m_settings.isFlushed ? u"on"_s : u"off"_s},
        {u"shared_buffers"_s, u"32MB"_s},
        {u"max_connections"_s, u"100"_s},
        {u"wal_retrieve_retry_interval"_s, u"100ms"_s},
        // In the folder: a killed server leaves nothing in /dev/shm.
        {u"dynamic_shared_memory_type"_s, u"mmap"_s},
        {u"log_line_prefix"_s, u"%m [%p] %q%u@%d %a "_s},
    };
    bool isWritten = true;
    if (m_settings.tls) {
        values.insert(tlsValues(*m_settings.tls));
        isWritten = copy(m_settings.tls->certificateFile, dataFolder() + u"/server.crt"_s)
            && copy(m_settings.tls->keyFile, dataFolder() + u"/server.key"_s)
            && (m_settings.tls->clientAuthorityFile.isEmpty()
                || copy(m_settings.tls->clientAuthorityFile, dataFolder() + u"/clients.crt"_s));
    }
    auto text = linesOf(values);
    for (const auto &file : m_settings.includes)
        text += u"include "_s + quoted(file) + u'\n';
    text += linesOf(m_settings.values);
    return isWritten && write(dataFolder() + u"/test.conf"_s, text)
        && write(dataFolder() + u"/pg_hba.conf"_s, accessRules(m_settings).join(u'\n') + u'\n');
}

bool PostgresServer::stop()
{
    const auto server = postmasterLines(dataFolder()).value(kPidLine).toLongLong();
    if (m_process.pids().contains(server) && m_process.end(server, SIGINT, kStopMs))
        return true;
    const bool wasRunning = m_process.isRunning();
    m_process.kill9();
    return !wasRunning;
}

QString PostgresServer::conninfo(const QString &database) const
{
    return u"host=%1 port=%2 user=postgres dbname=%3"_s.arg(folder()).arg(m_port).arg(database);
}

QString PostgresServer::conninfo(const QString &role, const QString &password, const QString &database) const
{
    return u"host=%1 port=%2 user=%3 password=%4 dbname=%5"_s.arg(host()).arg(m_port).arg(role, password,
                                                                                          database);
}

QString PostgresServer::psql(const QString &sql, const QString &database) const
{
    return psqlAs(conninfo(database), sql);
}

QString PostgresServer::psqlAs(const QString &conninfo, const QString &sql, int withinMs)
{
    return runAsServerAccount(postgresPrograms() + u"/psql"_s,
                              {u"-XqAtw"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, sql, conninfo}, withinMs)
        .text;
}

QString PostgresServer::log() const
{
    QFile file(logFile());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(kLogTail)) : QString();
}

void PostgresServer::say(const QString &trouble) const
{
    QFile file(logFile());
    if (!m_folder->isValid() || !file.open(QIODevice::Append))
        qWarning("%s", qPrintable(trouble));
    else
        file.write(trouble.toUtf8() + '\n');
}

} // namespace simiao::test
