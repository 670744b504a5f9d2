#pragma once

#include "core/error.h"
#include "ui/widgets/themed_widget.h"

#include <optional>

class QAction;
class QLineEdit;

namespace simiao::shell {

class EntryForm;

/// Asks for a new password twice, because the old one was the administrator's or has grown old.
class NewPasswordPage : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit NewPasswordPage(QWidget *parent = nullptr);

    /// The reason stands under the form; both are to be typed anew.
    void refuse(const Error &error);

Q_SIGNALS:
    void submitted(const QString &password);
    void cancelled();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();

    QAction *m_submit;
    EntryForm *m_form;
    QLineEdit *m_password;
    QLineEdit *m_again;
    std::optional<Error> m_refusal;
};

} // namespace simiao::shell
