#include "imaging/models/place_listing.h"

#include "core/try.h"
#include "imaging/models/object_words.h"

#include <algorithm>

namespace simiao::viewer {

namespace {

using workflow::ImageSeries;

void addObjects(PlaceListing &listing, const std::vector<workflow::ImagingObject> &objects)
{
    for (const auto &object : objects) {
        listing.files.append(object.location);
        listing.sopInstanceUids.insert(object.sopInstanceUid);
        const bool isKnown = std::ranges::any_of(listing.series, [&object](const ImageSeries &series) {
            return series.seriesInstanceUid == object.seriesInstanceUid
                && series.studyInstanceUid == object.studyInstanceUid;
        });
        if (!isKnown)
            listing.series.push_back(seriesOf(object));
    }
}

} // namespace

Task<Result<PlaceListing>> listPlaces(std::shared_ptr<workflow::ImageSource> source,
                                      std::shared_ptr<workflow::ImagingObjects> objects,
                                      QStringList locations,
                                      workflow::ChosenCharacters characters,
                                      std::stop_token stop)
{
    PlaceListing listing;
    for (const auto &location : std::as_const(locations)) {
        auto picturing = workflow::listInChosenCharacters(source, location, characters, stop);
        const auto pictures = co_await picturing;
        if (!pictures && !(objects && pictures.error().code == QLatin1String("imaging.no-images")))
            co_return pictures.error();
        if (pictures) {
            for (const auto &series : *pictures) {
                listing.series.push_back(series);
                for (const auto &instance : series.instances) {
                    listing.files.append(instance.location);
                    listing.sopInstanceUids.insert(instance.sopInstanceUid);
                }
            }
        }
        if (objects) {
            auto reading = workflow::listInChosenCharacters(objects, location, characters, stop);
            CO_TRY(const auto others, co_await reading);
            addObjects(listing, others);
        }
        if (listing.series.empty())
            co_return pictures ? Error{ErrorKind::Invalid, QStringLiteral("imaging.no-images")}
                               : pictures.error();
    }
    listing.files.removeDuplicates();
    co_return listing;
}

} // namespace simiao::viewer
