#pragma once

#include "drafts/file_draft_journal.h"
#include "shell/workstation.h"

#include <QMap>
#include <QTimer>

namespace simiao::shell {

class SessionDesk;

/// What the program itself has to tell whoever works: plugins that stay out, drafts of an earlier day, a copy of the database
/// that is overdue, a display that was closed, a screen that is gone. Posted as notifications, in the language of the moment.
class SessionNotices : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. \param journal  of the person's drafts
    SessionNotices(const Workstation &workstation,
                   SessionDesk *desk,
                   const drafts::FileDraftJournal *journal,
                   QObject *parent = nullptr);

    /// Posts all that is so now; again after a change of language or settings.
    void tellAll();
    void tellDrafts();
    /// \param titles  of the panels that are back on their pages
    void tellScreenLost(const QStringList &titles);

private:
    void tellPlugins();
    void tellDecoder();
    void tellClock();
    void tellReadOnly();
    void askForBackup();
    void tellBackup(std::optional<Instant> last);
    void watchDisplays();
    void tellDisplays();
    void tellScreen();

    const Workstation &m_workstation;
    SessionDesk *m_desk;
    const drafts::FileDraftJournal *m_journal;
    QTimer m_hourly;
    QMap<QString, Instant> m_closedDisplays; ///< when each was closed, by name
    QStringList m_lostPanels;
    Instant m_lostAt;
};

} // namespace simiao::shell
