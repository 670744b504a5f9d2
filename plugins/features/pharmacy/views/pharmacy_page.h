#pragma once

#include "pharmacy/models/counter.h"

#include <QWidget>

class QAction;

namespace simiao::pharmacy {

class ChecksPanel;
class SheetPanel;
class WorklistPanel;

/// The pharmacist's page: what waits at the left, the prescription in the middle, checks and stock at the right.
class PharmacyPage : public QWidget
{
    Q_OBJECT

public:
    explicit PharmacyPage(sdk::Desk *desk, QWidget *parent = nullptr);

private:
    QAction *addCommand(const QString &id, const QString &keys);
    void makeActions();
    void layOut();
    QWidget *makeActionBar();
    void connectPanels();
    void offerStep();
    void returnToDoctor();
    void retranslate();

    sdk::Desk *m_desk;
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
