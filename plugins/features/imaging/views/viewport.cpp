#include "imaging/views/viewport.h"

#include "imaging/models/window_words.h"
#include "imaging/report/report_lines.h"
#include "imaging/stated_display.h"
#include "imaging/views/label_editor.h"
#include "imaging/views/overlay.h"
#include "imaging/views/slice_track.h"
#include "imaging/views/true_size.h"
#include "ui/theme/paint.h"

#include <QPainter>

namespace simiao::viewer {

namespace {

void paintFocus(QPainter &painter, const QRect &view, const ui::ThemeTokens &tokens)
{
    ui::paint::box(painter, view, {}, tokens.colours.accent, 0, tokens.rhythm.focusRing);
}

} // namespace

Viewport::Viewport(ImageStack *stack,
                   MeasurementBook *book,
                   const QString &mrn,
                   std::shared_ptr<const ViewerData> data,
                   QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
    , m_stack(stack)
    , m_tool(new MeasureTool(stack, book, this))
    , m_editor(new LabelEditor(this))
    , m_mrn(mrn)
    , m_data(std::move(data))
{
    setObjectName(QStringLiteral("imaging.viewport"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(stack, &ImageStack::changed, this, &Viewport::follow);
    attachTool();
    follow();
    retheme();
}

void Viewport::setSeriesPosition(int index, int count)
{
    m_seriesIndex = index;
    m_seriesCount = count;
    follow();
}

void Viewport::follow()
{
    if (m_seriesUid != m_stack->series().seriesInstanceUid) {
        m_seriesUid = m_stack->series().seriesInstanceUid;
        m_placement = {};
        m_turn = {};
        m_chestWall.reset();
        m_arrangement.reset();
        m_stated.reset();
        m_marks = {};
        m_keySlices.clear();
        m_note.clear();
    }
    if (m_stack->shown() != m_notedSlice)
        m_note.clear();
    followChestWall();
    followPresentation();
    m_picture.update(m_stack->frame(), m_stack->frame() ? m_stack->display() : imaging::GreyDisplay{}, m_turn,
                     framing());
    if (const auto &frame = m_stack->frame())
        m_planes.update({frame->geometry().columns(), frame->geometry().rows()}, shownOverlays(), m_turn);
    else
        m_planes = {};
    updateMapping();
    describe();
    update();
}

void Viewport::retheme()
{
    setAccessibleName(tr("Image viewport"));
    m_texts.forget();
    describe();
}

CornerTexts Viewport::corners() const
{
    CornerFacts facts{.series = m_stack->series(),
                      .seriesIndex = m_seriesIndex,
                      .seriesCount = m_seriesCount,
                      .slice = m_stack->frame() ? m_stack->shown() : m_stack->wanted(),
                      .slices = m_stack->count(),
                      .frame = m_stack->frame(),
                      .display = {},
                      .turn = m_turn,
                      .zoom = scale() * devicePixelRatioF(),
                      .isTrueSize = isTrueSize(),
                      .isScreenMeasured = isMeasured(*this),
                      .mrn = m_mrn};
    if (m_data)
        facts.layout = cornerLayoutFor(m_data->corners, facts.series.modality);
    if (facts.frame) {
        facts.display = m_stack->display();
        facts.preset = presetText();
    }
    auto texts = cornerTexts(facts);
    const auto &prior = m_status.value(Status::Prior);
    if (!prior.isEmpty())
        texts.topRight.prepend(prior);
    texts.whole.append(prior);
    addWhole(texts, texts.topRight, presentationLines());
    if (m_stack->frame() && m_keySlices.contains(m_stack->shown()))
        texts.bottomLeft.prepend(tr("KEY IMAGE"));
    for (const auto status : {Status::Sync, Status::Cine}) {
        if (const auto &words = m_status.value(status); !words.isEmpty())
            texts.bottomRight.prepend(words);
    }
    texts.whole.append(m_status.value(Status::Sync)); // how far another slice is away
    return texts;
}

/// The name of the window, where it has the very values of one.
QString Viewport::presetText() const
{
    const auto &series = m_stack->series();
    if (!m_data || !m_stack->isWindowed())
        return {};
    const auto &facts = m_stack->frame()->facts();
    const auto display = m_stack->display();
    if (const auto stated = imaging::statedDisplay(facts, m_stack->stated().value_or(-1)))
        return imaging::harmless(stated->explanation).simplified();
    if (display.table)
        return imaging::harmless(display.table->explanation).simplified();
    for (const auto *preset : presetsFor(m_data->presets, series.modality, series.bodyPart)) {
        if (preset->isOn(*m_stack->frame(), display.window))
            return preset->title.in(QLocale().name());
    }
    return {};
}

QString Viewport::text() const
{
    const auto texts = corners();
    return (texts.topLeft + texts.topRight + texts.bottomLeft + texts.bottomRight).join(QStringLiteral("; "));
}

QString Viewport::sliceText() const
{
    const int slice = m_stack->frame() ? m_stack->shown() : m_stack->wanted();
    return m_stack->count() > 0 ? viewer::sliceText(slice, m_stack->count()) : QString();
}

QString Viewport::windowText() const
{
    return m_stack->isWindowed() ? viewer::windowText(m_stack->display().window) : QString();
}

QString Viewport::seriesText() const
{
    return corners().topRight.join(u' ');
}

QString Viewport::zoomText() const
{
    return corners().bottomRight.join(u' ');
}

void Viewport::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    painter.save();
    if (const auto part = statedPart())
        painter.setClipRect(*part);
    if (!m_picture.isEmpty())
        m_picture.paint(painter, target());
    if (m_areOverlaysShown)
        m_planes.paint(painter, target());
    paintCalibration(painter);
    paintPresentation(painter);
    painter.restore();
    paintMarks(painter, m_marks, m_mapping, typeFont(ui::Type::Base));
    paintMeasures(painter);
    m_magnifier.paint(painter, m_picture, target());
    paintWords(painter);
    if (m_stack->frame())
        paintSliceTrack(painter, rect(), {m_stack->shown(), m_stack->count(), m_keySlices});
    if (hasFocus() && !m_isFramed)
        paintFocus(painter, rect(), tokens());
}

} // namespace simiao::viewer
