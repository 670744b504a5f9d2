#pragma once

#include "core/task_scope.h"
#include "outpatient/models/queue_model.h"
#include "sdk/desk.h"
#include "workflow/consultation/open_visit.h"
#include "workflow/consultation/sign_visit.h"

#include <QAction>
#include <QStackedWidget>
#include <QWidget>

#include <map>

namespace simiao::ui {
class NoticeLine;
class NumberLabel;
} // namespace simiao::ui

namespace simiao::outpatient {

class OpenWorkPanel;
class QueuePanel;
class VisitConflict;
class VisitView;
class Withdrawing;

/// The consult screen: queue at the left, the open visit, actions below.
class ConsultPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConsultPage(sdk::Desk *desk, QWidget *parent = nullptr);
    ~ConsultPage() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *addAction(const QString &id, const QKeySequence &keys, void (ConsultPage::*act)());
    QWidget *actionBar();

    void callNext();
    void open(const QueueEntry &entry);
    void openRecord(Result<workflow::VisitRecord> record);
    void showView(VisitView *view);
    void sign();
    void signVisit(VisitView *view);
    void answerReturned(VisitView *view);
    void showSigned(VisitView *view, const Result<workflow::SignedVisit> &result);
    void showAnswered(VisitView *view, const Result<medications::Prescription> &result);
    void closeView(Id<scheduling::QueueTask> task);
    void reopen(Id<scheduling::QueueTask> task);
    void openChart(Id<administration::Patient> patient);
    void compare(VisitView *view);
    void recordAllergy();
    void goToReturned();
    void goToDrafts();
    void discardDraft();
    void nextTemplate();
    void withdraw();
    void readAllergies(VisitView *view);
    void goToQueue();
    void goToObstacle();

    void showBanner(const workflow::VisitRecord &record);
    void showObstacle(const workflow::SigningObstacle &obstacle);
    void showTotal();
    void updateActions();
    void retranslate();
    VisitView *currentView() const;

    sdk::Desk *m_desk;
    QueuePanel *m_queue;
    OpenWorkPanel *m_work;
    VisitConflict *m_conflict;
    Withdrawing *m_withdrawing;
    QStackedWidget *m_visits;
    QWidget *m_nobody;
    ui::NoticeLine *m_obstacle;
    ui::NumberLabel *m_total;
    QAction *m_sign;
    QAction *m_callNext;
    QAction *m_goToQueue;
    QAction *m_goToObstacle;
    QAction *m_recordAllergy;
    QAction *m_goToReturned;
    QAction *m_goToDrafts;
    QAction *m_discardDraft;
    QAction *m_nextTemplate;
    QAction *m_withdraw;
    std::map<Id<scheduling::QueueTask>, VisitView *> m_views;
    bool m_isBusy = false;
};

} // namespace simiao::outpatient
