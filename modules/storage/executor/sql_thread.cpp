#include "storage/executor/sql_thread.h"

namespace simiao::storage {

QObject *homeOfThisThread()
{
    thread_local QObject home;
    return &home;
}

void SqlWorker::settle()
{
    for (const auto &work : std::exchange(m_after, {}))
        work();
}

SqlThread::SqlThread()
{
    m_thread.setObjectName(QStringLiteral("simiao-sql"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

SqlThread::~SqlThread()
{
    // Queued behind everything already asked for, so no promise is left open.
    QMetaObject::invokeMethod(&m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace simiao::storage
