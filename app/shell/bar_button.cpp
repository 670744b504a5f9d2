#include "shell/bar_button.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace simiao::shell {

namespace {

constexpr int kPadding = 6;
constexpr int kArrow = 7;
constexpr int kLeastText = 48;

QPolygonF arrowIn(const QRect &box)
{
    const QPointF centre = QRectF(box).center();
    return {centre + QPointF(-kArrow / 2.0, -1.5), centre + QPointF(0, 2),
            centre + QPointF(kArrow / 2.0, -1.5)};
}

} // namespace

BarButton::BarButton(ui::Type type, QWidget *parent)
    : QToolButton(parent)
    , m_type(type)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BarButton::setPurpose(const QString &purpose)
{
    setAccessibleName(text().isEmpty() ? purpose : QStringLiteral("%1: %2").arg(purpose, text()));
    setToolTip(ui::plainToolTip(accessibleName()));
}

void BarButton::setSeverity(std::optional<ui::Severity> severity)
{
    m_severity = severity;
    update();
}

int BarButton::textWidth() const
{
    return QFontMetrics(ui::SimiaoStyle::font(m_type, this)).horizontalAdvance(text()) + 1;
}

QSize BarButton::sizeHint() const
{
    return {textWidth() + 3 * kPadding + kArrow, ui::SimiaoStyle::tokens(this).rhythm.row};
}

QSize BarButton::minimumSizeHint() const
{
    return {std::min(textWidth(), kLeastText) + 3 * kPadding + kArrow, sizeHint().height()};
}

void BarButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);
    const auto &colours = ui::SimiaoStyle::tokens(this).colours;
    const auto inside = rect().adjusted(kPadding, 0, -2 * kPadding - kArrow, 0);
    painter.setFont(ui::SimiaoStyle::font(m_type, this));
    const auto usual = m_type == ui::Type::Strong ? colours.text : colours.secondary;
    painter.setPen(m_severity ? ui::severityColour(*m_severity, colours) : usual);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.secondary, 1.3));
    painter.drawPolyline(arrowIn(QRect(inside.right() + kPadding, 0, kArrow, height())));
}

} // namespace simiao::shell
