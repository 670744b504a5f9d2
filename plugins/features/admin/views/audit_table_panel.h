#pragma once

#include "admin/models/audit_trail.h"

#include <QWidget>

class QPlainTextEdit;
class QTableView;

namespace simiao::ui {
class LinkButton;
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::admin {

/// The events, how many are shown, more of them; beside them the whole sealed event once Enter asked for it.
class AuditTablePanel : public QWidget
{
    Q_OBJECT

public:
    explicit AuditTablePanel(AuditTrail *trail, QWidget *parent = nullptr);

    bool isEmpty() const { return m_trail->table()->rowCount() == 0; }
    void enter();
    void retranslate();

Q_SIGNALS:
    /// Escape in the table.
    void passedStart();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTable();
    QWidget *makeEvent();
    bool handleTableKey(int key);
    bool handleMoreKey(int key);
    bool closeSealed();
    void showMore();
    void showTrail();
    void showCount();
    void showSealed();
    void goToFirstNew();

    AuditTrail *m_trail;
    QTableView *m_table;
    ui::StateView *m_state;
    ui::TextLabel *m_count;
    ui::LinkButton *m_more;
    QWidget *m_eventPanel = nullptr;
    ui::PanelHeader *m_eventHeader;
    QPlainTextEdit *m_event;
    int m_firstNew = -1; ///< row to go to when what was asked for is there; -1: none
};

} // namespace simiao::admin
