#include "registration/views/queue_number.h"

#include <QEvent>

namespace simiao::registration {

QueueNumber::QueueNumber(QWidget *parent)
    : TextLabel({}, ui::Type::PatientName, Ink::Accent, parent)
{
    setAlignment(Qt::AlignCenter);
    enlarge();
}

void QueueNumber::changeEvent(QEvent *event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        enlarge();
}

void QueueNumber::enlarge()
{
    auto large = font();
    large.setPixelSize(ui::SimiaoStyle::tokens(this).type.waitingRoom / 2);
    setFont(large);
}

} // namespace simiao::registration
