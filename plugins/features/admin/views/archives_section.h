#pragma once

#include "admin/models/archive_work.h"
#include "admin/views/section.h"

class QTableView;

namespace simiao::ui {
class LoadingBar;
class NoticeLine;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

class ArchiveForm;

/// Where images come from: this workstation's own address, archives and worklists, and the film printers they are printed by. Left: the list; right: what the open one is set
/// up with, and what came of asking it.
class ArchivesSection : public Section
{
    Q_OBJECT

public:
    explicit ArchivesSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void layOut();
    QWidget *makeLeft();
    QWidget *makeRight() const;
    void connectParts();
    void enterNew();
    void follow();
    void showCurrent();
    void answer(int index);
    void offerActions();

    ArchiveWork *m_work;
    ui::PanelHeader *m_header;
    QTableView *m_table;
    ui::StateView *m_state;
    ArchiveForm *m_form;
    ui::LoadingBar *m_bar;
    ui::NoticeLine *m_notice;
    QAction *m_save = nullptr;
    QAction *m_test = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_new = nullptr;
    QAction *m_prefer = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_clear = nullptr;
    bool m_isShowing = false; ///< what becomes current was not chosen by anybody
};

} // namespace simiao::admin
