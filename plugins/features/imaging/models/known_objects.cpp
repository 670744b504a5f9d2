#include "imaging/models/known_objects.h"

#include "imaging/models/slice.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::viewer {

using workflow::ImagingObject;
using workflow::ImagingObjectKind;

namespace {

bool isAboutPictures(const ImagingObject &object)
{
    return object.kind == ImagingObjectKind::PresentationState
        || object.kind == ImagingObjectKind::KeyObjects;
}

} // namespace

bool isOfSeries(const imaging::ReferencedImage &image, const workflow::ImageSeries &series)
{
    const bool isNamed =
        image.seriesInstanceUid.isEmpty() || image.seriesInstanceUid == series.seriesInstanceUid;
    return isNamed
        && std::ranges::find(series.instances, image.sopInstanceUid, &workflow::ImageInstance::sopInstanceUid)
        != series.instances.end();
}

KnownObjects::KnownObjects(std::shared_ptr<workflow::ImagingObjects> source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

KnownObjects::~KnownObjects()
{
    m_stop.request_stop();
}

void KnownObjects::setObjects(const std::vector<ImagingObject> &objects)
{
    if (!m_source)
        return;
    QStringList order;
    m_toRead.clear();
    for (const auto &object : objects) {
        if (!isAboutPictures(object))
            continue;
        order.append(object.sopInstanceUid);
        const auto known = m_known.find(object.sopInstanceUid);
        if (known == m_known.end() || known->second.characterSet != object.characterSet)
            m_toRead.push_back(object);
    }
    std::erase_if(m_known, [&order](const auto &known) { return !order.contains(known.first); });
    const bool isOther = order != m_order;
    m_order = order;
    if (!m_isReading)
        readNext();
    if (isOther)
        Q_EMIT changed();
}

void KnownObjects::readNext()
{
    m_isReading = !m_toRead.empty();
    if (!m_isReading)
        return;
    const auto object = m_toRead.front();
    m_toRead.pop_front();
    QCoro::connect(
        m_source->read(object, m_stop.get_token()), this,
        [this, object](const Result<workflow::ImagingObjectContent> &answer) { take(object, answer); });
}

void KnownObjects::take(const ImagingObject &object, const Result<workflow::ImagingObjectContent> &answer)
{
    if (m_order.contains(object.sopInstanceUid)) {
        Known known{.characterSet = object.characterSet};
        if (answer) {
            if (const auto *state = std::get_if<imaging::PresentationState>(&*answer))
                known.state = std::make_shared<const imaging::PresentationState>(*state);
            else if (const auto *keyObjects = std::get_if<imaging::Report>(&*answer))
                known.keyImages = imaging::keyImagesOf(*keyObjects);
        }
        m_known.insert_or_assign(object.sopInstanceUid, std::move(known));
        Q_EMIT changed();
    }
    readNext();
}

std::vector<StatePtr> KnownObjects::statesOf(const workflow::ImageSeries &series) const
{
    std::vector<StatePtr> states;
    for (const auto &uid : m_order) {
        const auto known = m_known.find(uid);
        if (known == m_known.end() || !known->second.state)
            continue;
        const auto &images = known->second.state->images;
        if (std::ranges::any_of(images, [&series](const auto &image) { return isOfSeries(image, series); }))
            states.push_back(known->second.state);
    }
    return states;
}

QSet<int> KnownObjects::keySlicesOf(const workflow::ImageSeries &series) const
{
    QSet<int> keys;
    const auto slices = slicesOf(series);
    for (const auto &[uid, known] : m_known) {
        for (const auto &image : known.keyImages) {
            if (!isOfSeries(image, series))
                continue;
            for (std::size_t i = 0; i < slices.size(); ++i) {
                if (image.covers(slices[i].instance.sopInstanceUid, slices[i].frame))
                    keys.insert(static_cast<int>(i));
            }
        }
    }
    return keys;
}

} // namespace simiao::viewer
