#include "registration/views/field_chain.h"

#include <QKeyEvent>
#include <QWidget>

namespace simiao::registration {

FieldChain::FieldChain(const QWidgetList &fields, QObject *parent)
    : QObject(parent)
    , m_fields(fields)
{
    for (auto *field : fields)
        field->installEventFilter(this);
}

bool FieldChain::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto position = m_fields.indexOf(static_cast<QWidget *>(watched));
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: goTo(position + 1); return true;
    case Qt::Key_Escape: goTo(position - 1); return true;
    default: return false;
    }
}

void FieldChain::goTo(qsizetype position)
{
    if (position < 0)
        Q_EMIT passedStart();
    else if (position >= m_fields.size())
        Q_EMIT passedEnd();
    else
        m_fields.at(position)->setFocus(position > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

} // namespace simiao::registration
