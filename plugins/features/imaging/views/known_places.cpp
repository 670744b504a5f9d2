#include "imaging/views/known_places.h"

#include <QCoroTask>

#include <algorithm>
#include <utility>

namespace simiao::viewer {

KnownPlaces::KnownPlaces(std::shared_ptr<workflow::ImageSource> source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

KnownPlaces::~KnownPlaces()
{
    m_stop.request_stop();
}

const SeriesPlaces &KnownPlaces::of(const ImageStack &stack)
{
    auto &known = m_known[&stack];
    const auto &series = stack.series();
    if (known.seriesInstanceUid != series.seriesInstanceUid || known.instances != series.instances.size()) {
        known = {series.seriesInstanceUid, series.instances.size(), placesOf(series)};
        ask(stack, known);
    }
    return known.places;
}

void KnownPlaces::ask(const ImageStack &stack, Known &known)
{
    std::erase_if(m_wishes, [&](const Wish &wish) { return wish.stack == &stack; });
    if (dynamic_cast<workflow::FramePlaces *>(m_source.get()) == nullptr)
        return;
    std::size_t first = 0;
    for (const auto &instance : stack.series().instances) {
        if (instance.frames > 1) {
            m_wishes.push_back({&stack, known.seriesInstanceUid, first, instance});
            ++known.awaited;
        }
        first += static_cast<std::size_t>(instance.frames);
    }
    // Not before whoever asks has its answer.
    QMetaObject::invokeMethod(this, &KnownPlaces::askNext, Qt::QueuedConnection);
}

void KnownPlaces::askNext()
{
    if (m_isAsking || m_wishes.empty())
        return;
    m_isAsking = true;
    auto wish = std::move(m_wishes.front());
    m_wishes.pop_front();
    auto *places = dynamic_cast<workflow::FramePlaces *>(m_source.get());
    QCoro::connect(places->framePlanes(wish.instance, m_stop.get_token()), this,
                   [this, wish](const Result<std::vector<imaging::SlicePlane>> &planes) {
                       m_isAsking = false;
                       take(wish, planes);
                       askNext();
                   });
}

/// Where they cannot be had, its frames have no place.
void KnownPlaces::take(const Wish &wish, const Result<std::vector<imaging::SlicePlane>> &planes)
{
    auto &known = m_known[wish.stack];
    if (known.seriesInstanceUid != wish.seriesInstanceUid || known.awaited == 0)
        return;
    auto &all = known.places.planes;
    const auto frames = static_cast<std::size_t>(wish.instance.frames);
    if (planes && planes->size() == frames && wish.first + frames <= all.size())
        std::ranges::copy(*planes, all.begin() + static_cast<std::ptrdiff_t>(wish.first));
    if (--known.awaited == 0)
        Q_EMIT learned();
}

} // namespace simiao::viewer
