#pragma once

#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace simiao::host {

/// Notices a plugin that does not come back while the program starts: after `limit` it is named in the log and on stderr,
/// once. The guard file names it too, so that whoever ends the program finds it left out the next time.
class HangWatch
{
public:
    /// \param found  is told of it too, on the watch's thread
    explicit HangWatch(std::chrono::milliseconds limit, std::function<void()> found = {});
    HangWatch(const HangWatch &) = delete;
    HangWatch &operator=(const HangWatch &) = delete;
    ~HangWatch();

    /// `id` runs from now on; empty: nobody does.
    void set(const QString &id);

private:
    void run();

    std::chrono::milliseconds m_limit;
    std::function<void()> m_found;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QString m_id;
    bool m_isEnding = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace simiao::host
