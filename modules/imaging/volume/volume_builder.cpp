#include "imaging/volume/volume_builder.h"

#include "core/try.h"
#include "imaging/samples.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace simiao::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kLine = VolumeBuilder::kCacheLine;
constexpr std::int64_t kOddLines = 17;
constexpr double kHalfOf16 = 32'768;

std::int64_t bytesOf(VoxelType type)
{
    return type == VoxelType::I16 ? 2 : 4;
}

/// Of one slice with what keeps it off a power of two, which is more than any phase. Edges have 16 bits: no overflow.
std::int64_t sliceBytes(const VolumeGeometry &geometry, VoxelType type)
{
    const std::int64_t bytes = std::int64_t{geometry.columns} * geometry.rows * bytesOf(type);
    return ((bytes + kLine - 1) / kLine + kOddLines) * kLine;
}

bool isNarrow(SampleType type)
{
    return type == SampleType::U8 || type == SampleType::I8 || type == SampleType::U16
        || type == SampleType::I16;
}

bool isWide(const SliceScale &scale)
{
    return scale.sampleType == SampleType::U16 && scale.bitsStored > 15;
}

bool isSameScale(SliceScale a, const SliceScale &b)
{
    a.bitsStored = b.bitsStored;
    return a == b;
}

Error tooLarge(std::int64_t bytes, std::int64_t most)
{
    constexpr std::int64_t kMb = 1 << 20;
    return {.kind = ErrorKind::Unavailable,
            .code = u"imaging.volume-too-large"_s,
            .detail = u"%1 MB, at most %2 MB"_s.arg((bytes + kMb - 1) / kMb).arg(most / kMb)};
}

/// What a sample becomes: moved so that it fits 16 bits, or measured.
template <typename T>
class Kept
{
public:
    Kept(const SliceScale &scale, std::int64_t offset)
        : m_scale(scale)
        , m_offset(offset)
    {
    }

    template <typename S>
    T operator()(S sample) const
    {
        if constexpr (std::is_same_v<T, std::int16_t>) {
            return T(std::int64_t(sample) - m_offset);
        } else {
            const auto stored = double(sample);
            if (!std::isfinite(stored) || (m_scale.padding && m_scale.padding->contains(stored)))
                return kNoValue<float>;
            const double measured = m_scale.modality.apply(stored);
            return std::isnan(measured) ? kNoValue<float> : float(measured);
        }
    }

private:
    const SliceScale &m_scale;
    std::int64_t m_offset;
};

template <typename T>
bool isNothing(T value, const std::optional<ValueRange> &padding)
{
    return std::is_same_v<T, float> ? value == kNoValue<T> : padding && padding->contains(double(value));
}

/// Between two slices; where one has no value, the nearer counts.
template <typename T>
T mixed(T lower, T upper, double share, const std::optional<ValueRange> &padding)
{
    if (isNothing(lower, padding) || isNothing(upper, padding))
        return share < 0.5 ? lower : upper;
    const double value = double(lower) + (double(upper) - double(lower)) * share;
    return std::is_same_v<T, float> ? T(value) : T(std::lround(value));
}

} // namespace

SliceScale scaleOfSlice(const FrameFacts &facts)
{
    return {.sampleType = facts.geometry.sampleType(),
            .bitsStored = facts.bitsStored,
            .modality = facts.modality,
            .padding = facts.padding};
}

std::int64_t VolumeBuilder::byteSizeOf(const VolumeGeometry &geometry, VoxelType type)
{
    return sliceBytes(geometry, type) * geometry.slices;
}

VoxelType VolumeBuilder::typeFor(const std::vector<SliceScale> &scales)
{
    const auto isLikeFirst = [&](const SliceScale &scale) { return isSameScale(scale, scales.front()); };
    const bool isOneScale = isNarrow(scales.front().sampleType) && !scales.front().modality.table
        && std::ranges::all_of(scales, isLikeFirst);
    return isOneScale ? VoxelType::I16 : VoxelType::F32;
}

Result<VolumeBuilder> VolumeBuilder::create(StackPlan plan,
                                            const FrameFacts &first,
                                            std::vector<SliceScale> scales,
                                            std::int64_t mostBytes,
                                            std::ptrdiff_t phase)
{
    const auto type = typeFor(scales);
    const auto bytes = byteSizeOf(plan.geometry, type);
    // The loops over voxels count them with 32 bits.
    const auto countable = std::int64_t{std::numeric_limits<std::int32_t>::max()} * bytesOf(type);
    constexpr int kMostEdge = 1 << 15; // places have 16 bits before the point, with a sign
    const auto &shape = plan.geometry;
    if (bytes > std::min(mostBytes, countable)
        || std::max({shape.columns, shape.rows, shape.slices}) >= kMostEdge)
        return tooLarge(bytes, std::min(mostBytes, countable));
    TRY(auto memory, VoxelMemory::allocate(bytes));
    VolumeFacts facts{.geometry = plan.geometry,
                      .type = type,
                      .modality = {.unit = first.modality.unit},
                      .photometric = first.photometric,
                      .isPresentationInverse = first.isPresentationInverse,
                      .windows = first.windows,
                      .warnings = plan.warnings,
                      .frameOfReferenceUid = first.frameOfReferenceUid,
                      .pet = first.pet,
                      .isUneven = plan.isUneven(),
                      .tiltDegrees = plan.tiltDegrees};
    return VolumeBuilder(std::move(plan), std::move(facts), std::move(scales), std::move(memory), phase);
}

