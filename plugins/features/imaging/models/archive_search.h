#pragma once

#include "workflow/context.h"
#include "workflow/ports/image_archive.h"

#include <QObject>

namespace simiao::viewer {

/// What the archives answer to a question about the patient of the visit. A newer question takes the place of one that is still
/// being answered. \thread GUI
class ArchiveSearch : public QObject
{
    Q_OBJECT

public:
    using Archives = std::vector<std::shared_ptr<workflow::ImageArchive>>;

    ArchiveSearch(workflow::Context context,
                  Archives archives,
                  Id<administration::Patient> patient,
                  QObject *parent = nullptr);
    ~ArchiveSearch() override;

    const Archives &archives() const { return m_archives; }
    /// The archive the studies below are in.
    const std::shared_ptr<workflow::ImageArchive> &archive() const { return m_archives.at(m_current); }

    /// \param archive  index into archives()
    void ask(std::size_t archive, const workflow::StudyQuery &query);
    void retry() { ask(m_current, m_query); }

    bool isAsking() const { return m_isAsking; }
    bool wasAsked() const { return m_wasAsked; }
    const std::optional<Error> &error() const { return m_error; }
    const workflow::StudyList &found() const { return m_found; }

Q_SIGNALS:
    void changed();

private:
    void take(int question, Result<workflow::StudyList> answer);

    workflow::Context m_context;
    Archives m_archives;
    Id<administration::Patient> m_patient;
    std::size_t m_current = 0;
    workflow::StudyQuery m_query;
    int m_question = 0; ///< answers carry the number of the question they belong to
    bool m_isAsking = false;
    bool m_wasAsked = false;
    std::optional<Error> m_error;
    workflow::StudyList m_found;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
