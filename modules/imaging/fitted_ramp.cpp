#include "imaging/fitted_ramp.h"

#include <algorithm>
#include <cmath>

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

/// Compares where single precision could be on the other side of a step than the formula: where the step from one grey to the
/// next falls so close to a stored value that the rounding of the ramp reaches it. Everywhere else both are on the same side,
/// and what lies between two steps is one grey.
class Comparison
{
public:
    Comparison(const Frame &frame, const GreyDisplay &display, const Line &line, const GreyRamp &ramp)
        : m_frame(frame)
        , m_display(display)
        , m_line(line)
        , m_ramp(ramp)
        , m_lowest(int(frame.storedRange().lowest))
        , m_highest(int(frame.storedRange().highest))
    {
    }

    bool isExact() const
    {
        if (!isSame(m_lowest) || !isSame(m_highest))
            return false;
        const double reach = reachOfRounding();
        if (!(reach < 0.25))
            return areAllSame();
        const double perGrey = 1 / m_line.slope;
        for (int grey = 1; grey < kGreys; ++grey) {
            const double step = (grey - m_line.atZero) * perGrey - m_lowest;
            if (!(step > -1 && step < m_highest - m_lowest + 1))
                continue;
            const int nearest = int(step + 1.5) - 1;
            if (std::abs(step - nearest) <= reach
                && !isSame(std::clamp(nearest + m_lowest, m_lowest, m_highest)))
                return false;
        }
        return true;
    }

private:
    /// In stored values: how far beside the line the ramp may be at a grey between 0 and 255, and the formula too, whose own
    /// rounding is a millionth of that.
    double reachOfRounding() const
    {
        constexpr double kTwoRoundings = 1.0 / (1 << 15);
        const double farthest = std::max(std::abs(m_lowest), std::abs(m_highest));
        const double beside = farthest * std::abs(double(m_ramp.scale) - m_line.slope)
            + std::abs(double(m_ramp.offset) - m_line.atZero) + kTwoRoundings;
        return beside / std::abs(m_line.slope);
    }

    bool areAllSame() const
    {
        for (int stored = m_lowest; stored <= m_highest; ++stored) {
            if (!isSame(stored))
                return false;
        }
        return true;
    }

    bool isSame(int stored) const
    {
        return m_ramp.grey(stored) == displayGrey(m_frame.facts(), m_display, stored);
    }

    const Frame &m_frame;
    const GreyDisplay &m_display;
    const Line &m_line;
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
    return Comparison(frame, display, line, ramp).isExact() ? std::optional(ramp) : std::nullopt;
}

} // namespace simiao::imaging
