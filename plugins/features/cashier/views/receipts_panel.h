#pragma once

#include "cashier/models/till.h"

#include <QWidget>

class QListView;

namespace simiao::ui {
class NoticeLine;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::cashier {

/// What was paid for this visit already, and what is not known about its insurance.
class ReceiptsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiptsPanel(Till *till, QWidget *parent = nullptr);

    void retranslate();

private:
    void showReceipts();
    void showInsurance();

    Till *m_till;
    ui::PanelHeader *m_header;
    QListView *m_list;
    ui::StateView *m_state;
    ui::PanelHeader *m_insuranceHeader;
    ui::NoticeLine *m_insurance;
};

} // namespace simiao::cashier
