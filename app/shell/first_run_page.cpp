#include "shell/first_run_page.h"

#include "shell/centred.h"
#include "shell/entry_form.h"
#include "shell/page_room.h"
#include "ui/widgets/link_button.h"

#include <QAction>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace simiao::shell {

using namespace Qt::StringLiterals;

FirstRunPage::FirstRunPage(QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_submit(new QAction(this))
    , m_form(new EntryForm(u"first-run"_s, m_submit))
    , m_login(m_form->addField(u"login"_s))
    , m_name(m_form->addField(u"name"_s))
    , m_password(m_form->addField(u"password"_s, QLineEdit::Password))
    , m_again(m_form->addField(u"again"_s, QLineEdit::Password))
    , m_demo(new ui::LinkButton({}))
    , m_help(new ui::LinkButton({}))
    , m_language(new ui::LinkButton({}))
{
    setObjectName(u"first-run.page"_s);
    m_demo->setObjectName(u"first-run.demo"_s);
    m_help->setObjectName(u"first-run.help"_s);
    m_language->setObjectName(u"first-run.language"_s);
    m_login->setText(u"admin"_s);
    m_login->setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoAutoUppercase);
    m_form->addBelow(m_demo);
    auto *page = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    top->addStretch(1);
    top->addWidget(m_help);
    top->addWidget(m_language);
    page->addLayout(top);
    auto *middle = new QWidget;
    auto *around = new QVBoxLayout(middle);
    around->setContentsMargins({});
    around->addStretch(1);
    around->addLayout(centred(m_form));
    around->addStretch(2);
    page->addWidget(new PageRoom(middle), 1);
    connect(m_submit, &QAction::triggered, this, &FirstRunPage::submit);
    connect(m_demo, &ui::LinkButton::clicked, this, &FirstRunPage::demoRequested);
    connect(m_help, &ui::LinkButton::clicked, this, &FirstRunPage::helpRequested);
    connect(m_language, &ui::LinkButton::clicked, this, &FirstRunPage::languageRequested);
    retheme();
}

void FirstRunPage::submit()
{
    if (m_password->text() != m_again->text())
        return refuse({ErrorKind::Invalid, u"password.differs"_s});
    m_submit->setEnabled(false);
    Q_EMIT submitted({m_login->text(), m_name->text(), {}, {}, {u"administrator"_s}, {}, m_password->text()});
}

void FirstRunPage::refuse(const Error &error)
{
    const bool isAboutPassword = error.code.startsWith("password."_L1);
    m_refusal = error;
    m_password->clear();
    m_again->clear();
    m_submit->setEnabled(true);
    retheme();
    (isAboutPassword ? m_password : m_form->firstToFill())->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::retheme()
{
    m_form->setTitle(
        tr("Welcome to Simiao"),
        tr("This hospital has no account yet. The first one is the administrator's: she lets the others "
           "in and sets everything else up."));
    m_form->setLabel(m_login, tr("Log-in name"));
    m_form->setLabel(m_name, tr("Your name"));
    m_form->setLabel(m_password, tr("Password"));
    m_form->setLabel(m_again, tr("Once more"));
    m_form->setError(m_refusal);
    m_submit->setText(tr("Make the administrator's account"));
    m_demo->setText(tr("Or look at the demonstration clinic, with invented patients"));
    m_help->setText(tr("Help (F1)"));
    m_language->setText(QLocale().language() == QLocale::Chinese ? u"English"_s : u"中文"_s);
    setAccessibleName(tr("First start"));
}

void FirstRunPage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    m_form->firstToFill()->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::shell
