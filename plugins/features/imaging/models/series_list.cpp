#include "imaging/models/series_list.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::viewer {

namespace {

using Listing = Result<std::vector<workflow::ImageSeries>>;

Listing onlyStudies(const QStringList &studies, Listing listing)
{
    if (!listing)
        return listing;
    std::erase_if(*listing,
                  [&studies](const auto &series) { return !studies.contains(series.studyInstanceUid); });
    if (listing->empty())
        return Error{ErrorKind::NotFound, QStringLiteral("imaging.study-missing")};
    return listing;
}

/// The same series attached from two places. Equal UIDs of two people are two series.
bool isAmong(const std::vector<workflow::ImageSeries> &known, const workflow::ImageSeries &series)
{
    return std::ranges::any_of(known, [&series](const auto &other) {
        return other.seriesInstanceUid == series.seriesInstanceUid && other.patientId == series.patientId
            && other.patientName == series.patientName;
    });
}

} // namespace

SeriesList::SeriesList(std::shared_ptr<workflow::ImageSource> source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

SeriesList::~SeriesList()
{
    m_stop.request_stop();
}

SeriesList::Place *SeriesList::placeOf(const QString &endpoint)
{
    const auto place = std::ranges::find(m_places, endpoint, &Place::endpoint);
    return place == m_places.end() ? nullptr : &*place;
}

void SeriesList::setStudies(const std::vector<diagnostics::ImagingStudy> &studies)
{
    const auto chosen = workflow::chosenCharacters(studies);
    std::vector<Place> places;
    for (const auto &study : studies) {
        auto place = std::ranges::find(places, study.endpoint, &Place::endpoint);
        if (place == places.end())
            place = places.insert(place, Place{.endpoint = study.endpoint, .studies = {}});
        place->studies.append(study.studyInstanceUid);
        if (const auto found = chosen.find(study.studyInstanceUid); found != chosen.end())
            place->characters.insert(*found);
    }
    for (auto &place : places) {
        const auto *known = placeOf(place.endpoint);
        if (known && known->studies == place.studies) {
            place.answer = known->answer;
            place.isMisread = known->isMisread || known->characters != place.characters;
        }
        if (!known)
            takeOver(place, places);
    }
    m_places = std::move(places);
    listNext();
}

/// A study that lies in another place now is shown as it was until that place is read.
void SeriesList::takeOver(Place &place, const std::vector<Place> &places) const
{
    for (const auto &before : m_places) {
        const bool isGone = std::ranges::find(places, before.endpoint, &Place::endpoint) == places.end();
        if (!isGone || before.studies != place.studies || !before.answer || !*before.answer)
            continue;
        place.answer = before.answer;
        place.isOld = true;
    }
}

void SeriesList::retry()
{
    for (auto &place : m_places) {
        if (place.answer && !*place.answer)
            place.answer.reset();
    }
    listNext();
}

void SeriesList::readAgain(const QString &endpoint)
{
    auto *place = placeOf(endpoint);
    if (!place || !place->answer)
        return; // it is about to be read
    place->isOld = true;
    listNext();
}

void SeriesList::listNext()
{
    const auto next = std::ranges::find_if(
        m_places, [](const auto &place) { return !place.answer || place.isOld || place.isMisread; });
    const bool isIdle = !m_isListing;
    m_isListing = next != m_places.end();
    if (isIdle && m_isListing)
        start(*next);
    Q_EMIT changed();
}

/// The pictures of a place that is known are known: its texts are read again, and no folder is looked through.
void SeriesList::start(Place &place)
{
    const bool isKnown = !place.isOld && place.answer && *place.answer;
    place.isOld = false; // what comes from now on makes it old again
    place.isMisread = false;
    auto reading = isKnown
        ? workflow::inChosenCharacters(m_source, **place.answer, place.characters, m_stop.get_token())
        : workflow::listInChosenCharacters(m_source, place.endpoint, place.characters, m_stop.get_token());
    QCoro::connect(std::move(reading), this,
                   [this, endpoint = place.endpoint, characters = place.characters](Listing answer) {
                       take(endpoint, characters, std::move(answer));
                   });
}

void SeriesList::take(const QString &endpoint, const workflow::ChosenCharacters &characters, Listing answer)
{
    m_isListing = false;
    if (auto *place = placeOf(endpoint)) {
        place->answer = onlyStudies(place->studies, std::move(answer));
        place->isMisread = place->characters != characters; // others were chosen meanwhile
    }
    listNext();
}

std::vector<workflow::ImageSeries> SeriesList::series() const
{
    std::vector<workflow::ImageSeries> all;
    for (const auto &place : m_places) {
        if (!place.answer || !*place.answer)
            continue;
        for (const auto &series : **place.answer) {
            if (!isAmong(all, series))
                all.push_back(series);
        }
    }
    return all;
}

QStringList SeriesList::placesOf(const QString &studyInstanceUid) const
{
    QStringList places;
    for (const auto &place : m_places) {
        if (place.studies.contains(studyInstanceUid))
            places.append(place.endpoint);
    }
    return places;
}

std::optional<Error> SeriesList::error() const
{
    for (const auto &place : m_places) {
        if (place.answer && !*place.answer)
            return place.answer->error();
    }
    return {};
}

} // namespace simiao::viewer
