#include "own_news.h"

#include <chrono>

namespace simiao::postgresql {

namespace {

/// The server lets twenty notices a second through.
constexpr qint64 kBetweenNotices = 50'000;
/// They come one behind the other: somebody saves all the time.
constexpr qint64 kOften = 2 * kBetweenNotices;
/// Somebody else's next notice is there by then.
constexpr qint64 kLongestWait = kBetweenNotices + 10'000;
/// As much the two clocks may part between two looks (a clock that is set right gains half a thousandth of five seconds). Anybody who may listen may
/// also notify, with whatever moment: what is stored up to the moment that she claims is not told, so that she may claim no more than this.
constexpr qint64 kClocksPart = 3'000;

} // namespace

qint64 OwnNews::here()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

void OwnNews::note(qint64 here)
{
    m_noted = here;
}

void OwnNews::beginAnew()
{
    m_ahead.reset();
    m_lastSent = 0;
}

void OwnNews::noteClock(qint64 here, qint64 there)
{
    m_ahead = there - here;
    if (m_lastSent > there + kClocksPart)
        m_lastSent = 0; // its clock was put back
}

void OwnNews::noteNotice(qint64 here, qint64 there)
{
    m_lastCame = here;
    if (m_ahead && there <= here + *m_ahead + kClocksPart)
        m_lastSent = there;
}

std::optional<qint64> OwnNews::untold()
{
    if (const auto noted = m_noted.exchange(kNothing); noted != kNothing)
        m_waiting = noted;
    if (!m_waiting || !m_ahead)
        return std::nullopt;
    const qint64 moment = *m_waiting + *m_ahead;
    if (m_lastSent > moment) {
        m_waiting.reset();
        return std::nullopt;
    }
    return moment;
}

std::optional<qint64> OwnNews::due(qint64 here)
{
    const auto moment = untold();
    const bool isBusy = m_lastCame && here - *m_lastCame < kOften;
    if (moment && isBusy && here - *m_waiting < kLongestWait)
        return std::nullopt;
    return moment;
}

std::optional<qint64> OwnNews::dueAtEnd()
{
    return untold();
}

} // namespace simiao::postgresql
