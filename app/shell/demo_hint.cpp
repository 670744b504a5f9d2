#include "shell/demo_hint.h"

#include "ui/widgets/link_button.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>

namespace simiao::shell {

using ui::TextLabel;
using ui::Type;

DemoHint::DemoHint(const QList<DemoAccount> &accounts, const QString &password, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_password(password)
    , m_lead(new TextLabel({}, Type::Secondary, TextLabel::Ink::Secondary))
{
    m_lead->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lead->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // both lines of it
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 6, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new ui::Separator(Qt::Horizontal), 0, 0, 1, 2);
    grid->addWidget(m_lead, 1, 0, 1, 2);
    for (const auto &account : accounts) {
        auto *link = new ui::LinkButton(account.loginName);
        auto *name = new TextLabel({}, Type::Secondary, TextLabel::Ink::Secondary);
        const int row = grid->rowCount();
        grid->addWidget(link, row, 0, Qt::AlignLeft);
        grid->addWidget(name, row, 1);
        m_names.append(name);
        connect(link, &ui::LinkButton::clicked, this,
                [this, login = account.loginName] { Q_EMIT chosen(login); });
    }
    translate();
}

void DemoHint::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

void DemoHint::translate()
{
    m_lead->setText(tr("Demonstration with invented patients.") + u'\n'
                    + tr("Password of every account: %1").arg(m_password));
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    for (qsizetype i = 0; i < m_names.size(); ++i)
        m_names.at(i)->setText(isChinese ? m_accounts.at(i).zh : m_accounts.at(i).en);
}

} // namespace simiao::shell