VolumeBuilder::VolumeBuilder(StackPlan plan,
                             VolumeFacts facts,
                             std::vector<SliceScale> scales,
                             VoxelMemory memory,
                             std::ptrdiff_t phase)
    : m_plan(std::move(plan))
    , m_facts(std::move(facts))
    , m_scales(std::move(scales))
    , m_memory(std::move(memory))
    , m_phase(m_facts.type == VoxelType::I16 ? phase : 0)
    , m_sliceStride(std::ptrdiff_t(sliceBytes(m_facts.geometry, m_facts.type) / bytesOf(m_facts.type)))
    , m_isFilled(std::size_t(m_facts.geometry.slices))
{
    if (m_facts.type == VoxelType::F32) {
        m_facts.padding = ValueRange{double(kNoValue<float>), double(kNoValue<float>)};
        return;
    }
    m_offset = std::ranges::any_of(m_scales, isWide) ? std::int64_t(kHalfOf16) : 0;
    const auto &scale = m_scales.front();
    m_facts.modality = scale.modality;
    m_facts.modality.intercept += double(m_offset) * scale.modality.slope;
    if (scale.padding)
        m_facts.padding =
            ValueRange{scale.padding->lowest - double(m_offset), scale.padding->highest - double(m_offset)};
}

std::byte *VolumeBuilder::slice(int index) const
{
    return m_memory.data() + m_phase + index * m_sliceStride * bytesOf(m_facts.type);
}

std::span<std::byte> VolumeBuilder::room(int place)
{
    const bool isAsStored = m_facts.type == VoxelType::I16 && m_offset == 0 && !m_facts.isUneven
        && bytesPerSample(m_scales.front().sampleType) == 2;
    if (!isAsStored)
        return {};
    return {slice(place), std::size_t(m_facts.geometry.columns) * std::size_t(m_facts.geometry.rows) * 2};
}

Result<void> VolumeBuilder::add(int place, const Frame &frame)
{
    const auto &geometry = frame.geometry();
    const auto index = std::size_t(m_plan.order[std::size_t(place)]);
    if (geometry.columns() != m_facts.geometry.columns || geometry.rows() != m_facts.geometry.rows
        || scaleOfSlice(frame.facts()) != m_scales[index] || !frame.isGrey())
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.volume-shapes"_s,
                     .detail = u"slice %1 of %2"_s.arg(place + 1).arg(m_plan.order.size())};
    if (m_facts.type == VoxelType::I16)
        take<std::int16_t>(place, frame);
    else
        take<float>(place, frame);
    return ok();
}

template <typename T>
void VolumeBuilder::take(int place, const Frame &frame)
{
    const Kept<T> kept(m_scales[std::size_t(m_plan.order[std::size_t(place)])], m_offset);
    auto *target = reinterpret_cast<T *>(slice(place));
    if (m_facts.isUneven) {
        std::swap(m_lower, m_upper);
        m_upper.resize(std::size_t(frame.geometry().pixelCount()) * sizeof(T));
        target = reinterpret_cast<T *>(m_upper.data());
    }
    visitSamples(frame, [&](auto samples) {
        std::transform(samples.begin(), samples.end(), target, [&](auto sample) { return kept(sample); });
    });
    if (m_facts.isUneven)
        mixReady<T>(place);
    else
        filled(place);
}

/// The slices of the volume that lie between the last two of the series.
template <typename T>
void VolumeBuilder::mixReady(int place)
{
    const auto *lower = reinterpret_cast<const T *>(m_lower.data());
    const auto *upper = reinterpret_cast<const T *>(m_upper.data());
    for (; m_mixed < m_plan.mixes.size() && m_plan.mixes[m_mixed].second <= place; ++m_mixed) {
        const double share = m_plan.mixes[m_mixed].secondShare;
        std::transform(lower, lower + m_lower.size() / sizeof(T), upper,
                       reinterpret_cast<T *>(slice(int(m_mixed))),
                       [&](T below, T above) { return mixed(below, above, share, m_facts.padding); });
        filled(int(m_mixed));
    }
}

/// Of the patient whose volume stood here before nothing is left, neither in slices that are missing nor between slices.
void VolumeBuilder::clearRest()
{
    const auto sliceSize =
        std::ptrdiff_t{m_facts.geometry.columns} * m_facts.geometry.rows * bytesOf(m_facts.type);
    auto *after = m_memory.data();
    for (int index = 0; index < m_facts.geometry.slices; ++index) {
        auto *const start = slice(index);
        if (!m_memory.isZero())
            std::fill(after, start, std::byte{0});
        after = start + sliceSize;
        if (!m_isFilled[std::size_t(index)])
            std::fill(start, after, std::byte{0});
    }
    if (!m_memory.isZero())
        std::fill(after, m_memory.data() + m_memory.size(), std::byte{0});
}

VolumePtr VolumeBuilder::finish(std::vector<Defect> defects, std::optional<LossyCompression> lossy) &&
{
    clearRest();
    m_facts.warnings.insert(m_facts.warnings.end(), defects.begin(), defects.end());
    m_facts.lossy = std::move(lossy);
    return VolumePtr(new Volume(std::move(m_facts), std::move(m_memory), m_sliceStride, m_phase));
}

} // namespace simiao::imaging
