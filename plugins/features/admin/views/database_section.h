#pragma once

#include "admin/models/database_care.h"
#include "admin/views/section.h"
#include "ui/widgets/view_state.h"

class QStackedWidget;
class QTableView;

namespace simiao::ui {
class LabelRow;
class LoadingBar;
class NoticeLine;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

class PathField;

/// Copying the database, checking it, verifying the trail in it; what came of it below.
class DatabaseSection : public Section
{
    Q_OBJECT

public:
    explicit DatabaseSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

private:
    void makeActions();
    QStackedWidget *makeResults();
    void layOut();
    void showCare();
    void offerActions();
    ui::ViewState state() const;

    DatabaseCare *m_care;
    ui::PanelHeader *m_header;
    PathField *m_path;
    ui::LabelRow *m_pathRow;
    ui::LoadingBar *m_bar;
    ui::NoticeLine *m_notice;
    QTableView *m_contents = nullptr;
    QTableView *m_problems = nullptr;
    QStackedWidget *m_results;
    ui::StateView *m_state;
    QAction *m_backUp = nullptr;
    QAction *m_check = nullptr;
    QAction *m_verify = nullptr;
};

} // namespace simiao::admin
