#include "imaging/views/blanking_view.h"

#include "imaging/views/drawing_gesture.h"
#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using workflow::PictureArea;

namespace {

// The ground is the picture in every theme.
const QColor kLine(0xFF, 0xD2, 0x4A);
const QColor kSelected(0x6F, 0xE3, 0xFF);
const QColor kEdge(0, 0, 0, 200);
constexpr int kLargeStep = 10;

QRect rectOf(const PictureArea &area)
{
    return {area.left, area.top, area.width, area.height};
}

void outline(QPainter &painter, const QRectF &box, const QColor &ink, Qt::PenStyle style = Qt::SolidLine)
{
    painter.setPen(QPen(kEdge, 3));
    painter.drawRect(box);
    painter.setPen(QPen(ink, 1.2, style));
    painter.drawRect(box);
}

} // namespace

BlankingView::BlankingView(QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
{
    setObjectName(QStringLiteral("imaging.export.blank"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::CrossCursor);
    describe();
}

void BlankingView::setPicture(const std::shared_ptr<const imaging::Frame> &frame,
                              const imaging::GreyDisplay &display,
                              const QString &why)
{
    const bool isOfOtherSize = frame
        && (!m_frame
            || !(frame->geometry().columns() == m_frame->geometry().columns()
                 && frame->geometry().rows() == m_frame->geometry().rows()));
    m_frame = frame;
    m_display = display;
    m_why = why;
    m_corner.reset();
    m_pressed.reset();
    if (isOfOtherSize)
        m_cross = {frame->geometry().columns() / 2, frame->geometry().rows() / 2};
    render();
    place();
}

void BlankingView::setAreas(const std::vector<PictureArea> &areas, int selected)
{
    m_areas = areas;
    m_selected = selected;
    render();
    update();
}

void BlankingView::render()
{
    std::vector<QRect> black;
    for (const auto &area : m_areas)
        black.push_back(rectOf(area));
    m_picture = {};
    m_picture.update(m_frame, m_display);
    if (m_frame)
        m_picture.blacken(black);
}

void BlankingView::place()
{
    m_mapping = {};
    m_target = {};
    if (!m_picture.isEmpty()) {
        const QSizeF fitting = m_picture.extent().scaled(size(), Qt::KeepAspectRatio);
        m_target = {QPointF(width() - fitting.width(), height() - fitting.height()) / 2, fitting};
        m_mapping = ImageMapping(m_target, m_frame->geometry().columns(), m_frame->geometry().rows());
    }
    describe();
    update();
}

void BlankingView::describe()
{
    setAccessibleName(tr("Picture to be exported"));
    auto words = tr("Column %1, row %2").arg(m_cross.x()).arg(m_cross.y());
    if (const auto area = pending())
        words = tr("%1 × %2 pixels from column %3, row %4")
                    .arg(area->width)
                    .arg(area->height)
                    .arg(area->left)
                    .arg(area->top);
    setAccessibleDescription(m_frame ? words : m_why);
    update();
}

QPoint BlankingView::pixelAt(const QPointF &at) const
{
    constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel
    const auto place = m_mapping.toImage(at);
    const auto &geometry = m_frame->geometry();
    return {std::clamp(int(std::floor(place.column + kHalf)), 0, geometry.columns() - 1),
            std::clamp(int(std::floor(place.row + kHalf)), 0, geometry.rows() - 1)};
}

/// Every pixel from the one corner to the other.
std::optional<PictureArea> BlankingView::pending() const
{
    if (!m_corner)
        return {};
    return PictureArea{.left = std::min(m_corner->x(), m_cross.x()),
                       .top = std::min(m_corner->y(), m_cross.y()),
                       .width = std::abs(m_cross.x() - m_corner->x()) + 1,
                       .height = std::abs(m_cross.y() - m_corner->y()) + 1};
}

QRectF BlankingView::boxOf(const PictureArea &area) const
{
    constexpr double kHalf = 0.5;
    const imaging::ImagePoint from{area.left - kHalf, area.top - kHalf};
    const imaging::ImagePoint to{from.column + area.width, from.row + area.height};
    return {m_mapping.toView(from), m_mapping.toView(to)};
}

/// The smallest one: a larger one may lie around it.
int BlankingView::areaAt(const QPoint &pixel) const
{
    int found = -1;
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        const auto size = [this](int index) {
            const auto &area = m_areas[std::size_t(index)];
            return qint64{area.width} * area.height;
        };
        const bool isHere = rectOf(m_areas[i]).contains(pixel);
        if (isHere && (found < 0 || size(int(i)) < size(found)))
            found = int(i);
    }
    return found;
}

void BlankingView::setCorner()
{
    if (!m_corner) {
        m_corner = m_cross;
        return describe();
    }
    const auto area = *pending();
    m_corner.reset();
    describe();
    Q_EMIT drawn(area);
}

void BlankingView::moveCross(const QPoint &by)
{
    const auto &geometry = m_frame->geometry();
    m_cross = {std::clamp(m_cross.x() + by.x(), 0, geometry.columns() - 1),
               std::clamp(m_cross.y() + by.y(), 0, geometry.rows() - 1)};
    describe();
}

void BlankingView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_mapping.isEmpty())
        return;
    m_pressed = event->position();
    m_cross = pixelAt(event->position());
    m_corner = m_cross;
    describe();
}

