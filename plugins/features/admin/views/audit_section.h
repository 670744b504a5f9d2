#pragma once

#include "admin/views/section.h"

namespace simiao::ui {
class LabelRow;
class LoadingBar;
class NoticeLine;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::admin {

class AuditFilters;
class AuditTablePanel;
class AuditTrail;
class ChainCheck;
class PathField;

/// Who did what: the trail by what is asked for, its proof, and a file of it.
class AuditSection : public Section
{
    Q_OBJECT

public:
    explicit AuditSection(sdk::Desk *desk, QWidget *parent = nullptr);

    void enter() override;
    void retranslate() override;

private:
    void makeActions();
    void layOut();
    void connectParts();
    void offerActions();
    void showNotices();

    AuditTrail *m_trail;
    ChainCheck *m_chain;
    ui::PanelHeader *m_header;
    AuditFilters *m_filters;
    AuditTablePanel *m_events;
    ui::LoadingBar *m_bar;
    ui::NoticeLine *m_chainNotice;
    ui::NoticeLine *m_exportNotice;
    PathField *m_path;
    ui::LabelRow *m_pathRow;
    QAction *m_verify = nullptr;
    QAction *m_export = nullptr;
    QAction *m_reload = nullptr;
    QAction *m_find = nullptr;
};

} // namespace simiao::admin
