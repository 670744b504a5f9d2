#include "integration/dicom/transfer_syntax.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

namespace {

bool isDecodable(E_TransferSyntax syntax)
{
    switch (syntax) {
    case EXS_RLELossless:
    case EXS_JPEGProcess1:
    case EXS_JPEGProcess2_4:
    case EXS_JPEGProcess6_8:
    case EXS_JPEGProcess10_12:
    case EXS_JPEGProcess14:
    case EXS_JPEGProcess14SV1:
    case EXS_JPEGLSLossless:
    case EXS_JPEGLSLossy: return true;
    default: // the toolkit's list of some fifty, not ours
        return !DcmXfer(syntax).isEncapsulated();
    }
}

} // namespace

Result<void> checkTransferSyntax(DcmDataset &dataset)
{
    const auto syntax = dataset.getOriginalXfer();
    if (isDecodable(syntax))
        return ok();
    return Error{.kind = ErrorKind::Invalid,
                 .code = QStringLiteral("imaging.transfer-syntax-unsupported"),
                 .detail = QString::fromLatin1(DcmXfer(syntax).getXferID())};
}

} // namespace simiao::dicom
