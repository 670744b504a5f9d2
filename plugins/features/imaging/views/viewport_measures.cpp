#include "imaging/views/viewport.h"

#include "imaging/models/measurement_words.h"
#include "imaging/views/label_editor.h"
#include "imaging/views/measure_painter.h"
#include "imaging/views/overlay.h"
#include "imaging/views/region_painter.h"
#include "imaging/views/scale_bar_painter.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

// How a Viewport shows its MeasureTool and hands it keys.

namespace simiao::viewer {

void Viewport::attachTool()
{
    setMouseTracking(true);
    connect(m_tool, &MeasureTool::changed, this, &Viewport::followTool);
    connect(m_tool, &MeasureTool::crossMoved, this, &Viewport::revealCross);
    connect(m_tool, &MeasureTool::wordsWanted, this,
            [this](const imaging::ImagePoint &at, const QString &words) {
                m_editor->ask(m_mapping.toView(at).toPoint(), words);
            });
    m_tool->setLabels([this] { return labelPlaces(measureScene()); });
    connect(m_editor, &LabelEditor::done, m_tool, &MeasureTool::takeWords);
}

void Viewport::updateMapping()
{
    m_mapping = {};
    placeArea();
    if (!m_picture.isEmpty() && m_stack->frame()) {
        const auto &geometry = m_stack->frame()->geometry();
        m_mapping = ImageMapping(target(), geometry.columns(), geometry.rows(), m_turn);
    }
    m_tool->setMapping(m_mapping, rect());
}

void Viewport::followTool()
{
    describe();
    showCursor();
    update();
}

/// Zoomed in, the cross would leave the view.
void Viewport::revealCross()
{
    constexpr double kMargin = 24;
    const auto at = m_mapping.toView(m_tool->cross());
    const auto room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QPointF nearest(std::clamp(at.x(), room.left(), std::max(room.left(), room.right())),
                          std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom())));
    if (nearest == at)
        return;
    m_placement.pan(nearest - at, size(), m_picture.extent());
    follow();
}

std::vector<DrawnMeasurement> Viewport::drawn()
{
    std::vector<DrawnMeasurement> all;
    for (const auto &measurement : m_tool->shown()) {
        const bool isSelected = measurement.id == m_tool->selected();
        if (!isSelected && isReplaced(measurement))
            continue;
        all.push_back({measurement, m_texts.linesOf(measurement, m_stack->frame()), isSelected,
                       isSelected ? m_tool->grabbed() : -1, isSelected && m_tool->isLabelHeld()});
    }
    if (const auto pending = m_tool->pending())
        all.push_back({*pending, m_texts.linesOf(*pending, m_stack->frame())});
    return all;
}

/// Which calibration a length uses is seen while it is drawn or chosen.
void Viewport::paintCalibration(QPainter &painter) const
{
    const auto &frame = m_stack->frame();
    const auto pending = m_tool->pending();
    const auto chosen = std::ranges::find(m_tool->shown(), m_tool->selected(), &imaging::Measurement::id);
    const bool isChosen = chosen != m_tool->shown().end();
    const bool isWanted = m_areRegionsShown || m_tool->kind() || isChosen;
    if (!frame || frame->facts().regions.empty() || !isWanted)
        return;
    RegionScene scene{.regions = frame->facts().regions,
                      .mapping = m_mapping,
                      .view = rect(),
                      .font = typeFont(ui::Type::Small),
                      .taken = overlayBoxes(rect(), corners(), cornerFont())};
    if (pending)
        scene.measured = pending->points;
    else if (isChosen)
        scene.measured = chosen->points;
    paintRegions(painter, scene);
}

/// Of the corners and of the scale.
std::vector<QRectF> Viewport::wordBoxes() const
{
    auto boxes = overlayBoxes(rect(), corners(), cornerFont());
    if (const auto scale = bar())
        boxes.push_back(scaleBarBox(*scale, rect(), typeFont(ui::Type::Base), boxes));
    return boxes;
}

MeasureScene Viewport::measureScene()
{
    return {.mapping = m_mapping,
            .view = rect(),
            .taken = wordBoxes(),
            .drawn = drawn(),
            .cross = m_tool->kind() ? std::optional(m_tool->cross()) : std::nullopt,
            .font = typeFont(ui::Type::Base)};
}

void Viewport::paintMeasures(QPainter &painter)
{
    const auto scene = measureScene();
    if (scene.cross || !scene.drawn.empty())
        paintMeasurements(painter, scene);
}

QString Viewport::measureText()
{
    QStringList spoken;
    for (const auto &measurement : m_tool->shown()) {
        const auto words = spokenMeasurement(measurement, m_texts.linesOf(measurement, m_stack->frame()));
        // What was made or chosen last is heard first.
        spoken.insert(measurement.id == m_tool->selected() ? 0 : spoken.size(), words);
    }
    return spoken.join(QStringLiteral("; "));
}

void Viewport::describe()
{
    QStringList parts{m_note, measureText(), text()};
    if (m_tool->kind())
        parts.prepend(tr("%1: arrow keys move the cross, Enter sets a point").arg(kindName(*m_tool->kind())));
    if (m_tool->isLabelHeld())
        parts.prepend(tr("Arrow keys move the label, Enter leaves it there, Esc takes it back"));
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

bool Viewport::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_tool->wants(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return ThemedWidget::event(event);
}

/// Tab goes from one measurement to the next and then on, so that nobody is caught here.
bool Viewport::focusNextPrevChild(bool isNext)
{
    const QKeyEvent tab(QEvent::KeyPress, isNext ? Qt::Key_Tab : Qt::Key_Backtab, {});
    if (m_tool->wants(tab)) {
        m_tool->key(tab);
        return true;
    }
    return m_tool->selectNext(isNext) || ThemedWidget::focusNextPrevChild(isNext);
}

void Viewport::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    updateMapping();
}

} // namespace simiao::viewer
