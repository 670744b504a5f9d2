#pragma once

#include "workflow/ports/image_source.h"

#include <QStringList>

namespace simiao::dicom {

/// Images of a profile that stood elsewhere when they were attached: places below one of the former folders are looked for
/// below the folder of today, all others where they say.
class MovedImages : public workflow::ImageSource
{
public:
    MovedImages(std::shared_ptr<workflow::ImageSource> source, QString folder, QStringList formerFolders);

    Task<Result<std::vector<workflow::ImageSeries>>> list(QString location, std::stop_token stop) override;
    Task<Result<std::shared_ptr<const imaging::Frame>>> frame(workflow::ImageInstance instance,
                                                              int frameIndex,
                                                              std::stop_token stop) override;
    void prepare() override { m_source->prepare(); }
    std::optional<Error> impairment() const override { return m_source->impairment(); }
    Task<Result<imaging::VolumePtr>> volume(workflow::VolumeOrder order, std::stop_token stop) override;

private:
    QString placeNow(const QString &location) const;

    std::shared_ptr<workflow::ImageSource> m_source;
    QString m_folder;
    QStringList m_formerFolders;
};

} // namespace simiao::dicom
