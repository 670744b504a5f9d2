#include "shell/overlay_panel.h"

#include "ui/theme/paint.h"
#include "ui/theme/simiao_style.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace simiao::shell {

OverlayPanel::OverlayPanel(QWidget *parent)
    : QFrame(parent)
{
}

void OverlayPanel::appear()
{
    m_before = QApplication::focusWidget();
    activateWindow(); // the focus may be in a window of a panel
    show();
    raise();
}

void OverlayPanel::close()
{
    const auto before = std::exchange(m_before, nullptr);
    hide();
    if (!before)
        return;
    before->setFocus(Qt::PopupFocusReason);
    before->activateWindow();
}

void OverlayPanel::leave()
{
    m_before.clear();
    hide();
}

void OverlayPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &tokens = ui::SimiaoStyle::tokens(this);
    ui::paint::box(painter, rect(), tokens.colours.panel, tokens.colours.outline, tokens.rhythm.radius);
}

} // namespace simiao::shell
