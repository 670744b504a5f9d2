#include "shell/login_page.h"

#include "sdk/desk.h"
#include "shell/notice_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

using ui::TextLabel;
using ui::Type;

constexpr QSize kFormSize{360, 540};

QLineEdit *newField(const QString &name, QLineEdit::EchoMode mode)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setEchoMode(mode);
    field->setMinimumHeight(32);
    return field;
}

/// In its own words: who needs it cannot read this one.
QString otherLanguage()
{
    return QLocale().language() == QLocale::Chinese ? u"English"_s : u"中文"_s;
}

TextLabel *newLabel()
{
    return new TextLabel({}, Type::Secondary, TextLabel::Ink::Secondary);
}

} // namespace

LoginPage::LoginPage(QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_form(new QVBoxLayout)
    , m_subtitle(new TextLabel({}, Type::Base, TextLabel::Ink::Secondary))
    , m_userLabel(newLabel())
    , m_user(newField(QStringLiteral("login.user"), QLineEdit::Normal))
    , m_passwordLabel(newLabel())
    , m_password(newField(QStringLiteral("login.password"), QLineEdit::Password))
    , m_submit(new QAction(this))
    , m_message(new NoticeText)
    , m_language(new ui::LinkButton({}))
{
    m_message->setObjectName(QStringLiteral("login.message"));
    m_language->setObjectName(QStringLiteral("login.language"));
    m_user->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    auto *form = new QWidget;
    form->setLayout(m_form);
    fillForm();
    placeForm(form);
    connect(m_user, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(Qt::TabFocusReason); });
    connect(m_password, &QLineEdit::returnPressed, m_submit, &QAction::trigger);
    connect(m_submit, &QAction::triggered, this, &LoginPage::submit);
    connect(m_language, &ui::LinkButton::clicked, this, &LoginPage::languageRequested);
    retheme();
}

void LoginPage::fillForm()
{
    auto *button = new ui::ActionButton(m_submit, ui::ActionButton::Role::Primary);
    button->setObjectName(QStringLiteral("login.submit"));
    button->setMinimumHeight(34);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);
    m_form->setContentsMargins({});
    m_form->setSpacing(4);
    m_form->addWidget(new TextLabel(QStringLiteral("Simiao"), Type::PatientName));
    m_form->addWidget(m_subtitle);
    m_form->addSpacing(20);
    m_form->addWidget(m_userLabel);
    m_form->addWidget(m_user);
    m_form->addSpacing(8);
    m_form->addWidget(m_passwordLabel);
    m_form->addWidget(m_password);
    m_form->addSpacing(16);
    m_form->addWidget(button);
    m_form->addSpacing(8);
    m_form->addWidget(m_message);
    m_form->addSpacing(12);
}

void LoginPage::placeForm(QWidget *form)
{
    form->setFixedSize(kFormSize); // a message or a hint moves nothing
    m_form->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_language, 0, Qt::AlignRight);
    page->addStretch(1);
    page->addWidget(form, 0, Qt::AlignHCenter);
    page->addStretch(1);
}

void LoginPage::setHint(QWidget *hint)
{
    m_form->insertWidget(m_form->count() - 1, hint); // before the stretch
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
    m_user->clear();
    m_password->clear();
    setState(State::Ready);
    m_user->setFocus(Qt::OtherFocusReason);
}

QString LoginPage::submitText() const
{
    switch (m_state) {
    case State::Opening: return tr("Opening the records");
    case State::Ready: return tr("Log in");
    case State::Checking: return tr("Checking");
    }
    return {};
}

void LoginPage::retheme()
{
    m_subtitle->setText(tr("Clinical workstation"));
    m_userLabel->setText(tr("User"));
    m_user->setAccessibleName(tr("User"));
    m_passwordLabel->setText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_submit->setText(submitText());
    m_submit->setEnabled(m_state == State::Ready);
    m_language->setText(otherLanguage());
    m_message->setVisible(m_refusal.has_value());
    m_message->setNotice(m_refusal ? ui::Notice{ui::Severity::Block, {}, sdk::errorText(*m_refusal), {}, {}}
                                   : ui::Notice{});
    setAccessibleName(tr("Log-in"));
}

void LoginPage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    if (m_state != State::Checking)
        m_user->setFocus(Qt::OtherFocusReason);
}

void LoginPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
    if (!std::exchange(m_isPainted, true))
        QMetaObject::invokeMethod(this, &LoginPage::painted, Qt::QueuedConnection);
}

} // namespace simiao::shell
