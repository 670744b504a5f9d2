#include "shell/upgrade_page.h"

#include "shell/question_form.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QPainter>
#include <QTimer>

namespace simiao::shell {

using namespace Qt::StringLiterals;

UpgradePage::UpgradePage(const QString &versions, QWidget *parent)
    : ThemedWidget(QAccessible::AlertMessage, parent)
    , m_from(versions.section(u' ', 0, 0))
    , m_to(versions.section(u' ', 1, 1))
    , m_upgrade(new QAction(this))
    , m_quit(new QAction(this))
    , m_title(new ui::TextLabel({}, ui::Type::PatientName))
    , m_words(new ui::TextLabel({}, ui::Type::Base))
{
    setObjectName(u"upgrade.page"_s);
    m_words->setObjectName(u"upgrade.words"_s);
    m_words->setWordWrap(true);
    auto *upgrade = new ui::ActionButton(m_upgrade, ui::ActionButton::Role::Primary);
    auto *quit = new ui::ActionButton(m_quit);
    upgrade->setObjectName(u"upgrade.accept"_s);
    quit->setObjectName(u"upgrade.quit"_s);
    layOutQuestion(this, m_title, m_words, {upgrade, quit});
    connect(m_upgrade, &QAction::triggered, this, &UpgradePage::accept);
    connect(m_quit, &QAction::triggered, this, &UpgradePage::quitRequested);
    retheme();
}

void UpgradePage::accept()
{
    m_isWorking = true;
    retheme();
    repaint();
    QTimer::singleShot(0, this, &UpgradePage::accepted);
}

void UpgradePage::retheme()
{
    m_title->setText(m_isWorking ? tr("Upgrading the database") : tr("The database is of an older version"));
    m_words->setText(
        m_isWorking
            ? tr("Do not switch the computer off. If the power fails, nothing is lost: the upgrade is "
                 "done as a whole or not at all.")
            : tr("This program keeps its data in a newer form (schema %2; the database has %1). Before "
                 "anything is changed, a copy of the database is put into data/backups. Afterwards "
                 "an older program cannot open it any more.")
                  .arg(m_from, m_to));
    m_upgrade->setText(tr("Copy and upgrade"));
    m_quit->setText(tr("Quit"));
    m_upgrade->setEnabled(!m_isWorking);
    m_quit->setEnabled(!m_isWorking);
    setAccessibleName(m_title->text());
}

void UpgradePage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    if (auto *button = findChild<QWidget *>(u"upgrade.accept"_s))
        button->setFocus(Qt::OtherFocusReason);
}

void UpgradePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::shell
