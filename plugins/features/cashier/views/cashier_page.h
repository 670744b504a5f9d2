#pragma once

#include "cashier/models/till.h"
#include "sdk/work_page.h"

class QAction;

namespace simiao::cashier {

class ChargesPanel;
class PaymentPanel;
class ReceiptsPanel;
class VisitsPanel;

/// The cashier's page: visits to pay at the left, charges and money in the middle, receipts at the right.
class CashierPage : public sdk::WorkPage
{
    Q_OBJECT

public:
    explicit CashierPage(sdk::Desk *desk, QWidget *parent = nullptr);

private:
    void makeActions();
    void layOut();
    void connectPanels();
    void pay();
    void openChart(Id<administration::Patient> patient);
    void retranslate();

    Till *m_till;
    VisitsPanel *m_visits;
    ChargesPanel *m_charges;
    PaymentPanel *m_payment;
    ReceiptsPanel *m_receipts;
    QAction *m_pay = nullptr;
    QAction *m_nextMethod = nullptr;
    QAction *m_goToList = nullptr;
    QAction *m_find = nullptr;
};

} // namespace simiao::cashier
