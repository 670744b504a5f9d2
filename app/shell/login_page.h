#pragma once

#include "core/error.h"
#include "ui/widgets/themed_widget.h"

#include <optional>

class QAction;
class QLineEdit;
class QVBoxLayout;

namespace simiao::ui {
class LinkButton;
class TextLabel;
} // namespace simiao::ui

namespace simiao::shell {

class NoticeText;

/// Asks who it is. Painted before there is a back-end, usable once there is one.
class LoginPage : public ui::ThemedWidget
{
    Q_OBJECT

public:
    enum class State {
        Opening, ///< the back-end is not there yet; names can be typed already
        Ready,
        Checking, ///< a password is being verified
    };

    explicit LoginPage(QWidget *parent = nullptr);

    void setState(State state);
    /// Ready again; the password is to be typed anew and the reason stands under the form.
    void refuse(const Error &error);
    /// Empty fields, no message: somebody logged out.
    void reset();
    /// Shown under the form, owned by the page.
    void setHint(QWidget *hint);
    void setUser(const QString &loginName);

Q_SIGNALS:
    void submitted(const QString &loginName, const QString &password);
    void languageRequested();
    /// The person sees the page: what takes time may begin.
    void painted();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fillForm();
    void placeForm(QWidget *form);
    void submit();
    QString submitText() const;

    QVBoxLayout *m_form;
    ui::TextLabel *m_subtitle;
    ui::TextLabel *m_userLabel;
    QLineEdit *m_user;
    ui::TextLabel *m_passwordLabel;
    QLineEdit *m_password;
    QAction *m_submit;
    NoticeText *m_message;
    ui::LinkButton *m_language;
    State m_state = State::Opening;
    std::optional<Error> m_refusal;
    bool m_isPainted = false;
};

} // namespace simiao::shell
