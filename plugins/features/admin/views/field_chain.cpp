#include "admin/views/field_chain.h"

#include <QKeyEvent>
#include <QWidget>

namespace simiao::admin {

FieldChain::FieldChain(const QWidgetList &fields, QObject *parent)
    : QObject(parent)
    , m_fields(fields)
{
    for (auto *field : fields)
        field->installEventFilter(this);
}

void FieldChain::enter()
{
    goTo(0, 1);
}

bool FieldChain::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto position = m_fields.indexOf(static_cast<QWidget *>(watched));
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: walk(position + 1, 1); return true;
    case Qt::Key_Escape: walk(position - 1, -1); return true;
    default: return false;
    }
}

void FieldChain::walk(qsizetype position, int step)
{
    Q_EMIT walked();
    goTo(position, step);
}

void FieldChain::goTo(qsizetype position, int step)
{
    while (position >= 0 && position < m_fields.size()) {
        auto *field = m_fields.at(position);
        if (field->isEnabled() && field->focusPolicy() != Qt::NoFocus)
            return field->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        position += step;
    }
    if (step > 0)
        Q_EMIT passedEnd();
    else
        Q_EMIT passedStart();
}

} // namespace simiao::admin
