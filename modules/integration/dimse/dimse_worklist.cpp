#include "integration/dimse/dimse_worklist.h"

#include "integration/dimse/worklist.h"

#include <utility>

namespace simiao::dimse {

DimseWorklist::DimseWorklist(Destination server)
    : m_server(std::move(server))
{
}

Task<Result<workflow::ArchiveProof>> DimseWorklist::probe(std::stop_token stop)
{
    return m_conversations.begin(std::move(stop), [server = m_server](const std::stop_token &either) {
        return echoWorklist(server, either);
    });
}

Task<Result<workflow::Worklist>> DimseWorklist::find(workflow::WorklistQuery query, std::stop_token stop)
{
    return m_conversations.begin(
        std::move(stop), [server = m_server, query = std::move(query)](const std::stop_token &either) {
            return findSteps(server, query, either);
        });
}

} // namespace simiao::dimse
