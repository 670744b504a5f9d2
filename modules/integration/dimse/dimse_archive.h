#pragma once

#include "integration/dimse/conversations.h"
#include "integration/dimse/destination.h"
#include "integration/dimse/listener.h"
#include "workflow/ports/noted_sending.h"
#include "workflow/ports/storage_commitment.h"

namespace simiao::dimse {

/// An archive that speaks DICOM's own protocol. Destroying it waits for what is under way, a second at most.
class DimseArchive : public workflow::ImageArchive,
                     public workflow::NotedSending,
                     public workflow::StorageCommitment
{
public:
    /// \param place  where the archive calls us for C-MOVE and with reports of storage commitment; of no meaning for C-GET
    DimseArchive(Destination peer, ListeningPlace place);

    QString displayName() const override { return m_peer.name; }

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

    std::chrono::seconds confirmationPatience() const override { return m_peer.commitment; }
    Task<Result<workflow::StorageConfirmation>> confirm(QStringList files, std::stop_token stop) override;

private:
    const Destination m_peer;
    const ListeningPlace m_place;
    Conversations m_conversations;
};

} // namespace simiao::dimse
