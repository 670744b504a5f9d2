#include "bootstrap/live_reference.h"

#include "core/log.h"
#include "domain/administration/library.h"

#include <QCoroTask>

namespace simiao::bootstrap {

namespace {

constexpr int kMinuteMs = 60'000;

} // namespace

LiveReference::LiveReference(std::shared_ptr<workflow::Store> store,
                             std::shared_ptr<const Clock> clock,
                             workflow::ReferenceData *data)
    : m_store(std::move(store))
    , m_clock(std::move(clock))
    , m_data(data)
    , m_shipped(*data)
    , m_day(m_clock->today())
{
    connect(m_store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<administration::Library>(receipt))
                    reload();
            });
    connect(&m_minute, &QTimer::timeout, this, &LiveReference::lookAtTheDay);
    m_minute.start(kMinuteMs);
}

Task<workflow::ReferenceReading> LiveReference::read() const
{
    return workflow::readReference(m_store, m_shipped, m_clock->today());
}

void LiveReference::take(const workflow::ReferenceReading &reading)
{
    m_isRead = true;
    *m_data = reading.data;
    m_problems = reading.problems;
    m_day = m_clock->today();
    for (const auto &problem : m_problems)
        log::error(problem);
    Q_EMIT changed();
}

void LiveReference::reload()
{
    m_isOutdated = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    QCoro::connect(read(), this, [this](const workflow::ReferenceReading &reading) {
        m_isReading = false;
        take(reading);
        if (m_isOutdated)
            reload();
    });
}

void LiveReference::lookAtTheDay()
{
    if (m_clock->today() != m_day)
        reload();
}

} // namespace simiao::bootstrap
