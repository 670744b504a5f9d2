#pragma once

#include "imaging/views/series_placer.h"
#include "imaging/views/series_strip.h"

#include <QAction>
#include <QTimer>

namespace simiao::viewer {

/// The strip of small pictures, shown and hidden by a key; of itself it stands there where there is room. \thread GUI
class SeriesShelf : public QWidget
{
    Q_OBJECT

public:
    SeriesShelf(std::shared_ptr<workflow::ImageSource> source,
                std::shared_ptr<FrameCache> cache,
                SeriesPlacer *placer,
                QWidget *parent = nullptr);

    void setKeyImages(const std::vector<int> &counts) { m_tiles->setKeyImages(counts); }
    QAction *toggle() const { return m_toggle; }
    void retranslate();
    /// The size of the panel: a narrow one has no room for it unless it is asked for.
    void setRoom(const QSize &panel);

private:
    void showOrHide();

    SeriesPlacer *m_placer;
    Thumbnails *m_thumbnails;
    SeriesTiles *m_tiles;
    SeriesStrip *m_strip;
    QAction *m_toggle;
    QTimer m_look;
    std::optional<bool> m_isWanted; ///< nothing: nobody said
    bool m_hasRoom = false;
};

} // namespace simiao::viewer
