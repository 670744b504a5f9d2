#pragma once

#include "integration/dicom/objects/written_files.h"

#include <QThreadPool>

namespace simiao::dicom {

/// Objects in folders; what this program writes stands in a folder of the profile.
/// Its destructor asks running work to stop and waits for it.
class FileImagingObjects : public workflow::ImagingObjects
{
public:
    /// \param folder  for what is written; made when it is needed
    explicit FileImagingObjects(const QString &folder, std::shared_ptr<Disk> disk = systemDisk());
    ~FileImagingObjects() override;

    Task<Result<std::vector<workflow::ImagingObject>>> list(QString location, std::stop_token stop) override;
    Task<Result<std::vector<workflow::ImportHeader>>> examine(QString location,
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
    WrittenFiles m_store;
    QThreadPool m_pool;
    std::stop_source m_closing;
};

} // namespace simiao::dicom
