#include "workflow/diagnostics/study_characters.h"

#include "workflow/commit_and_load.h"

#include <QRegularExpression>

#include <algorithm>

namespace simiao::workflow {

namespace {

/// Defined terms are code strings (PS3.5 6.2: CS), eight of them at most.
bool isPossible(const QString &characterSet)
{
    static const QRegularExpression shape(QStringLiteral(R"(^[A-Z0-9_ \\]{0,128}$)"));
    return shape.match(characterSet).hasMatch();
}

QString setFor(const ChosenCharacters &chosen, const QString &studyInstanceUid)
{
    const auto found = chosen.find(studyInstanceUid);
    return found == chosen.end() ? QString() : found->second;
}

/// Where those stand that are to be read by another set, by that set.
template <typename T>
std::map<QString, std::vector<std::size_t>> misread(const std::vector<T> &all, const ChosenCharacters &chosen)
{
    std::map<QString, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto wanted = setFor(chosen, all[i].studyInstanceUid);
        if (wanted != all[i].characterSet)
            places[wanted].push_back(i);
    }
    return places;
}

template <typename T>
std::vector<T> thoseAt(const std::vector<std::size_t> &places, const std::vector<T> &all)
{
    std::vector<T> chosen;
    for (const auto place : places)
        chosen.push_back(all[place]);
    return chosen;
}

ImageSeries contentOf(SeriesReading reading)
{
    return std::move(reading.series);
}

ImagingObject contentOf(ImagingObject object)
{
    return object;
}

template <typename Source, typename T>
Task<Result<std::vector<T>>> readAgain(std::shared_ptr<Source> source,
                                       std::vector<T> all,
                                       ChosenCharacters chosen,
                                       std::stop_token stop)
{
    const auto wrong = misread(all, chosen);
    for (const auto &[characterSet, places] : wrong) {
        auto reading = source->readTexts(thoseAt(places, all), characterSet, stop);
        auto answer = co_await reading;
        if (stop.stop_requested())
            co_return cancelled();
        if (!answer || answer->size() != places.size())
            continue;
        for (std::size_t i = 0; i < places.size(); ++i)
            all[places[i]] = contentOf(std::move((*answer)[i]));
    }
    co_return Result<std::vector<T>>(std::move(all));
}

template <typename T, typename Source>
Task<Result<std::vector<T>>> listAndRead(std::shared_ptr<Source> source,
                                         QString location,
                                         ChosenCharacters chosen,
                                         std::stop_token stop)
{
    auto listing = source->list(location, stop);
    CO_TRY(auto found, co_await listing);
    auto reading = readAgain(source, std::move(found), chosen, stop);
    co_return co_await reading;
}

} // namespace

ChosenCharacters chosenCharacters(const std::vector<diagnostics::ImagingStudy> &studies)
{
    ChosenCharacters chosen;
    for (const auto &study : studies) {
        if (study.characterSet)
            chosen.emplace(study.studyInstanceUid, *study.characterSet);
    }
    return chosen;
}

Task<Result<diagnostics::ImagingStudy>> chooseCharacters(Context context,
                                                         Uuid command,
                                                         Id<diagnostics::ImagingStudy> studyId,
                                                         QString characterSet)
{
    auto authorising = authorise(context, QStringLiteral("imaging.attach"));
    CO_TRY_VOID(co_await authorising);
    if (!isPossible(characterSet))
        co_return Error{ErrorKind::Invalid, QStringLiteral("imaging.charset-unknown"), characterSet};
    auto loading = load(context.store, studyId);
    CO_TRY(auto study, co_await loading);
    study.characterSet = characterSet.isEmpty() ? std::nullopt : std::optional(characterSet);
    auto work = context.begin(command, QStringLiteral("imaging.characters"), study.patient,
                              QStringLiteral("characters=%1")
                                  .arg(characterSet.isEmpty() ? QStringLiteral("declared") : characterSet));
    work.update(study);
    auto storing = commitAndLoad(context, std::move(work), studyId);
    co_return co_await storing;
}

Task<Result<std::vector<ImageSeries>>> listInChosenCharacters(std::shared_ptr<ImageSource> source,
                                                              QString location,
                                                              ChosenCharacters chosen,
                                                              std::stop_token stop)
{
    return listAndRead<ImageSeries>(std::move(source), std::move(location), std::move(chosen),
                                    std::move(stop));
}

Task<Result<std::vector<ImagingObject>>> listInChosenCharacters(std::shared_ptr<ImagingObjects> source,
                                                                QString location,
                                                                ChosenCharacters chosen,
                                                                std::stop_token stop)
{
    return listAndRead<ImagingObject>(std::move(source), std::move(location), std::move(chosen),
                                      std::move(stop));
}

Task<Result<std::vector<ImageSeries>>> inChosenCharacters(std::shared_ptr<ImageSource> source,
                                                          std::vector<ImageSeries> series,
                                                          ChosenCharacters chosen,
                                                          std::stop_token stop)
{
    return readAgain(std::move(source), std::move(series), std::move(chosen), std::move(stop));
}

Task<Result<std::vector<ImagingObject>>> inChosenCharacters(std::shared_ptr<ImagingObjects> source,
                                                            std::vector<ImagingObject> objects,
                                                            ChosenCharacters chosen,
                                                            std::stop_token stop)
{
    return readAgain(std::move(source), std::move(objects), std::move(chosen), std::move(stop));
}

Task<std::vector<SeriesReading>> doubtfulNames(std::shared_ptr<ImageSource> source,
                                               std::vector<ImageSeries> series,
                                               std::stop_token stop)
{
    std::erase_if(series, [](const ImageSeries &one) { return !one.characterSet.isEmpty(); });
    auto asking = source->readTexts(std::move(series), {}, stop);
    auto declared = co_await asking;
    std::vector<SeriesReading> doubtful;
    if (!declared)
        co_return std::vector<SeriesReading>();
    for (auto &one : *declared) {
        if (one.likelier.isEmpty()) {
            if (!one.isClean)
                doubtful.push_back(std::move(one));
            continue;
        }
        auto reading = source->readTexts({one.series}, one.likelier, stop);
        auto likelier = co_await reading;
        if (likelier && !likelier->empty() && likelier->front().isClean)
            doubtful.push_back(std::move(likelier->front()));
    }
    co_return std::vector<SeriesReading>(std::move(doubtful));
}

} // namespace simiao::workflow
