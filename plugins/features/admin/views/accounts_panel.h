#pragma once

#include "admin/models/account_list.h"

#include <QWidget>

class QLineEdit;
class QTableView;

namespace simiao::ui {
class PanelHeader;
class StateView;
class TextLabel;
} // namespace simiao::ui

namespace simiao::admin {

/// The table of accounts and the field that narrows it. The row the person stands on is the account looked at.
class AccountsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AccountsPanel(AccountList *list, QWidget *parent = nullptr);

    ui::PanelHeader *header() const { return m_header; }
    void enterTable();
    void find();
    /// The account looked at is shown, even if what is looked for hides it.
    void reveal();
    void retranslate();

Q_SIGNALS:
    /// Escape in the field: there is nothing further back here.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectTable();
    bool handleFieldKey(int key);
    void choose(const QModelIndex &index);
    void showList();

    AccountList *m_list;
    ui::PanelHeader *m_header;
    ui::TextLabel *m_count;
    QLineEdit *m_field;
    QTableView *m_table;
    ui::StateView *m_state;
    bool m_isReplacing = false;
};

} // namespace simiao::admin
