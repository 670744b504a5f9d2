#include "shell/page_room.h"

#include <QApplication>

namespace simiao::shell {

PageRoom::PageRoom(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(page->autoFillBackground() && page->backgroundRole() == QPalette::Base);
    setFocusProxy(page);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void PageRoom::follow(QWidget *focus)
{
    constexpr int kAir = 8;
    if (focus && widget() && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus, kAir, kAir);
}

} // namespace simiao::shell
