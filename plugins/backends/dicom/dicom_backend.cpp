#include "dicom_backend.h"

#include "core/log.h"
#include "core/try.h"
#include "file_images.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/file_imaging_objects.h"
#include "integration/dicom/index/header_index.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/store/object_store.h"
#include "integration/dimse/archive_entries.h"
#include "moved_images.h"

#include <QDir>

namespace simiao::dicom {

namespace {

/// An address that is wrong takes nothing away from the images that are here: it is said, and left out.
void addArchives(sdk::Backend &backend, const Config &config)
{
    const auto protocol = std::make_shared<dimse::DimseProtocol>();
    auto links = protocol->connections(config);
    for (const auto &fault : links.faults)
        log::warning(logLine(fault));
    backend.archives = std::move(links.archives);
    backend.worklists = std::move(links.worklists);
    backend.filmPrinters = std::move(links.filmPrinters);
    backend.archiveProtocol = protocol;
}

/// Without room for what archives send the images that are here are shown all the same: it is said.
void addReceivedImages(sdk::Backend &backend, const sdk::BackendEnvironment &environment)
{
    constexpr qint64 kMegabyte = 1 << 20;
    const auto limit =
        environment.config.value(QStringLiteral("images.received-megabytes")).toLongLong() * kMegabyte;
    auto store = ObjectStore::open({.cache = environment.cacheFolder + QStringLiteral("/received"),
                                    .kept = environment.imagesFolder() + QStringLiteral("/received")},
                                   limit);
    if (store)
        backend.receivedImages = *store;
    else
        log::warning(logLine(store.error()));
}

} // namespace

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    TRY(const auto formerFolders, environment.formerImagesFolders());
    auto index = std::make_shared<HeaderIndex>(
        QDir(environment.cacheFolder).filePath(QStringLiteral("image_headers.db")));
    sdk::Backend backend;
    auto files = std::make_shared<FileImageSource>(0, decoderBesideProgram(), std::move(index));
    auto objects =
        std::make_shared<FileImagingObjects>(environment.imagesFolder() + QStringLiteral("/written"));
    backend.images =
        std::make_shared<FileImages>(std::move(files), objects, environment.imagesFolder(), formerFolders);
    backend.objects =
        std::make_shared<MovedObjects>(std::move(objects), environment.imagesFolder(), formerFolders);
    backend.phantoms = std::make_shared<PhantomCtWriter>();
    addReceivedImages(backend, environment);
    addArchives(backend, environment.config);
    backend.displayName = QStringLiteral("DICOM");
    return backend;
}

} // namespace simiao::dicom
