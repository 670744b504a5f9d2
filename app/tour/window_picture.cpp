#include "tour/window_picture.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

namespace simiao::tour {

namespace {

/// The window under dialogs and pop-ups.
QWidget *mainWindow()
{
    auto *window = QApplication::activeWindow();
    while (window && window->parentWidget())
        window = window->parentWidget()->window();
    if (window && window->isVisible())
        return window;
    for (auto *other : QApplication::topLevelWidgets()) {
        if (other->isVisible() && other->windowType() == Qt::Window)
            return other;
    }
    return nullptr;
}

} // namespace

QImage windowPicture()
{
    auto *window = mainWindow();
    if (!window)
        return {};
    auto picture = window->grab().toImage();
    QPainter painter(&picture);
    for (auto *over : QApplication::topLevelWidgets()) {
        if (over != window && over->isVisible())
            painter.drawPixmap(over->pos() - window->pos(), over->grab());
    }
    return picture;
}

} // namespace simiao::tour
