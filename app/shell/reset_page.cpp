#include "shell/reset_page.h"

#include "shell/question_form.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

/// Enter presses the button that has the focus, as it does everywhere else.
class AnswerButton : public ui::ActionButton
{
public:
    using ActionButton::ActionButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            ActionButton::keyPressEvent(event);
    }
};

} // namespace

ResetPage::ResetPage(QWidget *parent)
    : ThemedWidget(QAccessible::AlertMessage, parent)
    , m_reset(new QAction(this))
    , m_keep(new QAction(this))
    , m_title(new ui::TextLabel({}, ui::Type::PatientName))
    , m_words(new ui::TextLabel({}, ui::Type::Base))
    , m_safe(new AnswerButton(m_keep, ui::ActionButton::Role::Primary))
{
    setObjectName(u"reset.page"_s);
    setFocusProxy(m_safe);
    m_words->setObjectName(u"reset.words"_s);
    m_words->setWordWrap(true);
    auto *reset = new AnswerButton(m_reset);
    reset->setObjectName(u"reset.accept"_s);
    m_safe->setObjectName(u"reset.keep"_s);
    layOutQuestion(this, m_title, m_words, {m_safe, reset});
    connect(m_reset, &QAction::triggered, this, &ResetPage::accepted);
    connect(m_keep, &QAction::triggered, this, &ResetPage::closed);
    retheme();
}

void ResetPage::retheme()
{
    m_title->setText(tr("Put the training clinic back to its beginning?"));
    m_words->setText(
        tr("Everything that was entered here for practice is deleted: patients, visits, prescriptions, "
           "payments, drafts and the trail of them. Everybody is logged out. The clinic is then made "
           "anew, as it was on the first day. Real patients are not touched: their records are in "
           "another profile."));
    m_keep->setText(tr("Keep everything"));
    m_reset->setText(tr("Delete and begin anew"));
    setAccessibleName(m_title->text());
}

void ResetPage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    m_safe->setFocus(Qt::OtherFocusReason);
}

void ResetPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        ThemedWidget::keyPressEvent(event);
}

void ResetPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::shell
