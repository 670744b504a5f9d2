#pragma once

#include "admin/models/form_journal.h"
#include "admin/models/package_work.h"
#include "admin/views/section.h"

class QLineEdit;

namespace simiao::ui {
class LabelRow;
class LoadingBar;
class NoticeLine;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

class PackagesPanel;

/// Rules, words and templates that the hospital may replace: what holds, the versions of it, what differs; below, the file
/// that is to become a version and the reason for what is done.
class PackagesSection : public Section
{
    Q_OBJECT

public:
    explicit PackagesSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void layOut();
    void connectParts();
    void chooseFile();
    void check();
    void showWork();
    void forgetReason();
    /// Asks for the reason where an act cannot do without one. \returns whether there is one
    bool hasReason();

    PackageShelf *m_shelf;
    PackageWork *m_work;
    FormJournal m_journal;
    ui::PanelHeader *m_header;
    PackagesPanel *m_panel;
    ui::StateView *m_state;
    ui::LoadingBar *m_bar;
    ui::NoticeLine *m_notice;
    QLineEdit *m_path;
    QLineEdit *m_reason;
    ui::LabelRow *m_pathRow;
    ui::LabelRow *m_reasonRow;
    QAction *m_check = nullptr;
    QAction *m_install = nullptr;
    QAction *m_activate = nullptr;
    QAction *m_rollBack = nullptr;
    QAction *m_compareFrom = nullptr;
    QAction *m_choose = nullptr;
    QAction *m_export = nullptr;
};

} // namespace simiao::admin
