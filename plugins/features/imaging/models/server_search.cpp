#include "imaging/models/server_search.h"

namespace simiao::viewer {

ServerSearch::ServerSearch(QObject *parent)
    : QObject(parent)
{
}

ServerSearch::~ServerSearch()
{
    m_stop.request_stop();
}

void ServerSearch::stop()
{
    if (m_isAsking)
        m_stop.request_stop();
}

int ServerSearch::next()
{
    m_stop.request_stop();
    m_stop = {};
    m_isAsking = true;
    m_error.reset();
    return ++m_question;
}

void ServerSearch::end(const std::optional<Error> &error)
{
    m_isAsking = false;
    m_error = error;
    Q_EMIT changed();
}

} // namespace simiao::viewer
