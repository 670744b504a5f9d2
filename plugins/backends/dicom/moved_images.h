#pragma once

#include "workflow/ports/frame_places.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"
#include "workflow/ports/left_behind.h"

#include <QStringList>

namespace simiao::dicom {

/// Images of a profile that stood elsewhere when they were attached: places below one of the former folders are looked for
/// below the folder of today, all others where they say.
class MovedImages : public workflow::ImageSource, public workflow::FramePlaces, public workflow::PlaceRemains
{
public:
    MovedImages(std::shared_ptr<workflow::ImageSource> source, QString folder, QStringList formerFolders);

    Task<Result<std::vector<workflow::ImageSeries>>> list(QString location, std::stop_token stop) override;
    Task<Result<std::shared_ptr<const imaging::Frame>>> frame(workflow::ImageInstance instance,
                                                              int frameIndex,
                                                              std::stop_token stop) override;
    Task<Result<std::shared_ptr<const imaging::Frame>>> preview(workflow::ImageInstance instance,
                                                                int frameIndex,
                                                                std::stop_token stop) override;
    Task<Result<std::vector<workflow::SeriesReading>>> readTexts(std::vector<workflow::ImageSeries> series,
                                                                 QString characterSet,
                                                                 std::stop_token stop) override;
    void prepare() override { m_source->prepare(); }
    std::optional<Error> impairment() const override { return m_source->impairment(); }
    Task<Result<std::vector<imaging::SlicePlane>>> framePlanes(workflow::ImageInstance instance,
                                                               std::stop_token stop) override;
    Task<Result<workflow::LeftBehind>> leftBehind(QString location,
                                                  workflow::TakenFiles taken,
                                                  std::stop_token stop) override;
    Task<Result<imaging::VolumePtr>> volume(workflow::VolumeOrder order, std::stop_token stop) override;

protected:
    QString placeNow(const QString &location) const;

private:
    std::shared_ptr<workflow::ImageSource> m_source;
    QString m_folder;
    QStringList m_formerFolders;
};

/// The same for objects that are no images. What is written stands where it stood: below the folder of today.
class MovedObjects : public workflow::ImagingObjects
{
public:
    MovedObjects(std::shared_ptr<workflow::ImagingObjects> objects,
                 QString folder,
                 QStringList formerFolders);

    Task<Result<std::vector<workflow::ImagingObject>>> list(QString location, std::stop_token stop) override;
    Task<Result<std::vector<workflow::ImportHeader>>> examine(QString location,
                                                              std::stop_token stop) override;
    Task<Result<std::vector<workflow::ImagingObject>>> readTexts(std::vector<workflow::ImagingObject> objects,
                                                                 QString characterSet,
                                                                 std::stop_token stop) override;
    Task<Result<workflow::ImagingObjectContent>> read(workflow::ImagingObject object,
                                                      std::stop_token stop) override;
    Task<Result<std::vector<workflow::ImagingObject>>> written(QString patient,
                                                               std::stop_token stop) override;
    Task<Result<std::vector<workflow::ImagingObject>>> saveMeasurements(
        QString patient,
        std::vector<workflow::MeasuredPicture> pictures,
        workflow::Authorship by) override;
    Task<Result<std::vector<workflow::ImagingObject>>> saveKeyImages(
        QString patient,
        std::vector<workflow::KeyPicture> pictures,
        workflow::Authorship by) override;

private:
    std::shared_ptr<workflow::ImagingObjects> m_objects;
    QString m_folder;
    QStringList m_formerFolders;
};

} // namespace simiao::dicom
