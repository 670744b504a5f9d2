#include "imaging/views/step_line.h"

#include <QEvent>
#include <QVBoxLayout>

namespace simiao::viewer {

StepLine::StepLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_line(new ui::NoticeLine)
{
    constexpr int kAir = 4;
    setObjectName(name);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(kAir, kAir, kAir, kAir);
    box->addWidget(m_line);
    connect(m_line, &ui::NoticeLine::triggered, this, &StepLine::act);
    hide();
}

void StepLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_line->setNotice(notice());
}

void StepLine::follow()
{
    const auto current = notice();
    if (current != m_line->notice())
        m_line->setNotice(current);
    setVisible(!current.lead.isEmpty());
}

} // namespace simiao::viewer
