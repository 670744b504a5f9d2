#include "shell/spoken_texts.h"

#include <QCoreApplication>
#include <QThread>

namespace simiao::shell {

void SpokenTexts::remember(const QString &english, const QString &chinese)
{
    if (english == chinese || QThread::currentThread() != QCoreApplication::instance()->thread())
        return;
    m_other.insert(english, chinese);
    m_other.insert(chinese, english);
}

} // namespace simiao::shell
