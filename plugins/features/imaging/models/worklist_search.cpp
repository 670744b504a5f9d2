#include "imaging/models/worklist_search.h"

#include "workflow/diagnostics/planned_steps.h"

#include <QCoroTask>

namespace simiao::viewer {

WorklistSearch::WorklistSearch(workflow::Context context, Servers servers, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_servers(std::move(servers))
{
}

WorklistSearch::~WorklistSearch()
{
    m_stop.request_stop();
}

void WorklistSearch::ask(std::size_t server, const workflow::WorklistQuery &query)
{
    m_stop.request_stop();
    m_stop = {};
    m_current = server;
    m_query = query;
    m_isAsking = true;
    m_error.reset();
    m_found = {};
    const int question = ++m_question;
    QCoro::connect(
        workflow::plannedSteps(m_context, m_servers.at(server), query, m_stop.get_token()), this,
        [this, question](Result<workflow::Worklist> answer) { take(question, std::move(answer)); });
    Q_EMIT changed();
}

void WorklistSearch::stop()
{
    if (m_isAsking)
        m_stop.request_stop();
}

void WorklistSearch::take(int question, Result<workflow::Worklist> answer)
{
    if (question != m_question)
        return;
    m_isAsking = false;
    if (answer)
        m_found = *std::move(answer);
    else
        m_error = answer.error();
    Q_EMIT changed();
}

} // namespace simiao::viewer
