#include "integration/dicom/dataset_file.h"

#include "core/try.h"
#include "integration/dicom/nesting_guard.h"
#include "integration/dicom/toolkit.h"

#include <QFile>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Values longer than this stay on the disk.
constexpr Uint32 kLargestEagerValue = 4096;

OFCondition load(DcmFileFormat &file, const QString &path, ReadExtent extent)
{
    const OFFilename name(QFile::encodeName(path).constData());
    if (extent == ReadExtent::Everything)
        return file.loadFile(name, EXS_Unknown, EGL_noChange, kLargestEagerValue);
    return file.loadFileUntilTag(name, EXS_Unknown, EGL_noChange, kLargestEagerValue, ERM_autoDetect,
                                 DCM_PixelData);
}

} // namespace

Result<std::unique_ptr<DcmFileFormat>> openDataset(const QString &path, ReadExtent extent)
{
    ensureToolkit();
    TRY_VOID(checkNesting(path));

    auto file = std::make_unique<DcmFileFormat>();
    const auto condition = load(*file, path, extent);
    if (condition.bad())
        return Error{.kind = ErrorKind::Corrupt,
                     .code = u"imaging.file-damaged"_s,
                     .detail = QString::fromLatin1(condition.text())};
    return file;
}

} // namespace simiao::dicom
