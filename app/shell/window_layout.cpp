#include "shell/window_layout.h"

#include "shell/shell_memory.h"

#include <QScreen>
#include <QSplitter>
#include <QWidget>

namespace simiao::shell {

namespace {

QByteArray stored(const QString &text)
{
    return QByteArray::fromBase64(text.toLatin1());
}

QString storable(const QByteArray &state)
{
    return QString::fromLatin1(state.toBase64());
}

QList<QSplitter *> namedSplitters(const QWidget *page)
{
    auto splitters = page->findChildren<QSplitter *>();
    splitters.removeIf([](const QSplitter *splitter) { return splitter->objectName().isEmpty(); });
    return splitters;
}

} // namespace

WindowLayout::WindowLayout(ShellMemory &memory, QString user)
    : m_memory(memory)
    , m_user(std::move(user))
{
}

QString WindowLayout::key(const QWidget *widget, const QString &what) const
{
    const auto screen = widget->screen()->size();
    return QStringLiteral("%1@%2x%3/%4").arg(m_user).arg(screen.width()).arg(screen.height()).arg(what);
}

void WindowLayout::restoreWindow(QWidget *window) const
{
    const auto state = stored(m_memory.value(key(window, QStringLiteral("window"))));
    if (!state.isEmpty())
        window->restoreGeometry(state);
}

void WindowLayout::saveWindow(const QWidget *window)
{
    m_memory.set(key(window, QStringLiteral("window")), storable(window->saveGeometry()));
}

void WindowLayout::restoreSplitters(const QWidget *page) const
{
    for (auto *splitter : namedSplitters(page)) {
        const auto state = stored(m_memory.value(key(page, splitter->objectName())));
        if (!state.isEmpty())
            splitter->restoreState(state);
    }
}

void WindowLayout::saveSplitters(const QWidget *page)
{
    for (const auto *splitter : namedSplitters(page))
        m_memory.set(key(page, splitter->objectName()), storable(splitter->saveState()));
}

} // namespace simiao::shell
