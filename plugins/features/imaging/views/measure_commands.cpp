#include "imaging/views/measure_commands.h"

#include "imaging/models/measurement_words.h"
#include "imaging/views/measure_tool.h"
#include "imaging/views/viewport.h"

#include <QMenu>

namespace simiao::viewer {

using imaging::MeasurementKind;

namespace {

QKeySequence keyOf(MeasurementKind kind)
{
    using enum MeasurementKind;
    switch (kind) {
    case Length: return Qt::Key_L;
    case Angle: return Qt::Key_G;
    case Cobb: return Qt::Key_C;
    case Bidirectional: return Qt::Key_B;
    case Ellipse: return Qt::Key_E;
    case Rectangle: return Qt::Key_S;
    case Polygon: return Qt::Key_P;
    case Probe: return Qt::Key_H;
    case Arrow: return Qt::Key_W;
    case Text: return Qt::Key_T;
    }
    return {};
}

} // namespace

MeasureCommands::MeasureCommands(ImageStack *stack, Viewport *viewport, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
    , m_viewport(viewport)
    , m_tool(viewport->tool())
    , m_list(new QMenu(viewport))
    , m_menu(make(QStringLiteral("imaging.measure"), {Qt::Key_M}, [this] { popUp(); }))
{
    for (const auto kind : imaging::allKinds()) {
        auto *action =
            make(QStringLiteral("imaging.measure.") + imaging::kindCode(kind), {keyOf(kind)}, [this, kind] {
                m_tool->choose(kind);
                m_viewport->setFocus();
            });
        action->setCheckable(true);
        m_tools.append(action);
    }
    m_changes = {
        make(QStringLiteral("imaging.measure.undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)},
             [this] { m_tool->undo(); }),
        make(QStringLiteral("imaging.measure.redo"),
             {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
             [this] { m_tool->redo(); }),
        make(QStringLiteral("imaging.measure.remove"), {Qt::Key_Delete},
             [this] { m_tool->removeSelected(); }),
        make(QStringLiteral("imaging.measure.label"), {Qt::Key_N}, [this] { m_tool->rename(); }),
    };
    viewport->addActions(m_changes);
    m_list->addActions(m_tools);
    m_list->addSeparator();
    m_list->addActions(m_changes);
    connect(stack, &ImageStack::changed, this, &MeasureCommands::follow);
    connect(m_tool, &MeasureTool::changed, this, &MeasureCommands::follow);
    retranslate();
    follow();
}

QAction *MeasureCommands::make(const QString &id,
                               const QList<QKeySequence> &keys,
                               const std::function<void()> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

/// Above the lower edge of the picture, over the button that opened it.
void MeasureCommands::popUp()
{
    const QPoint above(0, m_viewport->height() - m_list->sizeHint().height());
    m_list->popup(m_viewport->mapToGlobal(above));
}

void MeasureCommands::retranslate()
{
    m_menu->setText(tr("Measure"));
    m_menu->setToolTip(tr("Lengths, angles, regions, arrows and text on the image"));
    for (qsizetype i = 0; i < m_tools.size(); ++i)
        m_tools[i]->setText(kindName(imaging::allKinds()[static_cast<std::size_t>(i)]));
    m_changes[0]->setText(tr("Undo on this slice"));
    m_changes[1]->setText(tr("Redo on this slice"));
    m_changes[2]->setText(tr("Remove"));
    m_changes[3]->setText(tr("Name"));
}

void MeasureCommands::follow()
{
    const bool isPicture = m_stack->frame() != nullptr;
    const bool isSelected = !m_tool->selected().isEmpty();
    m_menu->setVisible(m_stack->count() > 0);
    m_menu->setEnabled(isPicture);
    for (qsizetype i = 0; i < m_tools.size(); ++i) {
        m_tools[i]->setEnabled(isPicture);
        m_tools[i]->setChecked(m_tool->kind() == imaging::allKinds()[static_cast<std::size_t>(i)]);
    }
    m_changes[0]->setEnabled(m_tool->canUndo() || m_tool->pending());
    m_changes[1]->setEnabled(m_tool->canRedo());
    m_changes[2]->setEnabled(isSelected);
    m_changes[3]->setEnabled(isSelected);
}

} // namespace simiao::viewer
