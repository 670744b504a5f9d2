#include "imaging/models/load_turns.h"

#include "imaging/models/frame_loader.h"

#include <algorithm>
#include <optional>

namespace simiao::viewer {

namespace {

constexpr int kUnderWay = 2;

} // namespace

void LoadTurns::join(FrameLoader *loader)
{
    m_loaders.push_back(loader);
    if (!m_first)
        m_first = loader;
}

void LoadTurns::leave(FrameLoader *loader)
{
    std::erase(m_loaders, loader);
    if (m_first == loader)
        m_first = nullptr;
}

/// Of equal urgency the one worked with goes first.
FrameLoader *LoadTurns::next() const
{
    FrameLoader *chosen = nullptr;
    int least = 0;
    for (auto *loader : m_loaders) {
        const auto urgency = loader->urgency();
        if (!urgency)
            continue;
        const int rank = 2 * *urgency + (loader == m_first ? 0 : 1);
        if (!chosen || rank < least) {
            chosen = loader;
            least = rank;
        }
    }
    return chosen;
}

void LoadTurns::pump()
{
    while (m_underWay < kUnderWay) {
        auto *loader = next();
        if (!loader)
            return;
        loader->fetchNext();
    }
}

} // namespace simiao::viewer
