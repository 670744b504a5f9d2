#include "dicom_backend.h"

#include "core/log.h"
#include "core/try.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dimse/archive_settings.h"
#include "integration/dimse/dimse_archive.h"
#include "integration/dimse/dimse_worklist.h"
#include "moved_images.h"

namespace simiao::dicom {

namespace {

/// An address that is wrong takes nothing away from the images that are here: it is said, and left out.
void addArchives(sdk::Backend &backend, const Config &config)
{
    const auto settings = dimse::archiveSettings(config);
    for (const auto &fault : settings.faults)
        log::warning(logLine(fault));
    const auto place = settings.place.value_or(dimse::ListeningPlace());
    for (const auto &peer : settings.archives)
        backend.archives.push_back(std::make_shared<dimse::DimseArchive>(peer, place));
    for (const auto &server : settings.worklists)
        backend.worklists.push_back(std::make_shared<dimse::DimseWorklist>(server));
}

} // namespace

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    TRY(const auto formerFolders, environment.formerImagesFolders());
    sdk::Backend backend;
    backend.images = std::make_shared<MovedImages>(std::make_shared<FileImageSource>(),
                                                   environment.imagesFolder(), formerFolders);
    backend.phantoms = std::make_shared<PhantomCtWriter>();
    addArchives(backend, environment.config);
    backend.displayName = QStringLiteral("DICOM");
    return backend;
}

} // namespace simiao::dicom
