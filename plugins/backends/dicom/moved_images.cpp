#include "moved_images.h"

namespace simiao::dicom {

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
    for (const auto &former : m_formerFolders) {
        if (location == former || location.startsWith(former + u'/'))
            return m_folder + location.mid(former.size());
    }
    return location;
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

Task<Result<imaging::VolumePtr>> MovedImages::volume(workflow::VolumeOrder order, std::stop_token stop)
{
    return m_source->volume(std::move(order), std::move(stop));
}

} // namespace simiao::dicom
