#pragma once

#include "integration/dicomweb/part_sink.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>

namespace simiao::dicomweb {

/// Objects between the network and the disk, bounded: a disk that is slower than the network makes the archive wait.
class ObjectQueue : public PartReceiver
{
public:
    /// \thread  the client's
    Result<void> receive(Part part) override;
    bool isReady() override;

    /// Nothing more will come.
    void close();

    /// The next object; waits for it. Nothing at the end or when it is stopped.
    std::optional<QByteArray> pop(std::stop_token stop);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<QByteArray> m_objects;
    qint64 m_bytes = 0;
    bool m_isClosed = false;
};

} // namespace simiao::dicomweb
