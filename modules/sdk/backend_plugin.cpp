#include "sdk/backend_plugin.h"

#include "core/disk.h"
#include "core/json.h"
#include "core/small_file.h"
#include "core/try.h"

#include <QDir>

namespace simiao::sdk {

namespace {

Error cannot(const QString &code, const QString &what)
{
    return {ErrorKind::Invalid, QStringLiteral("backend.") + code, what};
}

} // namespace

QString BackendEnvironment::imagesFolder() const
{
    return QDir(dataFolder).filePath(QStringLiteral("images"));
}

QString BackendEnvironment::formerImagesFile() const
{
    return QDir(dataFolder).filePath(QStringLiteral("former_images_folders.json"));
}

Result<QStringList> BackendEnvironment::formerImagesFolders() const
{
    const auto disk = systemDisk();
    if (!disk->exists(formerImagesFile()))
        return QStringList();
    TRY(const auto bytes, readSmallFile(*disk, formerImagesFile()));
    const auto json = Json::parse(bytes);
    if (!json || !json->isArray())
        return Error{ErrorKind::Corrupt, QStringLiteral("profile.former-images"), formerImagesFile()};
    QStringList folders;
    for (const auto &folder : json->array())
        folders.append(folder.toString());
    return folders;
}

Result<SchemaVersions> BackendPlugin::schema(const BackendEnvironment &)
{
    return cannot(QStringLiteral("no-restore"), QStringLiteral("schema"));
}

Result<std::vector<workflow::TableContents>> BackendPlugin::restore(const BackendEnvironment &,
                                                                    const QString &file)
{
    return cannot(QStringLiteral("no-restore"), file);
}

Result<workflow::Transfer> BackendPlugin::importFrom(const BackendEnvironment &,
                                                     const QString &folder,
                                                     const workflow::TableProgress &)
{
    return cannot(QStringLiteral("no-import"), folder);
}

Result<std::vector<BackupCopy>> BackendPlugin::backups(const BackendEnvironment &)
{
    return std::vector<BackupCopy>();
}

Result<BackupProof> BackendPlugin::prove(const BackendEnvironment &, const QString &file)
{
    return cannot(QStringLiteral("no-restore"), file);
}

} // namespace simiao::sdk
