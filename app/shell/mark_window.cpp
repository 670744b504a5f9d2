#include "shell/mark_window.h"

#include "shell/profile_band.h"
#include "ui/theme/simiao_style.h"

#include <QApplication>
#include <QPainter>

namespace simiao::shell {

namespace {

constexpr int kLeastHeight = 22;
constexpr int kPartOfDisplay = 26; // read from where the display is read

} // namespace

MarkWindow::MarkWindow(sdk::ProfileKind kind, QWindow *display)
    : QRasterWindow(display)
    , m_kind(kind)
    , m_display(display)
{
    setFlag(Qt::WindowTransparentForInput);
    connect(display, &QWindow::widthChanged, this, &MarkWindow::place);
    connect(display, &QWindow::heightChanged, this, &MarkWindow::place);
    place();
    show();
}

void MarkWindow::place()
{
    setGeometry(0, 0, m_display->width(), std::max(kLeastHeight, m_display->height() / kPartOfDisplay));
}

void MarkWindow::paintEvent(QPaintEvent *)
{
    const auto &tokens = ui::SimiaoStyle::tokens(nullptr);
    QPainter painter(this);
    const QRect all({}, size());
    painter.fillRect(all, bandColour(m_kind, tokens.colours));
    auto font = QApplication::font();
    font.setPixelSize(all.height() * 2 / 3);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(tokens.colours.panel);
    painter.drawText(all, Qt::AlignCenter | Qt::TextSingleLine, sdk::profileMark(m_kind));
}

} // namespace simiao::shell
