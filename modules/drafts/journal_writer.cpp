#include "drafts/journal_writer.h"

#include <algorithm>
#include <utility>

namespace simiao::drafts {

namespace {

using namespace std::chrono_literals;

constexpr auto kSyncWithin = 300ms;
constexpr std::chrono::milliseconds kFirstRetry = 500ms;
constexpr std::chrono::milliseconds kLastRetry = 30s;

} // namespace

JournalWriter::JournalWriter(JournalFile file, Report report)
    : m_due(Clock::now()) // creates or compacts the file, and shows early whether the disk takes writes
    , m_file(std::move(file))
    , m_report(std::move(report))
    , m_thread([this](std::stop_token stop) { run(std::move(stop)); })
{
}

JournalWriter::~JournalWriter()
{
    m_thread.request_stop();
    m_thread.join();
}

void JournalWriter::add(DraftRecord record)
{
    const std::scoped_lock lock(m_mutex);
    m_pending.push_back(std::move(record));
    if (!m_due)
        m_due = Clock::now() + kSyncWithin;
    m_wake.notify_one();
}

QFuture<Result<void>> JournalWriter::flush()
{
    const std::scoped_lock lock(m_mutex);
    auto &promise = m_waiting.emplace_back();
    promise.start();
    m_wake.notify_one();
    return promise.future();
}

void JournalWriter::run(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        waitForWork(lock, stop);
        if (isWorkDue())
            writeOut(lock);
    }
    writeOut(lock);
}

void JournalWriter::waitForWork(std::unique_lock<std::mutex> &lock, std::stop_token stop)
{
    if (m_due)
        m_wake.wait_until(lock, std::move(stop), *m_due, [this] { return !m_waiting.empty(); });
    else
        m_wake.wait(lock, std::move(stop), [this] { return m_due || !m_waiting.empty(); });
}

bool JournalWriter::isWorkDue() const
{
    return !m_waiting.empty() || (m_due && *m_due <= Clock::now());
}

void JournalWriter::writeOut(std::unique_lock<std::mutex> &lock)
{
    const auto records = std::exchange(m_pending, {});
    auto waiting = std::exchange(m_waiting, {});
    m_due.reset();
    lock.unlock();
    const auto written = m_file.write(records);
    conclude(written);
    for (auto &promise : waiting) {
        promise.addResult(written);
        promise.finish();
    }
    lock.lock();
    if (!written)
        m_due = Clock::now() + m_retryAfter;
}

void JournalWriter::conclude(const Result<void> &written)
{
    const bool wasFailing = m_retryAfter > 0ms;
    m_retryAfter = written ? 0ms : std::clamp(m_retryAfter * 2, kFirstRetry, kLastRetry);
    if (wasFailing != !written)
        m_report(written);
}

} // namespace simiao::drafts
