#include "imaging/views/viewport.h"

#include "imaging/views/overlay.h"
#include "imaging/views/scale_bar_painter.h"
#include "imaging/views/true_size.h"
#include "sdk/desk.h"

#include <QPainter>

#include <cmath>
#include <utility>

// How a Viewport lays its picture down, and the words over it.

namespace simiao::viewer {

namespace {

const QColor kNote(0xFF, 0xD2, 0x4A);
const QColor kGround(0, 0, 0, 190);

} // namespace

void Viewport::fit()
{
    m_note.clear();
    m_placement = whole();
    follow();
}

void Viewport::fitWidth()
{
    if (m_picture.isEmpty())
        return;
    m_placement = {};
    m_placement.zoom = Placement::widthZoom(size(), m_picture.extent());
    follow();
}

void Viewport::showTrueSize()
{
    if (m_picture.isEmpty() || !m_stack->frame())
        return;
    const auto &spacing = m_stack->frame()->facts().spacing;
    const auto column = trueColumn(spacing, *this);
    if (!column)
        return say(spacing.isMillimetres() ? tr("No true size: this screen does not say how large it is")
                                           : tr("Not calibrated: the image states no spacing"));
    m_placement.zoom = Placement::unitZoom(*column, size(), m_picture.extent());
    m_note.clear();
    follow();
}

void Viewport::showPixels()
{
    if (m_picture.isEmpty())
        return;
    m_placement = {};
    m_placement.zoom = Placement::unitZoom(1 / devicePixelRatioF(), size(), m_picture.extent());
    m_note.clear();
    follow();
}

void Viewport::zoomBy(double factor)
{
    if (!m_picture.isEmpty())
        m_placement.zoomAt(rect().center(), factor, size(), m_picture.extent());
    follow();
}

void Viewport::panBy(const QPointF &by)
{
    if (!m_picture.isEmpty())
        m_placement.pan(by, size(), m_picture.extent());
    follow();
}

void Viewport::setTurn(const imaging::Turn &turn)
{
    m_turn = turn;
    m_note.clear();
    follow();
}

/// The whole picture: in the middle, or at its chest wall.
Placement Viewport::whole() const
{
    if (!m_chestWall)
        return {};
    return {.side = *m_chestWall == ChestWall::Left ? -1 : 1};
}

void Viewport::setChestWall(std::optional<ChestWall> wall)
{
    const auto before = std::exchange(m_chestWall, wall);
    m_laidSlice = -1;
    m_laidTurn = {};
    if (before || wall) {
        m_turn = {};
        m_placement = whole();
    }
    follow();
}

/// Each picture by its own letters: one series may hold both sides. What somebody turned stays so.
void Viewport::followChestWall()
{
    const bool isNew = m_stack->frame() && m_stack->shown() != m_laidSlice;
    if (!m_chestWall || !isNew || m_turn != m_laidTurn)
        return;
    m_laidSlice = m_stack->shown();
    m_laidTurn = chestWallTurn(*m_chestWall, m_stack->frame()->facts());
    m_turn = m_laidTurn;
}

/// As it was hung, else as it is stored.
void Viewport::resetView()
{
    m_placement = whole();
    m_turn = m_chestWall ? m_laidTurn : imaging::Turn{};
    m_arrangement.reset();
    m_note.clear();
    m_magnifier.putAway();
    follow();
}

void Viewport::setMagnified(bool isMagnified)
{
    const auto pointer = mapFromGlobal(QCursor::pos());
    if (isMagnified)
        m_magnifier.place(rect().contains(pointer) ? pointer : rect().center());
    else
        m_magnifier.putAway();
    follow();
}

void Viewport::setOverlaysShown(bool areShown)
{
    m_areOverlaysShown = areShown;
    follow();
}

void Viewport::setRegionsShown(bool areShown)
{
    m_areRegionsShown = areShown;
    follow();
}

void Viewport::setMarks(const ViewMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

void Viewport::setKeySlices(const QSet<int> &slices)
{
    if (slices == m_keySlices)
        return;
    m_keySlices = slices;
    describe();
    update();
}

void Viewport::setPointing(bool isPointing)
{
    m_isPointing = isPointing;
    showCursor();
}

void Viewport::setStatus(Status status, const QString &words)
{
    if (m_status.value(status) == words)
        return;
    m_status.insert(status, words);
    describe();
    update();
}

void Viewport::say(const QString &note)
{
    m_note = note;
    m_notedSlice = m_stack->shown();
    describe();
    update();
}

void Viewport::setFramed(bool isFramed)
{
    m_isFramed = isFramed;
    update();
}

double Viewport::scale() const
{
    return m_picture.isEmpty() ? 0 : target().width() / m_picture.extent().width();
}

/// Within half a percent: less than any ruler on a screen shows.
bool Viewport::isTrueSize() const
{
    constexpr double kTolerance = 0.005;
    // The stack may have another series already, while the picture is still that of the one before.
    const auto &frame = m_stack->frame();
    const auto column =
        m_picture.isEmpty() || !frame ? std::nullopt : trueColumn(frame->facts().spacing, *this);
    return column && std::abs(scale() / *column - 1) < kTolerance;
}

QFont Viewport::cornerFont() const
{
    constexpr int kNarrow = 300; // px
    return typeFont(width() < kNarrow ? ui::Type::Small : ui::Type::Base);
}

std::optional<ScaleBar> Viewport::bar() const
{
    // Labels that say millimetres and on what ground fill a small viewport: the scale would stand in them.
    constexpr int kSmall = 300;
    if (height() < kSmall && !m_tool->shown().empty())
        return std::nullopt;
    constexpr double kLeastRoom = 40;
    const double room = height() / 3.0;
    if (m_picture.isEmpty() || !m_stack->frame() || room < kLeastRoom)
        return std::nullopt;
    return scaleBar(m_stack->frame()->facts(), scale(), room);
}

/// What is said in the middle, in place of a picture.
QString Viewport::middleText() const
{
    if (m_stack->error() && m_isFramed)
        return sdk::errorText(*m_stack->error());
    const bool isEmpty = m_stack->series().seriesInstanceUid.isEmpty();
    return m_note.isEmpty() && isEmpty && m_isFramed ? tr("Drag a series here") : m_note;
}

void Viewport::paintWords(QPainter &painter)
{
    const auto font = typeFont(ui::Type::Base);
    if (m_stack->count() > 0)
        paintOverlay(painter, rect(), corners(), cornerFont());
    if (const auto scale = bar())
        paintScaleBar(painter, *scale, rect(), font, overlayBoxes(rect(), corners(), cornerFont()));
    const auto words = middleText();
    if (words.isEmpty())
        return;
    constexpr int kMargin = 12;
    const auto room = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    painter.setFont(font);
    const auto box = painter.boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, words);
    painter.fillRect(box.adjusted(-kMargin / 2, -kMargin / 2, kMargin / 2, kMargin / 2), kGround);
    painter.setPen(kNote);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, words);
}

} // namespace simiao::viewer
