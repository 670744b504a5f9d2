#pragma once

#include "core/error.h"
#include "ui/widgets/themed_widget.h"

#include <optional>

class QAction;
class QLineEdit;

namespace simiao::ui {
class LinkButton;
} // namespace simiao::ui

namespace simiao::shell {

class EntryForm;
class OpenSessions;

/// Somebody whose work waits behind the page.
struct WaitingPerson
{
    QString loginName;
    QString name;

    bool operator==(const WaitingPerson &) const = default;
};

/// Asks who it is. Painted before there is a back-end, usable once there is one. It is the lock screen too: it covers the
/// whole window, so that nothing of a patient is on the screen or in the window's thumbnail.
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
    /// Locked by this person: only her password is missing.
    void lockFor(const WaitingPerson &person);
    /// All whose work waits; each can be chosen.
    void setWaiting(const QList<WaitingPerson> &people);
    /// Shown under the form, owned by the page.
    void setHint(QWidget *hint);
    void setUser(const QString &loginName);

Q_SIGNALS:
    void submitted(const QString &loginName, const QString &password);
    void languageRequested();
    void helpRequested();
    /// The person sees the page: what takes time may begin.
    void painted();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void submit();
    QString submitText() const;
    QString lead() const;

    QAction *m_submit;
    EntryForm *m_form;
    QLineEdit *m_user;
    QLineEdit *m_password;
    OpenSessions *m_waiting;
    ui::LinkButton *m_help;
    ui::LinkButton *m_language;
    State m_state = State::Opening;
    std::optional<Error> m_refusal;
    std::optional<WaitingPerson> m_lockedBy;
    bool m_isPainted = false;
};

} // namespace simiao::shell
