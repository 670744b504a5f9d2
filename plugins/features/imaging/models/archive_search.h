#pragma once

#include "imaging/models/server_search.h"
#include "workflow/context.h"
#include "workflow/ports/image_archive.h"

namespace simiao::viewer {

/// What the archives answer to a question about the patient of the visit. \thread GUI
class ArchiveSearch : public ServerSearch
{
    Q_OBJECT

public:
    using Archives = std::vector<std::shared_ptr<workflow::ImageArchive>>;

    ArchiveSearch(workflow::Context context,
                  Archives archives,
                  Id<administration::Patient> patient,
                  QObject *parent = nullptr);

    const Archives &archives() const { return m_archives; }
    /// The archive the studies below are in.
    const std::shared_ptr<workflow::ImageArchive> &archive() const { return m_archives.at(m_current); }

    /// \param archive  index into archives()
    void ask(std::size_t archive, const workflow::StudyQuery &query);
    void retry() override { ask(m_current, m_query); }

    const workflow::StudyList &found() const { return m_found; }

private:
    workflow::Context m_context;
    Archives m_archives;
    Id<administration::Patient> m_patient;
    std::size_t m_current = 0;
    workflow::StudyQuery m_query;
    workflow::StudyList m_found;
};

} // namespace simiao::viewer