void BlankingView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed || m_mapping.isEmpty())
        return;
    m_cross = pixelAt(event->position());
    describe();
}

void BlankingView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed || m_mapping.isEmpty())
        return;
    const bool isDrag = QLineF(*m_pressed, event->position()).length() >= kDragFrom;
    m_pressed.reset();
    if (isDrag)
        return setCorner();
    m_corner.reset();
    describe();
    Q_EMIT picked(areaAt(m_cross));
}

void BlankingView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        Q_EMIT leafed(event->angleDelta().y() < 0 ? 1 : -1);
    event->accept();
}

bool BlankingView::wants(int key) const
{
    if (m_mapping.isEmpty())
        return key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    return direction(key) || isEnter(key) || key == Qt::Key_Delete || key == Qt::Key_PageUp
        || key == Qt::Key_PageDown || (key == Qt::Key_Escape && m_corner);
}

/// Enter and Escape are its own here, whatever they mean in the dialog.
bool BlankingView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && wants(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return ThemedWidget::event(event);
}

void BlankingView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (!wants(key))
        return ThemedWidget::keyPressEvent(event);
    const int step = event->modifiers() & Qt::ShiftModifier ? kLargeStep : 1;
    if (const auto way = direction(key)) {
        moveCross(*way * step);
    } else if (isEnter(key)) {
        setCorner();
    } else if (key == Qt::Key_Escape) {
        m_corner.reset();
        describe();
    } else if (key == Qt::Key_Delete) {
        Q_EMIT removalWanted(areaAt(m_cross));
    } else {
        Q_EMIT leafed(key == Qt::Key_PageDown ? 1 : -1);
    }
}

void BlankingView::paintOutlines(QPainter &painter) const
{
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_areas.size(); ++i)
        outline(painter, boxOf(m_areas[i]), int(i) == m_selected ? kSelected : kLine);
    if (const auto area = pending()) {
        painter.fillRect(boxOf(*area), QColor(0, 0, 0, 200));
        outline(painter, boxOf(*area), kSelected, Qt::DashLine);
    }
    if (!hasFocus() || m_pressed)
        return;
    constexpr double kArm = 10;
    const auto at = boxOf({m_cross.x(), m_cross.y(), 1, 1}).center();
    for (const auto &pen : {QPen(kEdge, 3), QPen(kSelected, 1.2)}) {
        painter.setPen(pen);
        painter.drawLine(at - QPointF(kArm, 0), at + QPointF(kArm, 0));
        painter.drawLine(at - QPointF(0, kArm), at + QPointF(0, kArm));
    }
}

void BlankingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_mapping.isEmpty()) {
        constexpr int kAir = 12;
        painter.setPen(Qt::white);
        painter.setFont(typeFont(ui::Type::Base));
        painter.drawText(rect().adjusted(kAir, kAir, -kAir, -kAir), Qt::AlignCenter | Qt::TextWordWrap,
                         m_why);
    } else {
        m_picture.paint(painter, m_target);
        painter.setRenderHint(QPainter::Antialiasing);
        paintOutlines(painter);
    }
    if (hasFocus())
        ui::paint::box(painter, rect(), {}, tokens().colours.accent, 0, tokens().rhythm.focusRing);
}

void BlankingView::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    place();
}

void BlankingView::focusInEvent(QFocusEvent *event)
{
    ThemedWidget::focusInEvent(event);
    update();
}

void BlankingView::focusOutEvent(QFocusEvent *event)
{
    ThemedWidget::focusOutEvent(event);
    update();
}

} // namespace simiao::viewer
