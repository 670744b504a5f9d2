#include "host/hang_watch.h"

#include "core/log.h"

#include <cstdio>

namespace simiao::host {

namespace {

void report(const QString &id)
{
    const auto line = QStringLiteral("plugin.hangs: %1").arg(id);
    log::warning(line);
    std::fprintf(stderr, "%s\n", qPrintable(line));
}

} // namespace

HangWatch::HangWatch(std::chrono::milliseconds limit, std::function<void()> found)
    : m_limit(limit)
    , m_found(std::move(found))
    , m_thread([this] { run(); })
{
}

HangWatch::~HangWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void HangWatch::set(const QString &id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_id == id)
            return;
        m_id = id;
    }
    m_changed.notify_one();
}

void HangWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        const QString watched = m_id;
        const auto isOver = [&] { return m_isEnding || m_id != watched; };
        if (watched.isEmpty()) {
            m_changed.wait(lock, isOver);
        } else if (!m_changed.wait_for(lock, m_limit, isOver)) {
            if (m_found)
                m_found(); // before anybody reads of it and ends the program
            report(watched);
            m_changed.wait(lock, isOver);
        }
    }
}

} // namespace simiao::host
