#pragma once

#include "integration/dimse/conversations.h"
#include "integration/dimse/destination.h"
#include "workflow/ports/modality_worklist.h"

namespace simiao::dimse {

/// A worklist server that speaks DICOM's own protocol. Destroying it waits for what is under way, a second at most.
class DimseWorklist : public workflow::ModalityWorklist
{
public:
    explicit DimseWorklist(Destination server);

    QString displayName() const override { return m_server.name; }

    Task<Result<workflow::ArchiveProof>> probe(std::stop_token stop) override;
    Task<Result<workflow::Worklist>> find(workflow::WorklistQuery query, std::stop_token stop) override;

private:
    const Destination m_server;
    Conversations m_conversations;
};

} // namespace simiao::dimse
