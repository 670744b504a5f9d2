#include "sqlite_import.h"

#include "core/atomic_file.h"
#include "core/json.h"
#include "core/try.h"
#include "sqlite_connector.h"
#include "sqlite_replace.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"
#include "storage/maintenance/import_rows.h"
#include "storage/maintenance/profile_images.h"
#include "storage/maintenance/verify_export.h"
#include "storage/migration/migration.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace simiao::sqlite {

using storage::ExportManifest;
using workflow::TableContents;
using workflow::TableProgress;

namespace {

void removeAll(const QString &path)
{
    QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path);
}

/// What an import makes beside the profile's own files. Goes with this object unless it took its place.
class Incoming
{
public:
    explicit Incoming(const sdk::BackendEnvironment &environment)
        : m_environment(environment)
        , m_ours{database(), database() + QStringLiteral("-journal"), images()}
    {
        std::ranges::for_each(m_ours, removeAll); // what a killed import left
    }
    Incoming(const Incoming &) = delete;
    Incoming &operator=(const Incoming &) = delete;
    ~Incoming() { std::ranges::for_each(m_ours, removeAll); }

    QString database() const
    {
        return SqliteFiles(m_environment.dataFolder).database + QStringLiteral(".incoming");
    }
    QString images() const { return m_environment.imagesFolder() + QStringLiteral(".incoming"); }

    /// The database last: without one the profile is still empty.
    Result<void> takePlace(const QStringList &imagesFolders, const security::AuditHead &head)
    {
        TRY_VOID(placeImages());
        TRY_VOID(noteFormer(imagesFolders));
        const auto replaced = replaceDatabase(m_environment, database(), head);
        if (replaced)
            m_ours.clear();
        return replaced;
    }

private:
    Result<void> placeImages()
    {
        const QString place = m_environment.imagesFolder();
        if (!QDir(images()).exists())
            return ok();
        if (!QDir().rmdir(place)) {
            TRY_VOID(putAside(place));
        }
        TRY_VOID(systemDisk()->rename(images(), place));
        m_ours.append(place);
        return ok();
    }

    /// Rows are imported as they were, so studies name the folders of the profile they come from.
    Result<void> noteFormer(const QStringList &imagesFolders)
    {
        Json former{Json::Array{}};
        for (const auto &folder : imagesFolders) {
            if (folder != m_environment.imagesFolder())
                former.append(folder);
        }
        m_ours.append(m_environment.formerImagesFile());
        return AtomicFile(systemDisk()).write(m_environment.formerImagesFile(), former.pretty());
    }

    const sdk::BackendEnvironment &m_environment;
    QStringList m_ours; ///< files and folders
};

/// Only a profile that holds nothing is filled.
Result<void> refuseFilled(const sdk::BackendEnvironment &environment)
{
    const SqliteFiles files(environment.dataFolder);
    if (!QFile::exists(files.database))
        return ok();
    TRY(const auto connection, openPlain(files.database, environment.sqlFolder));
    TRY(const auto contents, storage::contentsOf(*connection, storage::entityTypes()));
    const auto filled = std::ranges::find_if(contents, [](const auto &table) { return table.rows > 0; });
    if (filled == contents.end())
        return ok();
    return Error{ErrorKind::Conflict, QStringLiteral("profile.not-empty"), filled->table};
}

/// The embedded store keeps one chain.
Result<void> refuseManyChains(const ExportManifest &manifest)
{
    if (manifest.chains.size() <= 1)
        return ok();
    return Error{ErrorKind::Conflict, QStringLiteral("export.many-chains"),
                 QString::number(manifest.chains.size())};
}

Result<void> refuseNewer(const ExportManifest &manifest, const std::vector<storage::Migration> &migrations)
{
    if (manifest.schema <= migrations.back().number)
        return ok();
    return Error{ErrorKind::Conflict, QStringLiteral("export.newer"), manifest.program};
}

Result<void> fill(storage::Connection &connection,
                  const QString &folder,
                  const ExportManifest &manifest,
                  const TableProgress &progress)
{
    TRY_VOID(connection.begin());
    const auto imported = storage::importRows(connection, folder, manifest, progress);
    if (imported)
        return connection.commitTransaction();
    connection.rollback();
    return imported.error();
}

Result<void> makeDatabase(const QString &path,
                          const QString &sqlFolder,
                          const QString &folder,
                          const ExportManifest &manifest,
                          const TableProgress &progress)
{
    TRY(const auto migrations, storage::readMigrations(sqlFolder + QStringLiteral("/sqlite/migrations")));
    TRY_VOID(refuseNewer(manifest, migrations));
    TRY(const auto connection, openPlain(path, sqlFolder));
    // Tables come in an order of their own; every reference is checked when the database is proved.
    TRY_VOID(connection->runScript(QStringLiteral("PRAGMA foreign_keys = OFF")));
    TRY_VOID(storage::migrateUp(*connection, migrations));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return fill(*connection, folder, manifest, progress);
}

/// The database holds what the manifest says; a table that it does not name is empty.
Result<void> compare(const std::vector<TableContents> &held, const std::vector<TableContents> &listed)
{
    for (const auto &table : held) {
        const auto expected = std::ranges::find(listed, table.table, &TableContents::table);
        const bool isEqual = expected == listed.end() ? table.rows == 0 : *expected == table;
        if (!isEqual)
            return Error{ErrorKind::Corrupt, QStringLiteral("export.contents"), table.table};
    }
    return ok();
}

Result<Proof> proveIncoming(const QString &path, const QString &sqlFolder, const ExportManifest &manifest)
{
    TRY_VOID(syncFile(path));
    TRY(auto proof, prove(path, sqlFolder));
    TRY_VOID(compare(proof.contents, manifest.tables));
    if (proof.head != manifest.audit)
        return Error{ErrorKind::Corrupt, QStringLiteral("export.contents"), QStringLiteral("audit_event")};
    return proof;
}

} // namespace

Result<workflow::Transfer> importExport(const sdk::BackendEnvironment &environment,
                                        const QString &folder,
                                        const TableProgress &progress)
{
    TRY(const auto manifest, storage::readManifest(folder));
    TRY_VOID(refuseManyChains(manifest));
    TRY_VOID(refuseFilled(environment));
    TRY_VOID(storage::verifyFiles(folder, manifest));
    Incoming incoming(environment);
    TRY_VOID(makeDatabase(incoming.database(), environment.sqlFolder, folder, manifest, progress));
    TRY(const auto proof, proveIncoming(incoming.database(), environment.sqlFolder, manifest));
    TRY(const auto images, storage::importImages(folder, manifest, incoming.images()));
    if (progress)
        progress(QStringLiteral("images"), images);
    TRY_VOID(incoming.takePlace(manifest.imagesFolders, proof.head));
    return workflow::Transfer{proof.contents, proof.head.count, images, manifest.imagesElsewhere};
}

} // namespace simiao::sqlite
