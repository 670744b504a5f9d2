#include "shell/login_page.h"

#include "shell/centred.h"
#include "shell/entry_form.h"
#include "shell/open_sessions.h"
#include "shell/page_room.h"
#include "ui/widgets/link_button.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFormHeight = 540;

/// In its own words: who needs it cannot read this one.
QString otherLanguage()
{
    return QLocale().language() == QLocale::Chinese ? u"English"_s : u"中文"_s;
}

} // namespace

LoginPage::LoginPage(QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_submit(new QAction(this))
    , m_form(new EntryForm(u"login"_s, m_submit))
    , m_user(m_form->addField(u"user"_s))
    , m_password(m_form->addField(u"password"_s, QLineEdit::Password))
    , m_waiting(new OpenSessions)
    , m_help(new ui::LinkButton({}))
    , m_language(new ui::LinkButton({}))
{
    m_help->setObjectName(u"login.help"_s);
    m_language->setObjectName(u"login.language"_s);
    m_user->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_form->addBelow(m_waiting);
    layOut();
    connect(m_submit, &QAction::triggered, this, &LoginPage::submit);
    connect(m_waiting, &OpenSessions::chosen, this, &LoginPage::setUser);
    connect(m_help, &ui::LinkButton::clicked, this, &LoginPage::helpRequested);
    connect(m_language, &ui::LinkButton::clicked, this, &LoginPage::languageRequested);
    retheme();
}

void LoginPage::layOut()
{
    auto *room = new QWidget;
    auto *beside = new QHBoxLayout(room);
    beside->setContentsMargins({});
    beside->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->addWidget(m_form);
    column->addStretch(1);
    beside->addLayout(column);
    beside->addSpacerItem(
        new QSpacerItem(0, kFormHeight)); // a message or a hint moves nothing; all together may
    auto *middle = new QWidget;
    auto *around = new QVBoxLayout(middle);
    around->setContentsMargins({});
    around->addStretch(1);
    around->addLayout(centred(room));
    around->addStretch(1);
    auto *top = new QHBoxLayout;
    top->addStretch(1);
    top->addWidget(m_help);
    top->addWidget(m_language);
    auto *page = new QVBoxLayout(this);
    page->addLayout(top);
    page->addWidget(new PageRoom(middle), 1);
}

void LoginPage::setHint(QWidget *hint)
{
    m_form->addBelow(hint);
}

void LoginPage::setUser(const QString &loginName)
{
    m_user->setText(loginName);
    m_password->setFocus(Qt::OtherFocusReason);
}

void LoginPage::setState(State state)
{
    m_state = state;
    retheme();
}

void LoginPage::setWaiting(const QList<WaitingPerson> &people)
{
    m_waiting->setPeople(people);
}

void LoginPage::lockFor(const WaitingPerson &person)
{
    reset();
    m_lockedBy = person;
    setUser(person.loginName);
    retheme();
}

void LoginPage::submit()
{
    if (m_user->text().trimmed().isEmpty()) {
        m_user->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_refusal.reset();
    setState(State::Checking);
    Q_EMIT submitted(m_user->text(), m_password->text());
}

void LoginPage::refuse(const Error &error)
{
    m_refusal = error;
    m_password->clear();
    setState(State::Ready);
    m_password->setFocus(Qt::OtherFocusReason);
}

void LoginPage::reset()
{
    m_refusal.reset();
    m_lockedBy.reset();
    m_user->clear();
    m_password->clear();
    setState(State::Ready);
    m_user->setFocus(Qt::OtherFocusReason);
}

QString LoginPage::submitText() const
{
    switch (m_state) {
    case State::Opening: return tr("Opening the records");
    case State::Ready: return m_lockedBy ? tr("Unlock") : tr("Log in");
    case State::Checking: return tr("Checking");
    }
    return {};
}

QString LoginPage::lead() const
{
    return m_lockedBy
        ? tr("Locked by %1. The password brings everything back as it was.").arg(m_lockedBy->name)
        : tr("Clinical workstation");
}

void LoginPage::retheme()
{
    m_form->setTitle(u"Simiao"_s, lead());
    m_form->setLabel(m_user, tr("User"));
    m_form->setLabel(m_password, tr("Password"));
    m_form->setError(m_refusal);
    m_waiting->translate();
    m_submit->setText(submitText());
    m_submit->setEnabled(m_state == State::Ready);
    m_help->setText(tr("Help (F1)"));
    m_language->setText(otherLanguage());
    setAccessibleName(tr("Log-in"));
}

void LoginPage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    if (m_state != State::Checking)
        m_form->firstToFill()->setFocus(Qt::OtherFocusReason);
}

void LoginPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
    if (!std::exchange(m_isPainted, true))
        QMetaObject::invokeMethod(this, &LoginPage::painted, Qt::QueuedConnection);
}

} // namespace simiao::shell
