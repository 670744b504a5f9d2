#pragma once

#include "imaging/models/server_search.h"
#include "workflow/context.h"
#include "workflow/ports/modality_worklist.h"

namespace simiao::viewer {

/// What a worklist server answers. \thread GUI
class WorklistSearch : public ServerSearch
{
    Q_OBJECT

public:
    using Servers = std::vector<std::shared_ptr<workflow::ModalityWorklist>>;

    WorklistSearch(workflow::Context context, Servers servers, QObject *parent = nullptr);

    const Servers &servers() const { return m_servers; }
    /// \param server  index into servers()
    void ask(std::size_t server, const workflow::WorklistQuery &query);
    void retry() override { ask(m_current, m_query); }

    const workflow::Worklist &found() const { return m_found; }

private:
    workflow::Context m_context;
    Servers m_servers;
    std::size_t m_current = 0;
    workflow::WorklistQuery m_query;
    workflow::Worklist m_found;
};

} // namespace simiao::viewer
