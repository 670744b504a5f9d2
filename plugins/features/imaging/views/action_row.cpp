#include "imaging/views/action_row.h"

#include "ui/widgets/action_button.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QMenu>
#include <QPainter>

namespace simiao::viewer {

ActionRow::ActionRow(const QList<QAction *> &actions, QAction *trailing, QWidget *meter, QWidget *parent)
    : ThemedWidget(QAccessible::ToolBar, parent)
    , m_actions(actions)
    , m_trailing(buttonFor(trailing))
    , m_meter(meter)
    , m_menu(new QMenu(this))
    , m_showMenu(new QAction(this))
    , m_more(buttonFor(m_showMenu))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (meter)
        meter->setParent(this);
    connect(m_showMenu, &QAction::triggered, this, &ActionRow::popUp);
    for (auto *action : actions) {
        m_buttons.append(buttonFor(action));
        connect(action, &QAction::changed, this, &ActionRow::arrangeSoon);
    }
    retheme();
}

/// Forty actions that are named anew are one arrangement: Qt keeps one such event only.
void ActionRow::arrangeSoon()
{
    QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
}

bool ActionRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return ThemedWidget::event(event);
}

/// A click leaves the focus in the viewport.
ui::ActionButton *ActionRow::buttonFor(QAction *action)
{
    auto *button = new ui::ActionButton(action, ui::ActionButton::Role::Plain, this);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

int ActionRow::meterRoom() const
{
    return m_meter ? m_meter->sizeHint().width() + tokens().rhythm.gap : 0;
}

QSize ActionRow::sizeHint() const
{
    const auto &rhythm = tokens().rhythm;
    int width = 2 * rhythm.gap + meterRoom() + m_trailing->sizeHint().width();
    for (const auto *button : m_buttons)
        width += button->sizeHint().width() + rhythm.gap;
    return {width, rhythm.button + 2 * rhythm.gap};
}

QSize ActionRow::minimumSizeHint() const
{
    const auto &rhythm = tokens().rhythm;
    return {meterRoom() + m_trailing->sizeHint().width() + m_more->sizeHint().width() + 3 * rhythm.gap,
            sizeHint().height()};
}

void ActionRow::retheme()
{
    m_showMenu->setText(tr("More"));
    setAccessibleName(tr("Display of the images"));
    arrangeSoon();
}

void ActionRow::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    arrange();
}

void ActionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
    painter.fillRect(0, 0, width(), 1, tokens().colours.line);
}

void ActionRow::popUp()
{
    const QPoint above(0, -m_menu->sizeHint().height());
    m_menu->popup(m_more->mapToGlobal(above));
}

/// Returns where the next one begins.
int ActionRow::place(QWidget *widget, int left) const
{
    const QSize size(widget->sizeHint().width(), tokens().rhythm.button);
    widget->setGeometry(left, (height() - size.height() + 1) / 2, size.width(), size.height());
    return left + size.width() + tokens().rhythm.gap;
}

void ActionRow::arrange()
{
    const int gap = tokens().rhythm.gap;
    const int buttonLeft = width() - gap - m_trailing->sizeHint().width();
    place(m_trailing, buttonLeft);
    const int trailingLeft = buttonLeft - meterRoom();
    if (m_meter) {
        const auto size = m_meter->sizeHint();
        m_meter->setGeometry(trailingLeft, (height() - size.height()) / 2, size.width(), size.height());
    }
    int needed = gap;
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        needed += m_actions[i]->isVisible() ? m_buttons[i]->sizeHint().width() + gap : 0;
    const bool isOverfull = needed > trailingLeft;
    const int end = isOverfull ? trailingLeft - 2 * gap - m_more->sizeHint().width() : trailingLeft;

    m_menu->clear();
    int left = gap;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (!m_actions[i]->isVisible())
            continue;
        const bool fits = m_menu->isEmpty() && left + m_buttons[i]->sizeHint().width() <= end;
        m_buttons[i]->setVisible(fits);
        if (fits)
            left = place(m_buttons[i], left);
        else
            m_menu->addAction(m_actions[i]);
    }
    m_more->setVisible(isOverfull);
    place(m_more, left);
}

} // namespace simiao::viewer
