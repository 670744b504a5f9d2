#include "integration/dicom/codecs/frame_budget.h"

#include "core/try.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/raw_frame.h"

#include <QIODevice>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kMiB = 1 << 20;
constexpr std::int64_t kMost = 2560 * kMiB;
constexpr std::int64_t kSmallFile = 4 * kMiB;
constexpr std::int64_t kTimesBeyond = 96;

Result<void> checkLimit(std::int64_t needed, std::int64_t limit)
{
    if (needed <= limit)
        return ok();
    const auto needs = (needed + kMiB - 1) / kMiB;
    return Error{.kind = ErrorKind::Invalid,
                 .code = u"imaging.frame-too-large"_s,
                 .detail = u"%1 MiB, limit %2 MiB"_s.arg(needs).arg(limit / kMiB)};
}

} // namespace

std::int64_t frameBudget(std::int64_t fileBytes)
{
    const auto beyond = std::clamp<std::int64_t>(fileBytes - kSmallFile, 0, kMost);
    return std::min(kLeastFrameBudget + beyond * kTimesBeyond, kMost);
}

std::int64_t frameBudget(const DatasetFile &file)
{
    const std::int64_t size = file.bytes.device->size();
    // What was inflated is in memory already, and says nothing of the file's own size.
    return file.bytes.isInflated ? std::max(kLeastFrameBudget - size, kLeastFrameBudget / 4)
                                 : frameBudget(size);
}

FrameCost costOf(const PixelFormat &format, std::int64_t meanwhile)
{
    return {.left = 2 * format.geometry.byteSize(), .meanwhile = meanwhile};
}

Result<void> checkBudget(const FrameCost &cost, std::int64_t budget)
{
    TRY_VOID(checkLimit(cost.left, budget));
    return checkLimit(cost.left + cost.meanwhile, budget / 20 * 33);
}

Result<void> checkBudget(const CodedFrame &frame, std::int64_t scratch)
{
    return checkBudget(costOf(frame.format, static_cast<std::int64_t>(frame.bytes.size()) + scratch),
                       frame.budget);
}

} // namespace simiao::dicom
