#include "integration/dicom/worker/decoder_process.h"

namespace simiao::dicom {

/// A system for which nobody has written it yet.
Result<std::unique_ptr<DecoderProcess>> DecoderProcess::start(const QString &)
{
    return Error{.kind = ErrorKind::Unavailable,
                 .code = QStringLiteral("imaging.decoder-missing"),
                 .detail = QStringLiteral("this system has no decoder process")};
}

} // namespace simiao::dicom
