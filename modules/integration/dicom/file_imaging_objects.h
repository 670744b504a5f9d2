#pragma once

#include "integration/dicom/objects/written_files.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QThreadPool>

namespace simiao::dicom {

/// Objects in folders; what this program writes stands in a folder of the profile.
/// What somebody opens does not wait for what is listed or written.
/// Foreign bytes are parsed in another process (DecoderPool); most files are images, known by scans in this one.
/// Its destructor asks running work to stop and waits for it.
class FileImagingObjects : public workflow::ImagingObjects
{
public:
    /// \param folder   for what is written; made when it is needed
    /// \param decoder  the program that parses; empty: this process does
    explicit FileImagingObjects(const QString &folder,
                                std::shared_ptr<Disk> disk = systemDisk(),
                                const QString &decoder = decoderBesideProgram());
    ~FileImagingObjects() override;

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

    /// As DecoderPool. \thread any
    std::optional<Error> impairment() const;

private:
    WrittenFiles m_store;
    DecoderPool m_decoders;
    DecoderPool m_sources; ///< of what is written about; never closed: what somebody saves is saved
    QThreadPool m_pool;
    QThreadPool m_reading;
    std::stop_source m_closing;
};

} // namespace simiao::dicom
