#pragma once

#include "pharmacy/models/counter.h"
#include "sdk/work_page.h"

class QAction;

namespace simiao::pharmacy {

class ChecksPanel;
class SheetPanel;
class WorklistPanel;

/// The pharmacist's page: what waits at the left, the prescription in the middle, checks and stock at the right.
class PharmacyPage : public sdk::WorkPage
{
    Q_OBJECT

public:
    explicit PharmacyPage(sdk::Desk *desk, QWidget *parent = nullptr);

private:
    void makeActions();
    void connectPanels();
    void offerStep();
    void returnToDoctor();
    void openChart(Id<administration::Patient> patient);
    void retranslate();

    Counter *m_counter;
    WorklistPanel *m_worklist;
    SheetPanel *m_sheet;
    ChecksPanel *m_checks;
    QAction *m_pass = nullptr;
    QAction *m_dispense = nullptr;
    QAction *m_handOver = nullptr;
    QAction *m_return = nullptr;
    QAction *m_goToList = nullptr;
    QAction *m_find = nullptr;
};

} // namespace simiao::pharmacy
