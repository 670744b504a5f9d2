#include "support/postgres_cluster.h"

#include "support/server_account.h"

#include <QCollator>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;

QStringList initSettings()
{
    return {u"--no-sync"_s,       u"--username=postgres"_s, u"--auth=reject"_s,
            u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s,    u"--data-checksums"_s};
}

/// The same program with the same settings makes the same folder.
QString preparedFolder()
{
    QCryptographicHash key(QCryptographicHash::Sha256);
    const auto program = postgresPrograms() + u"/postgres"_s;
    key.addData(runAsServerAccount(program, {u"--version"_s}, kPatienceMs).text.toUtf8());
    key.addData(initSettings().join(u'\n').toUtf8());
    return QStringLiteral(SIMIAO_TEST_CACHE) + u"/cluster-"_s
        + QString::fromLatin1(key.result().toHex().first(16));
}

QString initialise(const QString &folder)
{
    const auto made = runAsServerAccount(postgresPrograms() + u"/initdb"_s,
                                         initSettings() << u"--pgdata="_s + folder, kPatienceMs);
    QFile file(folder + u"/postgresql.conf"_s);
    if (made.code != 0 || !file.open(QIODevice::Append)
        || file.write("include_if_exists = 'test.conf'\n") < 0)
        return made.text + file.errorString();
    return {};
}

QString copied(const QString &from, const QString &to)
{
    QProcess copying;
    copying.start(u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, from, to});
    const bool isCopied = copying.waitForFinished(kPatienceMs) && copying.exitCode() == 0;
    return isCopied ? QString() : QString::fromUtf8(copying.readAllStandardError());
}

/// Tests that run at once may all make it; the one that is ready first is kept.
void keep(const QString &folder, const QString &prepared)
{
    const auto half = u"%1.%2"_s.arg(prepared).arg(QCoreApplication::applicationPid());
    QDir().mkpath(QFileInfo(prepared).path());
    if (!copied(folder, half).isEmpty() || !QDir().rename(half, prepared))
        QDir(half).removeRecursively();
}

} // namespace

QString postgresPrograms()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    QCollator byNumber((QLocale::c()));
    byNumber.setNumericMode(true);
    auto names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(names, [&](const QString &a, const QString &b) { return byNumber.compare(a, b) > 0; });
    for (const auto &name : names) {
        const auto folder = versions.filePath(name + u"/bin"_s);
        if (QFile::exists(folder + u"/postgres"_s))
            return folder;
    }
    return {};
}

QString makePostgresCluster(const QString &folder)
{
    const auto prepared = preparedFolder();
    // Also where another account has made it.
    if (!QFileInfo(prepared + u"/PG_VERSION"_s).isReadable()) {
        if (const auto trouble = initialise(folder); !trouble.isEmpty())
            return trouble;
        keep(folder, prepared);
        return {};
    }
    const auto trouble = copied(prepared, folder);
    return giveToServerAccount(folder) ? trouble : trouble + u" cannot be given to the server's account"_s;
}

} // namespace simiao::test
