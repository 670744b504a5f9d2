#pragma once

#include "cashier/models/till.h"

#include <QWidget>

class QTableView;

namespace simiao::ui {
class NoticeLine;
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::cashier {

/// What the visit costs, line by line.
class ChargesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChargesPanel(Till *till, QWidget *parent = nullptr);

    void retranslate();

private:
    void showCharges();
    void showWithdrawn();

    Till *m_till;
    ui::PanelHeader *m_header;
    ui::TextLabel *m_visit;
    ui::NoticeLine *m_withdrawn; ///< hidden where nothing was
    QTableView *m_table;
    ui::StateView *m_state;
};

} // namespace simiao::cashier
