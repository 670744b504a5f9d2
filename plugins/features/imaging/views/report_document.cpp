#include "imaging/views/report_document.h"

#include "imaging/models/pdf_reader.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr double kZoomStep = 1.25;
constexpr int kMargin = 8;

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
    m_image = {};
    m_pages = 0;
    m_page = 0;
    m_zoom = 1;
    m_isOpening = document.mimeType == QLatin1String("application/pdf");
    if (m_isOpening) {
        m_pdf = std::make_unique<PdfReader>(document.bytes);
        connect(m_pdf.get(), &PdfReader::opened, this, &ReportDocument::takePages);
        connect(m_pdf.get(), &PdfReader::rendered, this, &ReportDocument::takeImage);
    }
    render();
}

void ReportDocument::takePages(int pages)
{
    m_isOpening = false;
    m_pages = pages;
    render();
}

void ReportDocument::takeImage(int page, const QImage &image)
{
    if (page != m_page)
        return;
    m_image = image;
    m_image.setDevicePixelRatio(devicePixelRatioF());
    scroll(0);
}

QString ReportDocument::words() const
{
    const auto title = m_document.title.isEmpty() ? m_document.mimeType : m_document.title;
    if (m_isOpening)
        return tr("Opening %1…").arg(title);
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

/// The page of before stays until this one is painted.
void ReportDocument::render()
{
    if (m_pages > 0)
        m_pdf->render(m_page, std::max(1, width() - 2 * kMargin) * m_zoom * devicePixelRatioF());
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
