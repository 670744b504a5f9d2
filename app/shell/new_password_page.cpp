#include "shell/new_password_page.h"

#include "shell/centred.h"
#include "shell/entry_form.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace simiao::shell {

using namespace Qt::StringLiterals;

NewPasswordPage::NewPasswordPage(QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_submit(new QAction(this))
    , m_form(new EntryForm(u"new-password"_s, m_submit))
    , m_password(m_form->addField(u"password"_s, QLineEdit::Password))
    , m_again(m_form->addField(u"again"_s, QLineEdit::Password))
{
    setObjectName(u"new-password.page"_s);
    auto *page = new QVBoxLayout(this);
    page->addStretch(1);
    page->addLayout(centred(m_form));
    page->addStretch(2);
    connect(m_submit, &QAction::triggered, this, &NewPasswordPage::submit);
    retheme();
}

void NewPasswordPage::submit()
{
    if (m_password->text() != m_again->text())
        return refuse({ErrorKind::Invalid, u"password.differs"_s});
    m_submit->setEnabled(false);
    Q_EMIT submitted(m_password->text());
}

void NewPasswordPage::refuse(const Error &error)
{
    m_refusal = error;
    m_password->clear();
    m_again->clear();
    m_submit->setEnabled(true);
    retheme();
    m_password->setFocus(Qt::OtherFocusReason);
}

void NewPasswordPage::retheme()
{
    m_form->setTitle(tr("New password"),
                     tr("This password is not yours alone, or has grown old. Choose one that "
                        "only you know; a long one is better than an odd one."));
    m_form->setLabel(m_password, tr("New password"));
    m_form->setLabel(m_again, tr("Once more"));
    m_form->setError(m_refusal);
    m_submit->setText(tr("Use this password"));
    setAccessibleName(tr("New password"));
}

void NewPasswordPage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    m_password->setFocus(Qt::OtherFocusReason);
}

void NewPasswordPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        ThemedWidget::keyPressEvent(event);
}

void NewPasswordPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::shell
