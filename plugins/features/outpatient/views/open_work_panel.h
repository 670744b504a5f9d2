#pragma once

#include "outpatient/models/queue_model.h"
#include "sdk/known_state.h"
#include "workflow/consultation/answer_returned.h"
#include "workflow/consultation/unsigned_drafts.h"

#include <QWidget>

namespace simiao::ui {
class NoticeLine;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::outpatient {

class WorkList;
struct WorkLine;

/// What waits besides the queue: prescriptions that the pharmacist returned, with her words, and visits of earlier days that
/// are written and not signed. Follows the change feed.
class OpenWorkPanel : public QWidget
{
    Q_OBJECT

public:
    explicit OpenWorkPanel(sdk::Desk *desk, QWidget *parent = nullptr);

    ui::PanelHeader *returnedHeader() const;
    ui::PanelHeader *draftsHeader() const;
    /// Puts the focus on the list; says so when it is empty.
    void goToReturned();
    void goToDrafts();
    /// Asks whether the current draft may go.
    void askToDiscard();
    void reload();
    void retranslate();

Q_SIGNALS:
    /// Somebody opens the visit.
    void chosen(const simiao::outpatient::QueueEntry &entry);
    /// What is shown of this visit must be closed first: it would write its draft again.
    void aboutToDiscard(simiao::Id<simiao::scheduling::QueueTask> task);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readReturned();
    void readDrafts();
    void showReturned();
    void showDrafts();
    void openDraft(int row);
    void openReturned(int row);
    void answerDiscard(int action);
    void discard();
    WorkLine lineOf(const workflow::UnsignedDraft &draft) const;

    sdk::Desk *m_desk;
    WorkList *m_returnedList;
    WorkList *m_draftList;
    ui::NoticeLine *m_question;
    sdk::KnownState *m_returnedKnown;
    sdk::KnownState *m_draftsKnown;
    std::vector<workflow::ReturnedPrescription> m_returned;
    std::vector<workflow::UnsignedDraft> m_drafts;
    std::optional<workflow::UnsignedDraft> m_asked; ///< whose discarding is asked about
};

} // namespace simiao::outpatient
