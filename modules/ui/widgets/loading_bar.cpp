#include "ui/widgets/loading_bar.h"

#include "ui/theme/colours.h"

#include <QPainter>

namespace simiao::ui {

LoadingBar::LoadingBar(QWidget *parent)
    : ThemedWidget(QAccessible::ProgressBar, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void LoadingBar::setIdle()
{
    m_isIdle = true;
    setAccessibleName({});
    update();
}

void LoadingBar::setPercent(int percent)
{
    m_isIdle = false;
    m_percent = percent;
    setAccessibleName(percent < 0 ? tr("Loading") : tr("Loading, %1 %").arg(percent));
    update();
}

void LoadingBar::paintEvent(QPaintEvent *)
{
    if (m_isIdle)
        return;
    QPainter painter(this);
    const auto &colours = tokens().colours;
    const int done = m_percent < 0 ? width() / 3 : width() * m_percent / 100;
    painter.fillRect(rect(), mixed(colours.accent, colours.panel, 25));
    painter.fillRect(0, 0, done, height(), colours.accent);
}

} // namespace simiao::ui
