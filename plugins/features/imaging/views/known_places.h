#pragma once

#include "imaging/models/image_stack.h"
#include "imaging/models/series_places.h"
#include "workflow/ports/frame_places.h"

#include <deque>
#include <stop_token>

namespace simiao::viewer {

/// placesOf() what a stack shows, found once for each series; the frames of an image are asked for. \thread GUI
class KnownPlaces : public QObject
{
    Q_OBJECT

public:
    /// \param source  may be null, and may not know of frames: they have no place then
    KnownPlaces(std::shared_ptr<workflow::ImageSource> source, QObject *parent);
    ~KnownPlaces() override;

    const SeriesPlaces &of(const ImageStack &stack);
    /// Some frames of it were asked for, and have not answered.
    bool isLearning(const ImageStack &stack) const { return m_known.value(&stack).awaited > 0; }

Q_SIGNALS:
    /// A series was learned that of() is asked for.
    void learned();

private:
    struct Known
    {
        QString seriesInstanceUid;
        std::size_t instances = 0;
        SeriesPlaces places;
        int awaited = 0; ///< images whose frames were asked for
    };
    struct Wish
    {
        const ImageStack *stack = nullptr;
        QString seriesInstanceUid;
        std::size_t first = 0; ///< slice
        workflow::ImageInstance instance;
    };

    void ask(const ImageStack &stack, Known &known);
    void askNext();
    void take(const Wish &wish, const Result<std::vector<imaging::SlicePlane>> &planes);

    std::shared_ptr<workflow::ImageSource> m_source;
    QHash<const ImageStack *, Known> m_known;
    std::deque<Wish> m_wishes;
    bool m_isAsking = false;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
