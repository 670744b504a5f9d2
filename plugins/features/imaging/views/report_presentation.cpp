#include "imaging/views/report_presentation.h"

#include "imaging/report/report_lines.h"
#include "imaging/views/overlay.h"
#include "imaging/views/presented_part.h"
#include "sdk/desk.h"

#include <QCoroTask>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr int kMargin = 8;

double screenMmPerPixel(const QWidget &widget)
{
    constexpr double kInch = 25.4;
    return kInch / std::max(1, widget.physicalDpiX());
}

} // namespace

ReportPresentation::ReportPresentation(std::shared_ptr<workflow::ImageSource> images, QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
    , m_images(std::move(images))
{
    setObjectName(QStringLiteral("imaging.report.presentation"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    retheme();
}

ReportPresentation::~ReportPresentation()
{
    m_stop.request_stop();
}

void ReportPresentation::setState(const imaging::PresentationState &state, SliceFinder find)
{
    m_state = state;
    m_find = std::move(find);
    m_named.clear();
    for (const auto &image : state.images) {
        if (image.frames.empty())
            m_named.push_back({image.sopInstanceUid, 0});
        for (const int frame : image.frames)
            m_named.push_back({image.sopInstanceUid, frame});
    }
    show(0);
}

void ReportPresentation::show(std::size_t index)
{
    m_index = index;
    m_picture = {};
    m_corners = {};
    ++m_generation;
    if (m_named.empty())
        return say(sdk::errorText({ErrorKind::Invalid, QStringLiteral("presentation.other-image")}));
    const auto &named = m_named[m_index];
    const auto found = m_find ? m_find(named.sopInstanceUid, named.frame) : std::nullopt;
    if (!found || !m_images)
        return say(tr("The image that this state names is not among the patient's images."));
    say(tr("Reading the image…"));
    QCoro::connect(m_images->frame(found->slice.instance, found->slice.frame, m_stop.get_token()), this,
                   [this, found = *found,
                    generation = m_generation](const Result<std::shared_ptr<const imaging::Frame>> &frame) {
                       take(generation, found, frame);
                   });
}

void ReportPresentation::take(int generation,
                              const FoundSlice &found,
                              const Result<std::shared_ptr<const imaging::Frame>> &frame)
{
    if (generation != m_generation)
        return;
    if (!frame)
        return say(sdk::errorText(frame.error()));
    auto presentation = imaging::presentationOf(
        m_state, {found.seriesInstanceUid, found.slice.instance.sopInstanceUid, found.slice.frame}, **frame);
    if (!presentation)
        return say(sdk::errorText(presentation.error()));
    m_corners = cornersOf(found, *frame, *presentation);
    m_picture = PresentedPicture(**frame, *std::move(presentation));
    say({});
}

/// As over any other picture, of whom, of when, which side and which slice; and whose state it is. The state has a scale of its own.
CornerTexts ReportPresentation::cornersOf(const FoundSlice &found,
                                          const std::shared_ptr<const imaging::Frame> &frame,
                                          const imaging::Presentation &presentation) const
{
    auto texts =
        cornerTexts({.series = found.series,
                     .slice = found.number,
                     .slices = found.count,
                     .frame = frame,
                     .display = presentation.display,
                     .turn = presentation.turn,
                     .layout = {.modalities = {},
                                .topLeft = cornerLayoutFor({}, {}).topLeft,
                                .topRight = {{CornerField::Laterality, CornerField::View},
                                             {CornerField::Modality, CornerField::SeriesDescription}},
                                .bottomLeft = {{CornerField::Slice}, {CornerField::Window}},
                                .bottomRight = {}},
                     .mrn = {}});
    const bool isCut = presentation.area && isPart(*presentation.area, frame->geometry());
    addWhole(texts, texts.topRight, presentationWords(m_state, true, isCut));
    if (m_named.size() > 1)
        texts.bottomRight.append(tr("image %1 of %2").arg(m_index + 1).arg(m_named.size()));
    return texts;
}

void ReportPresentation::say(const QString &why)
{
    m_why = why;
    setAccessibleDescription(text());
    update();
}

QString ReportPresentation::title() const
{
    const auto number = tr("image %1 of %2").arg(m_index + 1).arg(std::max<std::size_t>(1, m_named.size()));
    QStringList parts{imaging::harmless(m_state.patientName), imaging::harmless(m_state.label),
                      imaging::harmless(m_state.creator), m_state.created.left(10), number};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString ReportPresentation::text() const
{
    QStringList parts{title(), m_why};
    parts += m_corners.topLeft + m_corners.topRight + m_corners.bottomLeft + m_corners.bottomRight;
    const auto &edges = m_corners.edges;
    parts += QStringList{edges.left, edges.right, edges.top, edges.bottom}.join(u' ').trimmed();
    parts += m_picture.words();
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

void ReportPresentation::leaf(int pictures)
{
    const int last = static_cast<int>(m_named.size()) - 1;
    const int next = std::clamp(static_cast<int>(m_index) + pictures, 0, std::max(0, last));
    if (next != static_cast<int>(m_index))
        show(static_cast<std::size_t>(next));
}

void ReportPresentation::retheme()
{
    setAccessibleName(tr("Images as a presentation state shows them"));
    update();
}

void ReportPresentation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    painter.setFont(typeFont(ui::Type::Base));
    const int line = painter.fontMetrics().height() + kMargin;
    m_picture.paint(painter, rect(), screenMmPerPixel(*this));
    if (!m_picture.isEmpty())
        return paintOverlay(painter, rect(), m_corners, painter.font());
    painter.setPen(QColor(0xE2, 0xE6, 0xEB));
    const QRect head(kMargin, kMargin, width() - 2 * kMargin, line);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(title(), Qt::ElideRight, head.width()));
    if (!m_why.isEmpty())
        painter.drawText(rect().adjusted(24, line, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_why);
}

void ReportPresentation::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
    case Qt::Key_Up: return leaf(-1);
    case Qt::Key_PageDown:
    case Qt::Key_Down: return leaf(1);
    default: ThemedWidget::keyPressEvent(event);
    }
}

void ReportPresentation::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        leaf(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

} // namespace simiao::viewer
