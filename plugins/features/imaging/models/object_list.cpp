#include "imaging/models/object_list.h"

#include <QCoroTask>
#include <QStringList>

#include <algorithm>
#include <tuple>

namespace simiao::viewer {

using workflow::ImagingObject;

ObjectList::ObjectList(std::shared_ptr<workflow::ImagingObjects> source, Uuid patient, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_patient(patient)
{
}

ObjectList::~ObjectList()
{
    m_stop.request_stop();
}

void ObjectList::setStudies(const std::vector<diagnostics::ImagingStudy> &studies)
{
    if (!m_source)
        return;
    ++m_generation;
    m_objects.clear();
    m_studies.clear();
    m_places.clear();
    for (const auto &study : studies) {
        m_studies.append(study.studyInstanceUid);
        if (std::ranges::find(m_places, study.endpoint) == m_places.end())
            m_places.push_back(study.endpoint);
    }
    m_places.push_back({});
    listNext();
}

void ObjectList::listNext()
{
    m_isListing = !m_places.empty();
    if (m_isListing) {
        const auto place = m_places.front();
        m_places.pop_front();
        auto listing = place.isEmpty() ? m_source->written(m_patient.toString(), m_stop.get_token())
                                       : m_source->list(place, m_stop.get_token());
        QCoro::connect(std::move(listing), this, [this, generation = m_generation](const Listing &answer) {
            take(generation, answer);
        });
    }
    Q_EMIT changed();
}

void ObjectList::take(int generation, const Listing &answer)
{
    if (generation != m_generation)
        return;
    if (answer)
        add(*answer);
    listNext();
}

void ObjectList::add(const std::vector<ImagingObject> &written)
{
    for (const auto &object : written) {
        const bool isKnown =
            std::ranges::find(m_objects, object.sopInstanceUid, &ImagingObject::sopInstanceUid)
            != m_objects.end();
        if (!isKnown && m_studies.contains(object.studyInstanceUid))
            m_objects.push_back(object);
    }
    std::ranges::sort(m_objects, {}, [](const ImagingObject &object) {
        return std::tuple(object.created, object.kind, object.seriesInstanceUid, object.sopInstanceUid);
    });
    Q_EMIT changed();
}

} // namespace simiao::viewer
