#include "imaging/frame.h"

#include "imaging/auto_window.h"
#include "imaging/samples.h"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <limits>
#include <utility>

namespace simiao::imaging {

namespace {

struct RangeFinder
{
    ValueRange range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

    void add(double value)
    {
        range.lowest = std::min(range.lowest, value);
        range.highest = std::max(range.highest, value);
    }
    ValueRange found() const { return range.lowest <= range.highest ? range : ValueRange{}; }
};

/// Of all finite samples but the padding.
template <std::floating_point T>
ValueRange rangeOf(std::span<const T> samples, const std::optional<ValueRange> &padding)
{
    RangeFinder finder;
    for (const T sample : samples) {
        const auto value = static_cast<double>(sample);
        if (std::isfinite(value) && !(padding && padding->contains(value)))
            finder.add(value);
    }
    return finder.found();
}

/// The lowest and highest T between two doubles; none where the first comes out above the second.
template <std::integral T>
std::pair<T, T> wholeNumbersIn(const ValueRange &range)
{
    using Limits = std::numeric_limits<T>;
    if (range.highest < double(Limits::lowest()) || range.lowest > double(Limits::max()))
        return {1, 0};
    return {T(std::max(std::ceil(range.lowest), double(Limits::lowest()))),
            T(std::min(std::floor(range.highest), double(Limits::max())))};
}

/// Without a branch in its loop, so that the compiler makes it wide: it runs over every frame that is decoded.
template <std::integral T>
ValueRange rangeOf(std::span<const T> samples, const std::optional<ValueRange> &padding)
{
    using Limits = std::numeric_limits<T>;
    const auto [first, last] = padding ? wholeNumbersIn<T>(*padding) : std::pair<T, T>(1, 0);
    const T firstPadding = first; // a structured binding is no variable: the loop would not become wide
    const T lastPadding = last;
    T lowest = Limits::max();
    T highest = Limits::lowest();
    for (const T sample : samples) {
        const T low = sample >= firstPadding && sample <= lastPadding ? Limits::max() : sample;
        const T high = sample >= firstPadding && sample <= lastPadding ? Limits::lowest() : sample;
        lowest = low < lowest ? low : lowest;
        highest = high > highest ? high : highest;
    }
    return lowest <= highest ? ValueRange{double(lowest), double(highest)} : ValueRange{};
}

} // namespace

Result<std::shared_ptr<const Frame>> Frame::create(FrameFacts facts, std::vector<std::byte> pixels)
{
    const auto kept = std::make_shared<const std::vector<std::byte>>(std::move(pixels));
    return create(std::move(facts), SharedBytes{kept, *kept});
}

Result<std::shared_ptr<const Frame>> Frame::create(FrameFacts facts, SharedBytes pixels)
{
    const auto wanted = static_cast<std::size_t>(facts.geometry.byteSize());
    if (pixels.bytes.size() < wanted) {
        const auto sizes = QStringLiteral("%1 of %2 bytes").arg(pixels.bytes.size()).arg(wanted);
        return Error{
            .kind = ErrorKind::Corrupt, .code = QStringLiteral("imaging.pixels-missing"), .detail = sizes};
    }
    pixels.bytes = pixels.bytes.first(wanted);
    return std::shared_ptr<const Frame>(new Frame(std::move(facts), std::move(pixels)));
}

Frame::Frame(FrameFacts facts, SharedBytes pixels)
    : m_facts(std::move(facts))
    , m_pixels(std::move(pixels))
{
    m_storedRange = visitSamples(*this, [](auto samples) { return rangeOf(samples, std::nullopt); });
    m_measuredRange = m_facts.padding
        ? visitSamples(*this, [this](auto samples) { return rangeOf(samples, m_facts.padding); })
        : m_storedRange;
}

const VoiWindow &Frame::automaticWindow() const
{
    std::call_once(m_windowFound, [this] { m_automaticWindow = autoWindow(*this); });
    return m_automaticWindow;
}

double Frame::storedAt(int column, int row) const
{
    const auto index = static_cast<std::size_t>(std::int64_t{row} * geometry().columns() + column);
    return visitSamples(*this, [index](auto samples) { return static_cast<double>(samples[index]); });
}

std::optional<double> Frame::measuredAt(int column, int row) const
{
    const double stored = storedAt(column, row);
    if (m_facts.padding && m_facts.padding->contains(stored))
        return std::nullopt;
    const double measured = m_facts.modality.apply(stored);
    // Of floats, what is no number was always said to be none; a table may leave values out.
    return m_facts.modality.table && std::isnan(measured) ? std::nullopt : std::optional(measured);
}

} // namespace simiao::imaging
