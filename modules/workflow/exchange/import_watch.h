#pragma once

#include <atomic>
#include <memory>
#include <stop_token>

namespace simiao::workflow {

/// Lets somebody see how far the reading of a long file has come, and stop it. Copies watch the same reading; one that was
/// made empty watches nothing.
struct ImportWatch
{
    std::stop_token stop;
    std::shared_ptr<std::atomic<int>> rows; ///< looked at so far; written on the thread that reads

    bool isStopped() const { return stop.stop_requested(); }
    void countRow() const
    {
        if (rows)
            ++*rows;
    }
};

} // namespace simiao::workflow
