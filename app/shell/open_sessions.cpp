#include "shell/open_sessions.h"

#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace simiao::shell {

OpenSessions::OpenSessions(QWidget *parent)
    : QWidget(parent)
    , m_links(new QVBoxLayout)
    , m_lead(new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(m_lead);
    column->addLayout(m_links);
    hide();
}

void OpenSessions::setPeople(const QList<WaitingPerson> &people)
{
    while (auto *item = m_links->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &person : people) {
        auto *link = new ui::LinkButton(QStringLiteral("%1 (%2)").arg(person.name, person.loginName));
        link->setObjectName(QStringLiteral("login.open.") + person.loginName);
        m_links->addWidget(link, 0, Qt::AlignLeft);
        connect(link, &ui::LinkButton::clicked, this,
                [this, login = person.loginName] { Q_EMIT chosen(login); });
    }
    setVisible(!people.isEmpty());
}

void OpenSessions::translate()
{
    m_lead->setText(tr("Work waits here for:"));
}

} // namespace simiao::shell
