#include "imaging/grey_ramp.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace simiao::imaging {

namespace {

constexpr int kGreys = 256;

bool isNarrow(SampleType type)
{
    return type == SampleType::U8 || type == SampleType::I8 || type == SampleType::U16
        || type == SampleType::I16;
}

/// A straight line of modality values: fraction = value * slope + atZero, before it is kept within 0 … 1.
struct Line
{
    double slope = 0;
    double atZero = 0;
};

std::optional<Line> lineOf(const VoiWindow &window)
{
    if (!window.isUsable())
        return std::nullopt;
    switch (window.function) {
    case VoiFunction::Linear: {
        if (window.width <= 1)
            return std::nullopt; // a step
        const double slope = 1 / (window.width - 1);
        return Line{slope, 0.5 - (window.center - 0.5) * slope};
    }
    case VoiFunction::LinearExact: return Line{1 / window.width, 0.5 - window.center / window.width};
    case VoiFunction::Sigmoid: return std::nullopt;
    }
    return std::nullopt;
}

/// Grey before it is cut off, half up, of a stored value.
Line greyLine(Line window, const ModalityTransform &modality, bool isInverted)
{
    Line line{window.slope * modality.slope * (kGreys - 1),
              (window.slope * modality.intercept + window.atZero) * (kGreys - 1)};
    if (isInverted)
        line = {-line.slope, kGreys - 1 - line.atZero};
    return {line.slope, line.atZero + 0.5};
}

/// Compares at the values between `lowest` and `highest` where the ramp steps from one grey to the next.
class Comparison
{
public:
    Comparison(const Frame &frame, const GreyDisplay &display, const GreyRamp &ramp)
        : m_frame(frame)
        , m_display(display)
        , m_ramp(ramp)
        , m_lowest(int(frame.storedRange().lowest))
        , m_highest(int(frame.storedRange().highest))
    {
    }

    bool isExact() const
    {
        if (!isSame(m_lowest) || !isSame(m_highest))
            return false;
        int before = m_lowest - 1;
        for (int grey = 1; grey < kGreys; ++grey) {
            const double step = (grey - double(m_ramp.offset)) / double(m_ramp.scale);
            if (step < m_lowest || step > m_highest)
                continue;
            const int at = lastBefore(grey, int(std::floor(step)));
            if (at == std::exchange(before, at))
                continue;
            if (!isSame(std::clamp(at, m_lowest, m_highest))
                || !isSame(std::clamp(at + 1, m_lowest, m_highest)))
                return false;
        }
        return true;
    }

private:
    /// The last value on this side of the step to `grey`; rounding may have put it one beside `at`.
    int lastBefore(int grey, int at) const
    {
        const auto isBeyond = [&](int stored) { return (m_ramp.grey(stored) >= grey) == (m_ramp.scale > 0); };
        if (isBeyond(at))
            return at - 1;
        return isBeyond(at + 1) ? at : at + 1;
    }

    bool isSame(int stored) const
    {
        return m_ramp.grey(stored) == displayGrey(m_frame.facts(), m_display, stored);
    }

    const Frame &m_frame;
    const GreyDisplay &m_display;
    const GreyRamp &m_ramp;
    int m_lowest;
    int m_highest;
};

bool isWithinReach(const GreyRamp &ramp)
{
    constexpr float kMostStored = 65'536;
    constexpr float kReach = 2e9F; // not for NaN
    return std::abs(ramp.scale) * kMostStored + std::abs(ramp.offset) < kReach;
}

void leaveOutPadding(GreyRamp &ramp, const std::optional<ValueRange> &padding)
{
    if (!padding)
        return;
    constexpr double kFarthest = 1 << 20;
    ramp.firstPadding = int(std::ceil(std::clamp(padding->lowest, -kFarthest, kFarthest)));
    ramp.lastPadding = int(std::floor(std::clamp(padding->highest, -kFarthest, kFarthest)));
}

} // namespace

std::uint8_t GreyRamp::grey(int stored) const
{
    if (stored >= firstPadding && stored <= lastPadding)
        return 0;
    const float value = std::fma(float(stored), scale, offset);
    return std::uint8_t(std::clamp(value, 0.0F, 255.0F));
}

std::optional<GreyRamp> rampFor(const Frame &frame, const GreyDisplay &display)
{
    const auto &facts = frame.facts();
    const auto &presented = display.presented;
    const auto &modality = presented ? presented->modality : facts.modality;
    const bool hasTable = display.table || modality.table || (presented && presented->table);
    const bool inverts = presented ? presented->isInverse : imageInverts(facts);
    const auto window = hasTable ? std::nullopt : lineOf(display.window);
    if (!window || !frame.isGrey() || !isNarrow(frame.geometry().sampleType()))
        return std::nullopt;
    const auto line = greyLine(*window, modality, inverts != display.isInverted);
    GreyRamp ramp{float(line.slope), float(line.atZero)};
    leaveOutPadding(ramp, facts.padding);
    if (ramp.scale == 0 || !isWithinReach(ramp))
        return std::nullopt;
    return Comparison(frame, display, ramp).isExact() ? std::optional(ramp) : std::nullopt;
}

} // namespace simiao::imaging
