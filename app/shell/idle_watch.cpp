#include "shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace simiao::shell {

namespace {

bool isTouch(const QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletMove:
    case QEvent::InputMethod: return true;
    default: return false;
    }
}

} // namespace

IdleWatch::IdleWatch(QObject *parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    m_since.start();
    connect(&m_next, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_since.restart();
    if (limit.count() > 0)
        m_next.start(limit);
    else
        m_next.stop();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    if (isTouch(event))
        m_since.restart();
    return false;
}

/// The timer is not restarted with each key; it looks how long it really was.
void IdleWatch::look()
{
    const auto left = m_limit - std::chrono::milliseconds(m_since.elapsed());
    m_next.start(left.count() > 0 ? left : m_limit);
    if (left.count() <= 0)
        Q_EMIT idle();
}

} // namespace simiao::shell
