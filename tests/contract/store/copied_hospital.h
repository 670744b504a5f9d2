#pragma once

#include "contract/store/postgres_database.h"
#include "postgresql/copy_manifest.h"
#include "postgresql/server_copy.h"
#include "postgresql/server_drill.h"
#include "support/world.h"

namespace simiao::test {

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// "code detail", or "nothing".
inline QString errorOf(const Result<sdk::ServerCopy> &copy)
{
    return copy ? QStringLiteral("nothing") : copy.error().code + QLatin1Char(' ') + copy.error().detail;
}

/// A hospital's database that is copied by whoever keeps the server, and what it holds.
/// \thread  of the test
struct CopiedHospital
{
    PostgresServer server;
    std::unique_ptr<HospitalDatabase> hospital;
    std::unique_ptr<QTemporaryDir> folder;
    QString database;
    World world;

    /// Before each test: another database of the hospital, and an empty folder.
    void beginAnew()
    {
        folder = std::make_unique<QTemporaryDir>();
        database = hospital->another();
        const auto backend = hospital->open(database, {}, QStringLiteral("desk") + database);
        QVERIFY2(backend, qPrintable(server.log()));
        world = aWorld(backend->store);
        QVERIFY(QCoro::waitFor(workflow::load(backend->store, world.patient.id)));
        backend->store->close();
    }

    /// Of the copy.
    QString file() const { return folder->filePath(QStringLiteral("hospital.dump")); }

    postgresql::CopyPlace placeOf(const QString &name, const QString &sqlFolder = postgresSqlFolder()) const
    {
        return {{*postgresql::parseAddress(server.conninfo(name), QStringLiteral("test")),
                 *postgresql::catalogueIn(sqlFolder)},
                sqlFolder,
                postgresql::toolFolders(),
                QStringLiteral("KEEPER"),
                {}};
    }

    /// A database with nothing in it.
    QString empty()
    {
        const auto name = QStringLiteral("empty_%1").arg(++m_empty);
        server.psql(QStringLiteral("CREATE DATABASE %1 ENCODING 'UTF8' TEMPLATE template0").arg(name));
        return name;
    }

    QString counted(const QString &name, const QString &what)
    {
        return server.psql(QStringLiteral("SELECT count(*) FROM simiao.") + what, name).trimmed();
    }
    QString tablesIn(const QString &name)
    {
        return server
            .psql(QStringLiteral("SELECT count(*) FROM pg_tables WHERE schemaname LIKE 'simiao%'"), name)
            .trimmed();
    }
    QString scratchDatabases()
    {
        return server
            .psql(QStringLiteral("SELECT count(*) FROM pg_database WHERE datname LIKE 'simiao\\_drill\\_%'"))
            .trimmed();
    }

private:
    int m_empty = 0;
};

} // namespace simiao::test
