#include "outpatient/views/spill_row.h"

#include "ui/widgets/badge.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>

namespace simiao::outpatient {

SpillRow::SpillRow(QWidget *header, ui::Badge *badge, QWidget *parent)
    : QWidget(parent)
    , m_header(header)
    , m_badge(badge)
    , m_inHeader(qobject_cast<QHBoxLayout *>(header->layout()))
    , m_place(m_inHeader->indexOf(badge))
    , m_row(new QHBoxLayout(this))
{
    constexpr QMargins kAir{8, 3, 8, 3};
    m_row->setContentsMargins(kAir);
    m_row->addStretch(1);
    hide();
    header->installEventFilter(this);
    badge->installEventFilter(this);
}

bool SpillRow::isHere() const
{
    return m_badge->parentWidget() == this;
}

bool SpillRow::hasHeaderRoom() const
{
    const int away = isHere() ? m_badge->sizeHint().width() + m_inHeader->spacing() : 0;
    return m_inHeader->sizeHint().width() + away <= m_header->width();
}

/// Where it goes it is laid out anew, which must not be taken for a change of its own.
void SpillRow::follow()
{
    if (m_isMoving)
        return;
    const bool isWanted = !m_badge->isHidden() && !hasHeaderRoom();
    const QScopedValueRollback moving(m_isMoving, true);
    if (isWanted && !isHere()) {
        m_row->insertWidget(0, m_badge);
        m_badge->show();
    } else if (!isWanted && isHere()) {
        const bool wasHidden = m_badge->isHidden();
        m_inHeader->insertWidget(m_place, m_badge);
        m_badge->setHidden(wasHidden);
    }
    setVisible(isWanted);
}

bool SpillRow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::LayoutRequest:
        if (watched == m_header)
            follow();
        break;
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        if (watched == m_badge)
            follow();
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace simiao::outpatient
