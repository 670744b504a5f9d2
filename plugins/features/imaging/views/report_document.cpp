#include "imaging/views/report_document.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QPainter>
#ifdef SIMIAO_HAS_PDF
#include <QPdfDocument>
#endif

#include <algorithm>

#ifndef SIMIAO_HAS_PDF
/// Built without: never made.
class QPdfDocument
{
};
#endif

namespace simiao::viewer {

namespace {

constexpr double kZoomStep = 1.25;
constexpr int kMargin = 8;
/// A page may state any size.
constexpr double kMostPixels = 40e6;

#ifdef SIMIAO_HAS_PDF
std::unique_ptr<QPdfDocument> opened(QBuffer *bytes, int *pages)
{
    auto pdf = std::make_unique<QPdfDocument>();
    pdf->load(bytes);
    *pages = pdf->status() == QPdfDocument::Status::Ready ? pdf->pageCount() : 0;
    return pdf;
}

QImage rendered(QPdfDocument &pdf, int page, double width)
{
    const auto points = pdf.pagePointSize(page);
    if (points.isEmpty())
        return {};
    QSizeF size(width, width * points.height() / points.width());
    if (size.width() * size.height() > kMostPixels)
        return {};
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).drawImage(0, 0, pdf.render(page, size.toSize()));
    return image;
}
#else
std::unique_ptr<QPdfDocument> opened(QBuffer *, int *pages)
{
    *pages = 0;
    return nullptr;
}

QImage rendered(QPdfDocument &, int, double)
{
    return {};
}
#endif

} // namespace

ReportDocument::ReportDocument(QWidget *parent)
    : ThemedWidget(QAccessible::Document, parent)
{
    setObjectName(QStringLiteral("imaging.report.document"));
    setFocusPolicy(Qt::StrongFocus);
    retheme();
}

ReportDocument::~ReportDocument() = default;

void ReportDocument::setDocument(const workflow::EncapsulatedDocument &document)
{
    m_document = document;
    m_pdf.reset();
    m_bytes = std::make_unique<QBuffer>(&m_document.bytes);
    m_bytes->open(QIODevice::ReadOnly);
    m_pages = 0;
    if (document.mimeType == QLatin1String("application/pdf"))
        m_pdf = opened(m_bytes.get(), &m_pages);
    m_page = 0;
    m_zoom = 1;
    render();
}

QString ReportDocument::words() const
{
    const auto title = m_document.title.isEmpty() ? m_document.mimeType : m_document.title;
    if (m_pages > 0)
        return tr("%1, page %2 of %3").arg(title).arg(m_page + 1).arg(m_pages);
    if (m_document.mimeType == QLatin1String("application/pdf"))
        return tr("The PDF \"%1\" cannot be shown here. Save it as a file and open it with another program.")
            .arg(title);
    return tr("The document \"%1\" (%2) cannot be shown here. Save it as a file and open it with another "
              "program.")
        .arg(title, m_document.mimeType);
}

QString ReportDocument::text() const
{
    return words();
}

void ReportDocument::leaf(int pages)
{
    m_page = std::clamp(m_page + pages, 0, std::max(0, m_pages - 1));
    m_top = 0;
    render();
}

void ReportDocument::zoomBy(double factor)
{
    m_zoom = std::clamp(m_zoom * factor, 1.0, 6.0);
    render();
}

void ReportDocument::render()
{
    const double ratio = devicePixelRatioF();
    m_image = {};
    if (m_pages > 0) {
        m_image = rendered(*m_pdf, m_page, std::max(1, width() - 2 * kMargin) * m_zoom * ratio);
        m_image.setDevicePixelRatio(ratio);
    }
    scroll(0);
    setAccessibleName(words());
    update();
}

void ReportDocument::scroll(int by)
{
    const int shown =
        static_cast<int>(m_image.height() / std::max(1.0, m_image.devicePixelRatio())) + 2 * kMargin;
    m_top = std::clamp(m_top + by, 0, std::max(0, shown - height()));
    update();
}

void ReportDocument::retheme()
{
    setAccessibleName(words());
    update();
}

void ReportDocument::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.surface);
    if (!m_image.isNull()) {
        painter.drawImage(QPointF(kMargin, kMargin - m_top), m_image);
        return;
    }
    painter.setPen(tokens().colours.text);
    painter.setFont(typeFont(ui::Type::Base));
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, words());
}

void ReportDocument::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    render();
}

void ReportDocument::keyPressEvent(QKeyEvent *event)
{
    constexpr int kLine = 40;
    switch (event->key()) {
    case Qt::Key_PageUp: return leaf(-1);
    case Qt::Key_PageDown: return leaf(1);
    case Qt::Key_Up: return scroll(-kLine);
    case Qt::Key_Down: return scroll(kLine);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomBy(kZoomStep);
    case Qt::Key_Minus: return zoomBy(1 / kZoomStep);
    default: ThemedWidget::keyPressEvent(event);
    }
}

void ReportDocument::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoomBy(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
    else
        scroll(-event->angleDelta().y());
    event->accept();
}

} // namespace simiao::viewer
