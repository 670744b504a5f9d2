#include "imaging/waveform/waveform.h"

#include <algorithm>
#include <array>
#include <utility>

namespace simiao::imaging {

namespace {

constexpr std::array<std::pair<int, const char *>, 12> kLeads{{
    {1, "I"},
    {2, "II"},
    {3, "V1"},
    {4, "V2"},
    {5, "V3"},
    {6, "V4"},
    {7, "V5"},
    {8, "V6"},
    {61, "III"},
    {62, "aVR"},
    {63, "aVL"},
    {64, "aVF"},
}};

} // namespace

double WaveformGroup::seconds() const
{
    std::size_t most = 0;
    for (const auto &channel : channels)
        most = std::max(most, channel.values.size());
    return samplingHz > 0 ? static_cast<double>(most) / samplingHz : 0;
}

QString leadName(const QString &code, const QString &scheme)
{
    const auto prefix = scheme.startsWith(QLatin1String("SCPECG")) ? QStringLiteral("5.6.3-9-")
        : scheme.startsWith(QLatin1String("MDC"))                  ? QStringLiteral("2:")
                                                                   : QString();
    if (prefix.isEmpty() || !code.startsWith(prefix))
        return {};
    const int number = code.mid(prefix.size()).toInt();
    const auto *lead = std::ranges::find(kLeads, number, &std::pair<int, const char *>::first);
    return lead == kLeads.end() ? QString() : QLatin1String(lead->second);
}

} // namespace simiao::imaging
