#include "tour/window_picture.h"

#include <QApplication>
#include <QPainter>
#include <QScreen>
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

/// From the window to those on other screens.
QRect seen(const QWidget &window)
{
    QRect area(window.pos(), window.size());
    for (const auto *other : QApplication::topLevelWidgets()) {
        if (other->isVisible() && other->isWindow() && other->screen() != window.screen())
            area |= QRect(other->pos(), other->size());
    }
    return area;
}

} // namespace

QImage windowPicture()
{
    auto *window = mainWindow();
    if (!window)
        return {};
    const auto area = seen(*window);
    QImage picture(area.size() * window->devicePixelRatio(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(window->devicePixelRatio());
    picture.fill(Qt::black);
    QPainter painter(&picture);
    painter.drawPixmap(window->pos() - area.topLeft(), window->grab());
    for (auto *over : QApplication::topLevelWidgets()) {
        if (over != window && over->isVisible())
            painter.drawPixmap(over->pos() - area.topLeft(), over->grab());
    }
    return picture;
}

} // namespace simiao::tour
