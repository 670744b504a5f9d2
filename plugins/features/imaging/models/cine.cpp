#include "imaging/models/cine.h"

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

constexpr double kMsPerSecond = 1000;
constexpr qint64 kMeasuredMs = 2000;

std::optional<double> rateOf(const workflow::ImageSeries &series)
{
    return series.instances.empty() ? std::nullopt : series.instances.front().framesPerSecond;
}

} // namespace

Cine::Cine(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Cine::tick);
}

void Cine::setStack(ImageStack *stack)
{
    if (stack == m_stack)
        return;
    stop();
    if (m_stack)
        disconnect(m_stack, nullptr, this, nullptr);
    m_stack = stack;
    m_seriesUid.clear();
    if (stack)
        connect(stack, &ImageStack::changed, this, &Cine::follow);
    follow();
}

/// What is seen of the stack changed: a slice of this run, or somebody put another series there.
void Cine::follow()
{
    if (!m_stack)
        return;
    if (m_seriesUid != m_stack->series().seriesInstanceUid) {
        stop();
        m_seriesUid = m_stack->series().seriesInstanceUid;
        const auto own = rateOf(m_stack->series());
        m_isRateOfImage = own.has_value();
        m_rate = std::clamp(own.value_or(kUsualRate), kSlowest, kFastest);
        Q_EMIT changed();
    }
    if (isPlaying() && m_stack->isLoaded() && m_stack->shown() != m_lastShown) {
        m_lastShown = m_stack->shown();
        m_shownAt.push_back(m_clock.elapsed());
    }
}

void Cine::play()
{
    if (!canPlay() || isPlaying())
        return;
    begin();
    Q_EMIT changed();
}

void Cine::stop()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    Q_EMIT changed();
}

void Cine::begin()
{
    m_start = m_stack->wanted();
    m_steps = 0;
    m_shownAt.clear();
    m_lastShown = m_stack->shown();
    m_clock.start();
    m_timer.start(static_cast<int>(std::floor(kMsPerSecond / m_rate)));
}

void Cine::changeRate(bool isFaster)
{
    constexpr double kStep = 1.25;
    m_rate = std::clamp(isFaster ? m_rate * kStep : m_rate / kStep, kSlowest, kFastest);
    if (isPlaying())
        begin();
    Q_EMIT changed();
}

void Cine::setMode(CineMode mode)
{
    m_mode = mode;
    if (isPlaying())
        begin();
    Q_EMIT changed();
}

/// What is due is told by the clock and not by the number of ticks: a late tick passes slices over.
void Cine::tick()
{
    if (!canPlay())
        return stop();
    const auto due = static_cast<long long>(double(m_clock.elapsed()) * m_rate / kMsPerSecond);
    const bool isSecondOver =
        due / std::max(1LL, std::llround(m_rate)) != m_steps / std::max(1LL, std::llround(m_rate));
    if (due == m_steps)
        return;
    m_steps = due;
    // While a slice is on its way nothing is gained by asking for the one behind it.
    if (!m_stack->isLoading())
        m_stack->scrollTo(cineSlice(m_start, m_steps, m_stack->count(), m_mode));
    if (isSecondOver)
        Q_EMIT changed();
}

std::optional<double> Cine::trueRate() const
{
    if (!isPlaying() || m_clock.elapsed() < qint64(kMsPerSecond))
        return std::nullopt;
    const qint64 now = m_clock.elapsed();
    const qint64 from = std::max<qint64>(0, now - kMeasuredMs);
    const auto shown = std::ranges::count_if(m_shownAt, [from](qint64 at) { return at >= from; });
    return double(shown) * kMsPerSecond / double(now - from);
}

} // namespace simiao::viewer
