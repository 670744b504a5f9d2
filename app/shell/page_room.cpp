#include "shell/page_room.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QResizeEvent>

#include <algorithm>

namespace simiao::shell {

namespace {

/// Has the page fill it and asks for no more than the page's least size. Without it the scroll area would give a page that has a
/// line of wrapped text its preferred height, and put the keys at the bottom out of sight.
class Holder : public QWidget
{
public:
    explicit Holder(QWidget *page)
        : m_page(page)
    {
        page->setParent(this);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            claimLeast();
        return QWidget::event(event);
    }

    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        claimLeast();
        m_page->setGeometry(rect());
    }

private:
    void claimLeast()
    {
        auto least = m_page->minimumSizeHint().expandedTo(m_page->minimumSize());
        if (auto *layout = m_page->layout(); layout && layout->hasHeightForWidth())
            least.setHeight(std::max(m_page->minimumHeight(),
                                     layout->totalMinimumHeightForWidth(std::max(width(), least.width()))));
        setMinimumSize(least);
    }

    QWidget *m_page;
};

} // namespace

PageRoom::PageRoom(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    auto *holder = new Holder(page);
    setWidget(holder);
    viewport()->setAutoFillBackground(false);
    holder->setAutoFillBackground(false); // the area switches it on
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
