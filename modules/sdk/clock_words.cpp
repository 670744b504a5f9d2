#include "sdk/clock_words.h"

namespace simiao::sdk {

QString ClockWords::length(std::chrono::milliseconds length)
{
    const qint64 seconds = std::chrono::round<std::chrono::seconds>(length).count();
    if (seconds < 120)
        return tr("%1 s").arg(seconds);
    return seconds < 7200 ? tr("%1 min").arg((seconds + 30) / 60) : tr("%1 h").arg((seconds + 1800) / 3600);
}

} // namespace simiao::sdk
