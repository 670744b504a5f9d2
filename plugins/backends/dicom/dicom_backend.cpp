#include "dicom_backend.h"

#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"

namespace simiao::dicom {

sdk::Backend fileBackend()
{
    sdk::Backend backend;
    backend.images = std::make_shared<FileImageSource>();
    backend.phantoms = std::make_shared<PhantomCtWriter>();
    backend.displayName = QStringLiteral("DICOM");
    return backend;
}

} // namespace simiao::dicom
