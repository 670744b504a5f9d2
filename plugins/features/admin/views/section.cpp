#include "admin/views/section.h"

#include "sdk/command.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/action_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace simiao::admin {

Section::Section(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

bool Section::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    Q_EMIT left();
    return true;
}

void Section::leaveByEscape(QWidget *part)
{
    part->installEventFilter(this);
}

QAction *Section::addCommand(const QString &id, const QString &keys)
{
    return sdk::makeCommand(m_desk, this, id, keys);
}

QWidget *Section::actionBar(const QList<QAction *> &actions, bool hasPrimary) const
{
    using Role = ui::ActionButton::Role;
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.margin, rhythm.gap);
    for (auto *action : actions) {
        const bool isPrimary = hasPrimary && action == actions.front();
        row->addWidget(new ui::ActionButton(action, isPrimary ? Role::Primary : Role::Plain));
    }
    row->addStretch(1);
    return bar;
}

} // namespace simiao::admin
