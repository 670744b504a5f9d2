#pragma once

#include "core/task.h"
#include "integration/dicom/either_stop.h"
#include "integration/dicom/pool_task.h"

#include <QThreadPool>

#include <utility>

namespace simiao::dimse {

/// Runs what blocks on threads of its own. What is under way when it is destroyed is asked to end, and waited for.
class Conversations
{
public:
    Conversations() { m_pool.setMaxThreadCount(kMost); }
    Conversations(const Conversations &) = delete;
    Conversations &operator=(const Conversations &) = delete;
    ~Conversations()
    {
        m_over.request_stop();
        m_pool.waitForDone();
    }

    /// `work(stop)`, which gives a Result, ends when its caller wants no more, or when this is destroyed.
    template <typename Work>
    auto begin(std::stop_token stop, Work work)
    {
        return dicom::onPool(
            &m_pool, [over = m_over.get_token(), stop = std::move(stop), work = std::move(work)]() mutable {
                const dicom::EitherStop either(stop, over);
                return work(either.token());
            });
    }

private:
    /// At a time; each spends its life waiting.
    static constexpr int kMost = 4;

    std::stop_source m_over;
    QThreadPool m_pool;
};

} // namespace simiao::dimse
