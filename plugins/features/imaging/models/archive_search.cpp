#include "imaging/models/archive_search.h"

#include "workflow/diagnostics/archive_studies.h"

namespace simiao::viewer {

ArchiveSearch::ArchiveSearch(workflow::Context context,
                             Archives archives,
                             Id<administration::Patient> patient,
                             QObject *parent)
    : ServerSearch(parent)
    , m_context(std::move(context))
    , m_archives(std::move(archives))
    , m_patient(patient)
{
}

void ArchiveSearch::ask(std::size_t archive, const workflow::StudyQuery &query)
{
    m_current = archive;
    m_query = query;
    begin(m_found, [this](const std::stop_token &stop) {
        return workflow::studiesInArchive(m_context, m_archives.at(m_current), m_patient, m_query, stop);
    });
}

} // namespace simiao::viewer
