#pragma once

#include <QtGlobal>

#include <vector>

namespace simiao::viewer {

class FrameLoader;

/// Whose frame is fetched next, of several viewports: what is to be seen first, then the neighbours in the viewport that is
/// worked with, the neighbours in the others, then the rest of all series. Few requests are under way at a time, whatever the
/// number of viewports. \thread GUI
class LoadTurns
{
public:
    void join(FrameLoader *loader);
    void leave(FrameLoader *loader);
    /// This loader's viewport is worked with.
    void setFirst(FrameLoader *loader) { m_first = loader; }

    /// Asks for frames until enough are under way.
    void pump();
    void begun() { ++m_underWay; }
    /// A request was answered, whether anybody still wants it or not.
    void ended() { --m_underWay; }

    /// Parts of the cache that each may fill.
    int sharers() const { return static_cast<int>(m_loaders.size()); }

private:
    FrameLoader *next() const;

    std::vector<FrameLoader *> m_loaders;
    FrameLoader *m_first = nullptr;
    int m_underWay = 0;
};

} // namespace simiao::viewer
