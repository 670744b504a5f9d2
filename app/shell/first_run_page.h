#pragma once

#include "core/error.h"
#include "security/account_admin.h"
#include "ui/widgets/themed_widget.h"

#include <optional>

class QAction;
class QLineEdit;

namespace simiao::ui {
class LinkButton;
} // namespace simiao::ui

namespace simiao::shell {

class EntryForm;

/// In place of the log-in while the hospital has no account: asks for the first administrator, or opens the demonstration.
/// Everything else is set up at the administrator's desk.
class FirstRunPage : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    void refuse(const Error &error);

Q_SIGNALS:
    void submitted(const simiao::security::NewAccount &administrator);
    void demoRequested();
    void languageRequested();
    void helpRequested();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void submit();

    QAction *m_submit;
    EntryForm *m_form;
    QLineEdit *m_login;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QLineEdit *m_again;
    ui::LinkButton *m_demo;
    ui::LinkButton *m_help;
    ui::LinkButton *m_language;
    std::optional<Error> m_refusal;
};

} // namespace simiao::shell
