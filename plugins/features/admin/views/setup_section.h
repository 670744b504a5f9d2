#pragma once

#include "admin/models/setup_book.h"
#include "admin/views/section.h"

class QTableView;

namespace simiao::ui {
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::admin {

class StepView;

/// Setting the hospital up: the check-list of what it needs above, the step that is looked at below. Each step can be left out
/// and returned to.
class SetupSection : public Section
{
    Q_OBJECT

public:
    explicit SetupSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

Q_SIGNALS:
    void accountsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeActions();
    void layOut();
    void connectParts();
    void choose(const QModelIndex &index);
    void showBook();
    void showFirstOpen();
    void offerActions();

    SetupBook *m_book;
    ui::PanelHeader *m_header;
    ui::TextLabel *m_progress;
    QTableView *m_steps;
    ui::StateView *m_state;
    StepView *m_view;
    QAction *m_apply = nullptr;
    QAction *m_tryOut = nullptr;
    QAction *m_choose = nullptr;
    QAction *m_template = nullptr;
    QAction *m_addDepartment = nullptr;
    QAction *m_exportRejects = nullptr;
    QAction *m_sort = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_leaveOut = nullptr;
    bool m_wasRunning = false;
    bool m_isChosen = false; ///< somebody, or this page at first, has chosen a step
};

} // namespace simiao::admin
