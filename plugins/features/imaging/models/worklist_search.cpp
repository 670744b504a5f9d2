#include "imaging/models/worklist_search.h"

#include "workflow/diagnostics/planned_steps.h"

namespace simiao::viewer {

WorklistSearch::WorklistSearch(workflow::Context context, Servers servers, QObject *parent)
    : ServerSearch(parent)
    , m_context(std::move(context))
    , m_servers(std::move(servers))
{
}

void WorklistSearch::ask(std::size_t server, const workflow::WorklistQuery &query)
{
    m_current = server;
    m_query = query;
    begin(m_found, [this](const std::stop_token &stop) {
        return workflow::plannedSteps(m_context, m_servers.at(m_current), m_query, stop);
    });
}

} // namespace simiao::viewer
