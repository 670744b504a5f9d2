#include "integration/dicom/frame_rate.h"

#include <algorithm>
#include <numeric>

namespace simiao::dicom {

namespace {

constexpr double kSlowest = 0.1;
constexpr double kFastest = 1000;
constexpr double kMsPerSecond = 1000;

bool isRate(std::optional<double> rate)
{
    return rate && *rate >= kSlowest && *rate <= kFastest;
}

} // namespace

std::optional<double> framesPerSecond(std::optional<double> recommended,
                                      std::optional<double> frameTimeMs,
                                      std::optional<double> cineRate)
{
    const auto byTime =
        frameTimeMs && *frameTimeMs > 0 ? std::optional(kMsPerSecond / *frameTimeMs) : std::nullopt;
    for (const auto &rate : {recommended, byTime, cineRate}) {
        if (isRate(rate))
            return rate;
    }
    return std::nullopt;
}

std::optional<double> meanFrameTimeMs(const std::vector<double> &vector)
{
    if (vector.size() < 2 || std::ranges::any_of(vector, [](double step) { return step < 0; }))
        return std::nullopt;
    const double sum = std::accumulate(vector.begin() + 1, vector.end(), 0.0);
    return sum / static_cast<double>(vector.size() - 1);
}

} // namespace simiao::dicom
