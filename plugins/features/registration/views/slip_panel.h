#pragma once

#include "registration/models/front_desk.h"

#include <QWidget>

class QListView;

namespace simiao::ui {
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::registration {

/// The slip as handed out, its number readable across the counter, and the patient's earlier visits.
class SlipPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SlipPanel(FrontDesk *frontDesk, QWidget *parent = nullptr);

    void retranslate();

private:
    enum Line { Patient, VisitNumber, Department, Physician, Time, Fee, LineCount };

    QWidget *makeSlip();
    QWidget *makeVisits();
    void showSlip();
    void showVisits();

    FrontDesk *m_frontDesk;
    ui::PanelHeader *m_slipHeader;
    ui::TextLabel *m_numberCaption;
    ui::TextLabel *m_number;
    std::array<ui::TextLabel *, LineCount> m_labels{};
    std::array<ui::TextLabel *, LineCount> m_values{};
    ui::StateView *m_slipState;
    ui::PanelHeader *m_visitsHeader;
    QListView *m_visits;
    ui::StateView *m_visitsState;
};

} // namespace simiao::registration
