#pragma once

#include "cashier/models/till.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace simiao::ui {
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::cashier {

/// Visits with something to pay, and a field that narrows them. Enter opens the current one.
class VisitsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VisitsPanel(Till *till, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    void enterList();
    void find();
    void retranslate();

Q_SIGNALS:
    /// The visit opened is the one.
    void confirmed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showList();
    void openRow(const QModelIndex &index);
    void openCurrent();

    Till *m_till;
    ui::PanelHeader *m_header;
    QLineEdit *m_field;
    QListView *m_list;
    ui::StateView *m_state;
    bool m_isReplacing = false;
};

} // namespace simiao::cashier
