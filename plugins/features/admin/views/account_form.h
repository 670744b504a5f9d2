#pragma once

#include "admin/models/account_work.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace simiao::ui {
class LabelRow;
class NoticeLine;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

class FieldChain;
class RoleChoice;

/// The account looked at, or the entry that is open: a new account, other roles, another department, a new first password. Enter moves on and
/// in the last field stores; Escape steps back.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    AccountForm(sdk::Desk *desk, AccountList *list, AccountWork *work, QWidget *parent = nullptr);

    /// The focus in the first field of the open entry.
    void enter();
    /// The focus where what was refused is mended.
    void enterFault();
    void retranslate();

Q_SIGNALS:
    void passedStart();
    void passedEnd();

private:
    using Field = AccountEntry::Field;
    using Kind = AccountEntry::Kind;

    void makeLines();
    void addLine(Field field, const QString &name, QLineEdit *line);
    void makeChoices();
    void layOut();
    void showEntry();
    void showTexts();
    void showDepartments();
    void showEditable();
    void showTitle();
    void showFault();
    QWidget *widgetFor(const Error &fault) const;

    AccountList *m_list;
    AccountWork *m_work;
    ui::PanelHeader *m_header;
    QMap<Field, QLineEdit *> m_lines;
    QMap<Field, ui::LabelRow *> m_rows;
    QComboBox *m_department;
    RoleChoice *m_roles;
    ui::LabelRow *m_rolesRow;
    ui::NoticeLine *m_notice;
    ui::StateView *m_state = nullptr;
    FieldChain *m_chain = nullptr;
};

} // namespace simiao::admin
