#pragma once

#include "integration/dicomweb/server_settings.h"
#include "workflow/ports/noted_sending.h"

#include <QThreadPool>

namespace simiao::dicomweb {

class StudiesService;

/// A server of DICOMweb as an archive of images.
class DicomWebArchive : public workflow::ImageArchive, public workflow::NotedSending
{
public:
    /// \returns the errors of http::checked()
    static Result<std::shared_ptr<DicomWebArchive>> create(const ServerSettings &settings);
    /// Waits until what runs has ended, which takes as long as the disk does.
    ~DicomWebArchive() override;

    QString displayName() const override { return m_name; }
    Task<Result<workflow::ArchiveProof>> probe(std::stop_token stop) override;
    Task<Result<workflow::StudyList>> findStudies(workflow::StudyQuery query, std::stop_token stop) override;
    Task<Result<std::vector<workflow::ArchivedSeries>>> findSeries(QString studyInstanceUid,
                                                                   std::stop_token stop) override;
    Task<Result<workflow::ImageTransfer>> retrieve(workflow::Retrieval what,
                                                   std::shared_ptr<workflow::ObjectSink> sink,
                                                   workflow::TransferProgress progress,
                                                   std::stop_token stop) override;
    Task<Result<workflow::ImageTransfer>> send(QStringList files,
                                               workflow::TransferProgress progress,
                                               std::stop_token stop) override;
    Task<Result<workflow::ImageTransfer>> sendNoting(QStringList files,
                                                     workflow::FileSent sent,
                                                     workflow::TransferProgress progress,
                                                     std::stop_token stop) override;

private:
    DicomWebArchive(QString name, std::shared_ptr<StudiesService> service);

    QString m_name;
    std::shared_ptr<StudiesService> m_service;
    std::stop_source m_ending;
    QThreadPool m_pool; ///< apart from the program's: these threads wait for the network
};

} // namespace simiao::dicomweb
