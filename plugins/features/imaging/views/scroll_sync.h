#pragma once

#include "imaging/models/slice_match.h"
#include "imaging/views/image_cells.h"
#include "imaging/views/known_places.h"

namespace simiao::viewer {

/// Leafs the other viewports with the active one: to the slice at the same place, to one as many millimetres from where linking began,
/// else by number. Each says on what ground.
/// \thread GUI
class ScrollSync : public QObject
{
    Q_OBJECT

public:
    explicit ScrollSync(ImageCells *cells);

    bool isOn() const { return m_isOn; }
    void setOn(bool isOn);
    /// Leafs the others to where they belong, and says so in the current language.
    void follow();

private:
    struct Start
    {
        QString seriesInstanceUid;
        int slice = 0;
    };

    void begin();
    void beginWhereOthersAreShown();
    void say(const ImageCell &cell, const SliceMatch &match);

    ImageCells *m_cells;
    KnownPlaces *m_places;
    bool m_isOn = false;
    bool m_isLeafing = false;
    QHash<const ImageStack *, Start> m_starts; ///< what faced each other when they were linked
};

} // namespace simiao::viewer
