#pragma once

#include "integration/dicom/volume_reader.h"

#include <algorithm>
#include <deque>
#include <future>

namespace simiao::dicom {

/// Frames in the order in which they will be wanted, decoded a few ahead of the one that is. Each is held by one thread that waits
/// for its decoder. \thread one
class FramesAhead
{
public:
    struct Place
    {
        QString path;
        int frame = 0;
    };

    FramesAhead(std::vector<Place> places, const FrameDecoding &decoding)
        : m_places(std::move(places))
        , m_decoding(decoding)
    {
    }

    bool isEmpty() const { return m_begun.empty() && m_next == m_places.size(); }

    /// The next one; blocks. As FrameDecoding::decode.
    Result<std::shared_ptr<const imaging::Frame>> take()
    {
        begin();
        auto first = std::move(m_begun.front());
        m_begun.pop_front();
        begin();
        return first.get();
    }

private:
    void begin()
    {
        const auto most = static_cast<std::size_t>(std::max(1, m_decoding.atATime));
        while (m_begun.size() < most && m_next < m_places.size()) {
            const auto &place = m_places[m_next++];
            m_begun.push_back(std::async(std::launch::async, m_decoding.decode, place.path, place.frame));
        }
    }

    std::vector<Place> m_places;
    const FrameDecoding &m_decoding;
    std::size_t m_next = 0;
    std::deque<std::future<Result<std::shared_ptr<const imaging::Frame>>>> m_begun;
};

} // namespace simiao::dicom
