#pragma once

#include "sqlite/sqlite_backend.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace simiao::test {

inline QString sqlFolder()
{
    return qEnvironmentVariable("SIMIAO_RESOURCES") + QStringLiteral("/sql");
}

/// A profile's data folder with what tampering needs.
struct Profile
{
    QTemporaryDir folder;

    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    sdk::BackendEnvironment environment() const { return {folder.path(), folder.path(), sqlFolder(), {}}; }
    Result<sdk::Backend> open() const { return sqlite::openBackend(environment()); }

    /// Runs SQL with the command-line shell, as someone who got hold of the file would.
    void tamper(const QString &sql) const
    {
        QProcess shell;
        shell.start(QStringLiteral("sqlite3"), {path("simiao.db"), sql});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }

    QByteArray bytesOf(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace simiao::test
