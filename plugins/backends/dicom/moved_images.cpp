#include "moved_images.h"

namespace simiao::dicom {

namespace {

QString movedPlace(const QString &location, const QString &folder, const QStringList &formerFolders)
{
    for (const auto &former : formerFolders) {
        if (location == former || location.startsWith(former + u'/'))
            return folder + location.mid(former.size());
    }
    return location;
}

} // namespace

MovedImages::MovedImages(std::shared_ptr<workflow::ImageSource> source,
                         QString folder,
                         QStringList formerFolders)
    : m_source(std::move(source))
    , m_folder(std::move(folder))
    , m_formerFolders(std::move(formerFolders))
{
}

QString MovedImages::placeNow(const QString &location) const
{
    return movedPlace(location, m_folder, m_formerFolders);
}

Task<Result<std::vector<workflow::ImageSeries>>> MovedImages::list(QString location, std::stop_token stop)
{
    return m_source->list(placeNow(location), std::move(stop));
}

Task<Result<std::shared_ptr<const imaging::Frame>>> MovedImages::frame(workflow::ImageInstance instance,
                                                                       int frameIndex,
                                                                       std::stop_token stop)
{
    return m_source->frame(std::move(instance), frameIndex, std::move(stop));
}

Task<Result<std::shared_ptr<const imaging::Frame>>> MovedImages::preview(workflow::ImageInstance instance,
                                                                         int frameIndex,
                                                                         std::stop_token stop)
{
    return m_source->preview(std::move(instance), frameIndex, std::move(stop));
}

Task<Result<std::vector<imaging::SlicePlane>>> MovedImages::framePlanes(workflow::ImageInstance instance,
                                                                        std::stop_token stop)
{
    auto *places = dynamic_cast<workflow::FramePlaces *>(m_source.get());
    if (places == nullptr)
        co_return std::vector<imaging::SlicePlane>();
    auto planes = places->framePlanes(std::move(instance), std::move(stop));
    co_return co_await planes;
}

Task<Result<workflow::LeftBehind>> MovedImages::leftBehind(QString location,
                                                           workflow::TakenFiles taken,
                                                           std::stop_token stop)
{
    auto *remains = dynamic_cast<workflow::PlaceRemains *>(m_source.get());
    if (remains == nullptr)
        co_return workflow::LeftBehind{};
    auto counting = remains->leftBehind(placeNow(location), std::move(taken), std::move(stop));
    co_return co_await counting;
}

Task<Result<imaging::VolumePtr>> MovedImages::volume(workflow::VolumeOrder order, std::stop_token stop)
{
    return m_source->volume(std::move(order), std::move(stop));
}

Task<Result<std::vector<workflow::SeriesReading>>> MovedImages::readTexts(
    std::vector<workflow::ImageSeries> series,
    QString characterSet,
    std::stop_token stop)
{
    return m_source->readTexts(std::move(series), std::move(characterSet), std::move(stop));
}

MovedObjects::MovedObjects(std::shared_ptr<workflow::ImagingObjects> objects,
                           QString folder,
                           QStringList formerFolders)
    : m_objects(std::move(objects))
    , m_folder(std::move(folder))
    , m_formerFolders(std::move(formerFolders))
{
}

Task<Result<std::vector<workflow::ImagingObject>>> MovedObjects::list(QString location, std::stop_token stop)
{
    return m_objects->list(movedPlace(location, m_folder, m_formerFolders), std::move(stop));
}

Task<Result<std::vector<workflow::ImportHeader>>> MovedObjects::examine(QString location,
                                                                        std::stop_token stop)
{
    return m_objects->examine(movedPlace(location, m_folder, m_formerFolders), std::move(stop));
}

Task<Result<std::vector<workflow::ImagingObject>>> MovedObjects::readTexts(
    std::vector<workflow::ImagingObject> objects,
    QString characterSet,
    std::stop_token stop)
{
    return m_objects->readTexts(std::move(objects), std::move(characterSet), std::move(stop));
}

Task<Result<workflow::ImagingObjectContent>> MovedObjects::read(workflow::ImagingObject object,
                                                                std::stop_token stop)
{
    return m_objects->read(std::move(object), std::move(stop));
}

Task<Result<std::vector<workflow::ImagingObject>>> MovedObjects::written(QString patient,
                                                                         std::stop_token stop)
{
    return m_objects->written(std::move(patient), std::move(stop));
}

Task<Result<std::vector<workflow::ImagingObject>>> MovedObjects::saveMeasurements(
    QString patient,
    std::vector<workflow::MeasuredPicture> pictures,
    workflow::Authorship by)
{
    return m_objects->saveMeasurements(std::move(patient), std::move(pictures), std::move(by));
}

Task<Result<std::vector<workflow::ImagingObject>>> MovedObjects::saveKeyImages(
    QString patient,
    std::vector<workflow::KeyPicture> pictures,
    workflow::Authorship by)
{
    return m_objects->saveKeyImages(std::move(patient), std::move(pictures), std::move(by));
}

} // namespace simiao::dicom
