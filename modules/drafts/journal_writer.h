#pragma once

#include "drafts/journal_file.h"

#include <QFuture>
#include <QPromise>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace simiao::drafts {

/// Writes a journal on its own thread: at most 300 ms after the first record that is not on the disk, at once
/// when flushed. A failed write is tried again after 0.5 s, then each time twice as late, up to 30 s.
/// \thread  any for its functions
class JournalWriter
{
public:
    /// Called on the writer's thread when writing begins to fail and when it works again.
    using Report = std::function<void(const Result<void> &)>;

    JournalWriter(JournalFile file, Report report);
    JournalWriter(const JournalWriter &) = delete;
    JournalWriter &operator=(const JournalWriter &) = delete;
    /// Writes what is left, trying once, and waits for that.
    ~JournalWriter();

    void add(DraftRecord record);
    /// Ends with the write that covers everything added so far.
    QFuture<Result<void>> flush();

private:
    using Clock = std::chrono::steady_clock;

    void run(std::stop_token stop);
    void waitForWork(std::unique_lock<std::mutex> &lock, std::stop_token stop);
    bool isWorkDue() const;
    void writeOut(std::unique_lock<std::mutex> &lock);
    void conclude(const Result<void> &written);

    // Shared
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<DraftRecord> m_pending;
    std::vector<QPromise<Result<void>>> m_waiting;
    std::optional<Clock::time_point> m_due; ///< when to write without being asked

    // The writer's thread only
    JournalFile m_file;
    Report m_report;
    std::chrono::milliseconds m_retryAfter{0}; ///< 0 while writing works

    std::jthread m_thread; ///< last: everything it uses is there before it starts and after it ends
};

} // namespace simiao::drafts
