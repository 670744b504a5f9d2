#include "dicom_backend.h"

#include "core/try.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "moved_images.h"

namespace simiao::dicom {

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    TRY(const auto formerFolders, environment.formerImagesFolders());
    sdk::Backend backend;
    backend.images = std::make_shared<MovedImages>(std::make_shared<FileImageSource>(),
                                                   environment.imagesFolder(), formerFolders);
    backend.phantoms = std::make_shared<PhantomCtWriter>();
    backend.displayName = QStringLiteral("DICOM");
    return backend;
}

} // namespace simiao::dicom
