#include "imaging/models/archive_search.h"

#include "workflow/diagnostics/archive_studies.h"

#include <QCoroTask>

#include <algorithm>
#include <tuple>

namespace simiao::viewer {

namespace {

/// The latest first, whatever the order of the archive; those without a date last.
workflow::StudyList inOrder(workflow::StudyList list)
{
    std::ranges::sort(list.studies, std::ranges::greater(), [](const workflow::ArchivedStudy &study) {
        return std::tuple(study.studyDate, study.studyTime, study.studyInstanceUid);
    });
    return list;
}

} // namespace

ArchiveSearch::ArchiveSearch(workflow::Context context,
                             Archives archives,
                             Id<administration::Patient> patient,
                             QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_archives(std::move(archives))
    , m_patient(patient)
{
}

ArchiveSearch::~ArchiveSearch()
{
    m_stop.request_stop();
}

void ArchiveSearch::ask(std::size_t archive, const workflow::StudyQuery &query)
{
    m_stop.request_stop();
    m_stop = {};
    m_current = archive;
    m_query = query;
    m_isAsking = m_wasAsked = true;
    m_error.reset();
    m_found = {};
    const int question = ++m_question;
    QCoro::connect(
        workflow::studiesInArchive(m_context, m_archives.at(archive), m_patient, query, m_stop.get_token()),
        this, [this, question](Result<workflow::StudyList> answer) { take(question, std::move(answer)); });
    Q_EMIT changed();
}

void ArchiveSearch::take(int question, Result<workflow::StudyList> answer)
{
    if (question != m_question)
        return;
    m_isAsking = false;
    if (answer)
        m_found = inOrder(*std::move(answer));
    else
        m_error = answer.error();
    Q_EMIT changed();
}

} // namespace simiao::viewer
