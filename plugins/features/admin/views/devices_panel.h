#pragma once

#include "admin/models/device_list.h"

#include <QWidget>

class QTableView;

namespace simiao::ui {
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

/// The table of desks and what they use. The row the person stands on is the line looked at.
class DevicesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DevicesPanel(DeviceList *list, QWidget *parent = nullptr);

    void enter();
    void retranslate();

Q_SIGNALS:
    /// Enter on a row.
    void passedEnd();
    /// Escape.
    void passedStart();
    /// The list could not be read; somebody wants it read again.
    void retried();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectTable();
    void showList();

    DeviceList *m_list;
    ui::PanelHeader *m_header;
    QTableView *m_table;
    ui::StateView *m_state;
    bool m_isReplacing = false;
};

} // namespace simiao::admin
