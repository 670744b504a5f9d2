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
    std::vector<std::pair<QString, QString>> known;
    for (const auto &study : studies)
        known.emplace_back(study.studyInstanceUid, study.endpoint);
    auto chosen = workflow::chosenCharacters(studies);
    const bool isOnlyReadAnew = !m_isListing && known == m_studies && chosen != m_characters;
    m_studies = std::move(known);
    m_characters = std::move(chosen);
    ++m_generation;
    if (isOnlyReadAnew)
        return readTextsAgain();
    m_objects.clear();
    m_own.clear();
    m_places.clear();
    for (const auto &study : studies) {
        if (std::ranges::find(m_places, study.endpoint) == m_places.end())
            m_places.push_back(study.endpoint);
    }
    m_places.push_back({});
    listNext();
}

/// What is shown stays until it can be read anew.
void ObjectList::readTextsAgain()
{
    std::vector<ImagingObject> foreign;
    for (const auto &object : m_objects) {
        if (!m_own.contains(object.sopInstanceUid))
            foreign.push_back(object);
    }
    QCoro::connect(workflow::inChosenCharacters(m_source, foreign, m_characters, m_stop.get_token()), this,
                   [this, generation = m_generation](const Listing &answer) {
                       if (generation == m_generation && answer)
                           put(*answer);
                   });
}

void ObjectList::put(std::vector<ImagingObject> objects)
{
    for (auto &object : objects) {
        const auto known =
            std::ranges::find(m_objects, object.sopInstanceUid, &ImagingObject::sopInstanceUid);
        if (known != m_objects.end())
            *known = std::move(object);
    }
    Q_EMIT changed();
}

void ObjectList::listNext()
{
    m_isListing = !m_places.empty();
    if (m_isListing) {
        const auto place = m_places.front();
        m_places.pop_front();
        const bool isOwn = place.isEmpty();
        auto listing = isOwn ? m_source->written(m_patient.toString(), m_stop.get_token())
                             : listInChosenCharacters(m_source, place, m_characters, m_stop.get_token());
        QCoro::connect(std::move(listing), this,
                       [this, isOwn, generation = m_generation](const Listing &answer) {
                           take(generation, isOwn, answer);
                       });
    }
    Q_EMIT changed();
}

void ObjectList::take(int generation, bool isOwn, const Listing &answer)
{
    if (generation != m_generation)
        return;
    if (answer && isOwn)
        add(*answer);
    else if (answer)
        insert(*answer);
    listNext();
}

void ObjectList::add(const std::vector<ImagingObject> &written)
{
    for (const auto &object : written)
        m_own.append(object.sopInstanceUid);
    insert(written);
}

void ObjectList::insert(const std::vector<ImagingObject> &objects)
{
    for (const auto &object : objects) {
        const bool isKnown =
            std::ranges::find(m_objects, object.sopInstanceUid, &ImagingObject::sopInstanceUid)
            != m_objects.end();
        const bool isOnRecord = std::ranges::any_of(
            m_studies, [&object](const auto &study) { return study.first == object.studyInstanceUid; });
        if (!isKnown && isOnRecord)
            m_objects.push_back(object);
    }
    std::ranges::sort(m_objects, {}, [](const ImagingObject &object) {
        return std::tuple(object.created, object.kind, object.seriesInstanceUid, object.sopInstanceUid);
    });
    Q_EMIT changed();
}

} // namespace simiao::viewer
