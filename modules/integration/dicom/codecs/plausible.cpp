#include "integration/dicom/codecs/plausible.h"

#include "integration/dicom/pixel_format.h"

#include <algorithm>

namespace simiao::dicom {

namespace {

/// Twice the largest mammogram: taken without questions.
constexpr std::int64_t kAlwaysTaken = std::int64_t{32} << 20;

} // namespace

Result<void> checkPlausible(const PixelFormat &format, std::size_t codedBytes, int factor)
{
    const auto samples = format.geometry.sampleCount();
    if (samples <= std::max(kAlwaysTaken, static_cast<std::int64_t>(codedBytes) * factor))
        return ok();
    return Error{.kind = ErrorKind::Corrupt,
                 .code = QStringLiteral("imaging.pixels-missing"),
                 .detail = QStringLiteral("%1 bytes for %2 samples").arg(codedBytes).arg(samples)};
}

} // namespace simiao::dicom
