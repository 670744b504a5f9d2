#include "imaging/views/measure_commands.h"

#include "imaging/models/measurement_words.h"
#include "imaging/views/active_view.h"
#include "imaging/views/command_action.h"

#include <QMenu>

namespace simiao::viewer {

using namespace Qt::StringLiterals;
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

MeasureCommands::MeasureCommands(ActiveView *view, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_list(new QMenu(view->viewport()))
    , m_menu(commandAction(this, u"imaging.measure"_s, {Qt::Key_M}, [this] { popUp(); }))
{
    for (const auto kind : imaging::allKinds()) {
        auto *action =
            commandAction(this, u"imaging.measure."_s + imaging::kindCode(kind), {keyOf(kind)}, [this, kind] {
                m_view->tool()->choose(kind);
                m_view->viewport()->setFocus();
            });
        action->setCheckable(true);
        m_tools.append(action);
    }
    m_changes = {
        commandAction(this, u"imaging.measure.undo"_s, {QKeySequence(Qt::CTRL | Qt::Key_Z)},
                      [this] { m_view->tool()->undo(); }),
        commandAction(this, u"imaging.measure.redo"_s,
                      {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
                      [this] { m_view->tool()->redo(); }),
        commandAction(this, u"imaging.measure.remove"_s, {Qt::Key_Delete},
                      [this] { m_view->tool()->removeSelected(); }),
        commandAction(this, u"imaging.measure.label"_s, {Qt::Key_N}, [this] { m_view->tool()->rename(); }),
        commandAction(this, u"imaging.measure.moveLabel"_s, {QKeySequence(Qt::SHIFT | Qt::Key_N)},
                      [this] { m_view->tool()->holdLabel(); }),
        commandAction(this, u"imaging.measure.freeLabel"_s, {QKeySequence(Qt::ALT | Qt::Key_N)},
                      [this] { m_view->tool()->freeLabel(); }),
    };
    m_list->addActions(m_tools);
    m_list->addSeparator();
    m_list->addActions(m_changes);
    connect(view, &ActiveView::changed, this, &MeasureCommands::follow);
    connect(view, &ActiveView::toolChanged, this, &MeasureCommands::follow);
    retranslate();
    follow();
}

/// Above the lower edge of the picture, over the button that opened it.
void MeasureCommands::popUp()
{
    const auto *viewport = m_view->viewport();
    const QPoint above(0, viewport->height() - m_list->sizeHint().height());
    m_list->popup(viewport->mapToGlobal(above));
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
    m_changes[4]->setText(tr("Move the label"));
    m_changes[5]->setText(tr("Place the label automatically"));
}

void MeasureCommands::follow()
{
    const bool isPicture = m_view->stack()->frame() != nullptr;
    const bool isSelected = !m_view->tool()->selected().isEmpty();
    m_menu->setVisible(m_view->stack()->count() > 0);
    m_menu->setEnabled(isPicture);
    for (qsizetype i = 0; i < m_tools.size(); ++i) {
        m_tools[i]->setEnabled(isPicture);
        m_tools[i]->setChecked(m_view->tool()->kind() == imaging::allKinds()[static_cast<std::size_t>(i)]);
    }
    m_changes[0]->setEnabled(m_view->tool()->canUndo() || m_view->tool()->pending());
    m_changes[1]->setEnabled(m_view->tool()->canRedo());
    m_changes[2]->setEnabled(isSelected);
    m_changes[3]->setEnabled(isSelected);
    m_changes[4]->setEnabled(isSelected);
    m_changes[5]->setEnabled(m_view->tool()->isLabelMoved());
}

} // namespace simiao::viewer
