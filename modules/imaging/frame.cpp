#include "imaging/frame.h"

#include "imaging/auto_window.h"
#include "imaging/samples.h"

#include <cmath>
#include <limits>

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

/// Of all finite samples for which `counts` holds.
template <typename T, typename Predicate>
ValueRange rangeOf(std::span<const T> samples, Predicate counts)
{
    RangeFinder finder;
    for (const T sample : samples) {
        const auto value = static_cast<double>(sample);
        if (std::isfinite(value) && counts(value))
            finder.add(value);
    }
    return finder.found();
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
    const auto everything = [](double) { return true; };
    const auto measured = [this](double value) { return !m_facts.padding->contains(value); };
    m_storedRange = visitSamples(*this, [&](auto samples) { return rangeOf(samples, everything); });
    m_measuredRange = m_facts.padding
        ? visitSamples(*this, [&](auto samples) { return rangeOf(samples, measured); })
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
    return m_facts.modality.apply(stored);
}

} // namespace simiao::imaging
