#pragma once

#include "registration/models/front_desk.h"

#include <QWidget>

class QStackedWidget;

namespace simiao::ui {
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::registration {

class PatientFacts;
class PatientFields;

/// Who stands at the counter: nobody yet, somebody on record, or a form for somebody new.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(FrontDesk *frontDesk, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    PatientFields *fields() const { return m_fields; }
    void retranslate();

private:
    void showPatient();

    FrontDesk *m_frontDesk;
    ui::PanelHeader *m_header;
    ui::TextLabel *m_mrn;
    PatientFacts *m_facts;
    PatientFields *m_fields;
    QStackedWidget *m_pages;
    ui::StateView *m_state;
};

} // namespace simiao::registration
