#pragma once

#include <QString>

class QWidget;

namespace simiao::shell {

class ShellMemory;

/// Remembers the size of the window and the splitters of a page per user and screen size: a layout made on a large
/// screen does not spoil a small one.
class WindowLayout
{
public:
    /// \param user  whose layout it is; empty before the log-in
    WindowLayout(ShellMemory &memory, QString user);

    /// Does nothing where nothing is remembered.
    void restoreWindow(QWidget *window) const;
    void saveWindow(const QWidget *window);

    /// Every splitter below `page` that has an object name.
    void restoreSplitters(const QWidget *page) const;
    void saveSplitters(const QWidget *page);

private:
    QString key(const QWidget *widget, const QString &what) const;

    ShellMemory &m_memory;
    QString m_user;
};

} // namespace simiao::shell
