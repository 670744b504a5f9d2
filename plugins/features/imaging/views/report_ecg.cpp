#include "imaging/views/report_ecg.h"

#include "imaging/models/ecg_words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPrinter>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kMostZoom = 8;

} // namespace

ReportEcg::ReportEcg(QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
{
    setObjectName(QStringLiteral("imaging.report.ecg"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    retheme();
}

void ReportEcg::setWaveform(std::shared_ptr<const imaging::Waveform> waveform)
{
    m_waveform = std::move(waveform);
    m_zoom = 1;
    m_offset = {};
    show(0, 0);
}

void ReportEcg::show(std::size_t group, double fromSeconds)
{
    m_page = ecgPageOf(m_waveform, group, fromSeconds);
    setAccessibleDescription(text());
    update();
}

QString ReportEcg::text() const
{
    return m_waveform
        ? m_page.head.join(QStringLiteral("; ")) + QStringLiteral("; ") + spokenWaveform(*m_waveform)
        : QString();
}

void ReportEcg::leaf(int pages)
{
    if (!m_waveform)
        return;
    const double total = m_waveform->groups[m_page.group].seconds();
    const double last =
        std::max(0.0, std::ceil(total / ecgSecondsPerPage() - 1e-6) - 1) * ecgSecondsPerPage();
    show(m_page.group, std::clamp(m_page.fromSeconds + pages * ecgSecondsPerPage(), 0.0, last));
}

void ReportEcg::chooseGroup(int by)
{
    if (!m_waveform)
        return;
    const int last = static_cast<int>(m_waveform->groups.size()) - 1;
    show(static_cast<std::size_t>(std::clamp(static_cast<int>(m_page.group) + by, 0, last)), 0);
}

void ReportEcg::zoomBy(double factor)
{
    m_zoom = std::clamp(m_zoom * factor, 1.0, kMostZoom);
    m_offset = clampedOffset(m_offset);
    update();
}

double ReportEcg::pixelsPerMm() const
{
    const auto paper = ecgPaperMm();
    return m_zoom * std::min(width() / paper.width(), height() / paper.height());
}

/// The page stays in the view; a smaller one in its middle.
QPointF ReportEcg::clampedOffset(const QPointF &offset) const
{
    const auto paper = ecgPaperMm() * pixelsPerMm();
    const auto along = [](double at, double view, double page) {
        return page <= view ? (view - page) / 2 : std::clamp(at, view - page, 0.0);
    };
    return {along(offset.x(), width(), paper.width()), along(offset.y(), height(), paper.height())};
}

void ReportEcg::retheme()
{
    setAccessibleName(tr("Recording on millimetre paper"));
    if (m_waveform)
        show(m_page.group, m_page.fromSeconds);
}

void ReportEcg::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.surface);
    if (!m_waveform)
        return;
    painter.translate(clampedOffset(m_offset));
    painter.scale(pixelsPerMm(), pixelsPerMm());
    painter.setFont(typeFont(ui::Type::Base));
    paintEcg(painter, m_page);
}

void ReportEcg::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageUp: return leaf(-1);
    case Qt::Key_PageDown: return leaf(1);
    case Qt::Key_Left: return chooseGroup(-1);
    case Qt::Key_Right: return chooseGroup(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomBy(kZoomStep);
    case Qt::Key_Minus: return zoomBy(1 / kZoomStep);
    case Qt::Key_0: return zoomBy(0);
    default: ThemedWidget::keyPressEvent(event);
    }
}

void ReportEcg::wheelEvent(QWheelEvent *event)
{
    const int notches = event->angleDelta().y();
    if (notches == 0)
        return;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoomBy(notches > 0 ? kZoomStep : 1 / kZoomStep);
    else
        leaf(notches > 0 ? -1 : 1);
    event->accept();
}

void ReportEcg::mousePressEvent(QMouseEvent *event)
{
    m_offset = clampedOffset(m_offset);
    m_dragFrom = event->position() - m_offset;
}

void ReportEcg::mouseMoveEvent(QMouseEvent *event)
{
    m_offset = clampedOffset(event->position() - m_dragFrom);
    update();
}

void ReportEcg::print(QPrinter &printer) const
{
    if (!m_waveform)
        return;
    QPainter painter(&printer);
    painter.setFont(typeFont(ui::Type::Base));
    constexpr double kInch = 25.4;
    const double dots = printer.resolution() / kInch;
    const double total = m_waveform->groups[m_page.group].seconds();
    for (double from = 0; from < total; from += ecgSecondsPerPage()) {
        if (from > 0)
            printer.newPage();
        painter.save();
        painter.scale(dots, dots);
        paintEcg(painter, ecgPageOf(m_waveform, m_page.group, from));
        painter.restore();
    }
}

} // namespace simiao::viewer
