#pragma once

#include "cashier/models/till.h"

#include <QWidget>

class QAction;

namespace simiao::ui {
class ActionButton;
} // namespace simiao::ui

namespace simiao::cashier {

class ChargesPanel;
class PaymentPanel;
class ReceiptsPanel;
class VisitsPanel;

/// The cashier's page: visits to pay at the left, charges and money in the middle, receipts at the right.
class CashierPage : public QWidget
{
    Q_OBJECT

public:
    explicit CashierPage(sdk::Desk *desk, QWidget *parent = nullptr);

private:
    QAction *addCommand(const QString &id, const QString &keys);
    void makeActions();
    void layOut();
    QWidget *makeMiddle();
    QWidget *makeActionBar();
    void connectPanels();
    void pay();
    void retranslate();

    sdk::Desk *m_desk;
    Till *m_till;
    VisitsPanel *m_visits;
    ChargesPanel *m_charges;
    PaymentPanel *m_payment;
    ReceiptsPanel *m_receipts;
    QAction *m_pay = nullptr;
    QAction *m_nextMethod = nullptr;
    QAction *m_goToList = nullptr;
    QAction *m_find = nullptr;
    ui::ActionButton *m_payButton = nullptr;
};

} // namespace simiao::cashier
