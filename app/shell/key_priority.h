#pragma once

#include <QObject>

class QWidget;

namespace simiao::shell {

/// Lets the keys of a window's own actions go before what an editor in it does with them: Qt's editors cut the rest
/// of the line with Ctrl+K on X11. Lives as long as the window.
class KeyPriority : public QObject
{
    Q_OBJECT

public:
    explicit KeyPriority(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

} // namespace simiao::shell
