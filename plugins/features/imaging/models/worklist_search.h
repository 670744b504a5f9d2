#pragma once

#include "workflow/context.h"
#include "workflow/ports/modality_worklist.h"

#include <QObject>

namespace simiao::viewer {

/// What a worklist server answers. A newer question takes the place of one that is still being answered. \thread GUI
class WorklistSearch : public QObject
{
    Q_OBJECT

public:
    using Servers = std::vector<std::shared_ptr<workflow::ModalityWorklist>>;

    WorklistSearch(workflow::Context context, Servers servers, QObject *parent = nullptr);
    ~WorklistSearch() override;

    const Servers &servers() const { return m_servers; }
    /// \param server  index into servers()
    void ask(std::size_t server, const workflow::WorklistQuery &query);
    void retry() { ask(m_current, m_query); }
    /// Waits no longer.
    void stop();

    bool isAsking() const { return m_isAsking; }
    const std::optional<Error> &error() const { return m_error; }
    const workflow::Worklist &found() const { return m_found; }

Q_SIGNALS:
    void changed();

private:
    void take(int question, Result<workflow::Worklist> answer);

    workflow::Context m_context;
    Servers m_servers;
    std::size_t m_current = 0;
    workflow::WorklistQuery m_query;
    int m_question = 0; ///< answers carry the number of the question they belong to
    bool m_isAsking = false;
    std::optional<Error> m_error;
    workflow::Worklist m_found;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
