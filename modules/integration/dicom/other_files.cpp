#include "integration/dicom/other_files.h"

#include "core/try.h"
#include "integration/dicom/file_walk.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/header_scan.h"

namespace simiao::dicom {

Result<void> visitOtherFiles(const QString &location,
                             const std::stop_token &stop,
                             const std::function<Result<void>(const QString &path)> &look)
{
    TRY(const auto files, walkFiles(searchedPlace(location), WalkLimits{}, stop));
    HeaderScanner images;
    for (const auto &path : files.paths) {
        if (stop.stop_requested())
            return cancelled();
        if (images.scan(path))
            continue;
        TRY_VOID(look(path));
    }
    return ok();
}

} // namespace simiao::dicom
