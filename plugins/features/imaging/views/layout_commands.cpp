#include "imaging/views/layout_commands.h"

#include "imaging/views/command_action.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QMenu>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

/// By the number of viewports, for the sizes that are used most. Ctrl alone goes to the desks.
QList<QKeySequence> keysOf(const GridSize &size)
{
    const bool isUsual = size.columns >= size.rows && size.count() < 10 && size != GridSize{2, 4};
    if (!isUsual)
        return {};
    return {QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + size.count()))};
}

} // namespace

LayoutCommands::LayoutCommands(ViewportGrid *grid, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_list(new QMenu(grid))
    , m_menu(commandAction(this, u"imaging.layout"_s, {Qt::Key_Y}, [this] { popUp(); }))
    , m_maximise(commandAction(this, u"imaging.maximise"_s, {Qt::Key_Z}, [this] {
        m_grid->setMaximised(!m_grid->isMaximised());
    }))
{
    for (const auto &size : offeredGrids()) {
        auto *action = commandAction(this, u"imaging.layout."_s + size.code(), keysOf(size), [this, size] {
            m_grid->setGridSize(size);
            Q_EMIT chosen(size.code());
        });
        action->setCheckable(true);
        m_sizes.append(action);
    }
    const auto go = [this](int right, int down) { m_grid->activateBeside(right, down); };
    m_beside = {
        commandAction(this, u"imaging.viewportLeft"_s, {Qt::CTRL | Qt::Key_Left}, [go] { go(-1, 0); }),
        commandAction(this, u"imaging.viewportRight"_s, {Qt::CTRL | Qt::Key_Right}, [go] { go(1, 0); }),
        commandAction(this, u"imaging.viewportUp"_s, {Qt::CTRL | Qt::Key_Up}, [go] { go(0, -1); }),
        commandAction(this, u"imaging.viewportDown"_s, {Qt::CTRL | Qt::Key_Down}, [go] { go(0, 1); }),
    };
    m_maximise->setCheckable(true);
    m_list->addActions(m_sizes);
    m_list->addSeparator();
    m_list->addAction(m_maximise);
    connect(grid, &ViewportGrid::shownChanged, this, &LayoutCommands::follow);
    retranslate();
    follow();
}

/// Above the lower edge of the pictures, over the button that opened it.
void LayoutCommands::popUp()
{
    m_list->popup(m_grid->mapToGlobal(QPoint(0, m_grid->height() - m_list->sizeHint().height())));
}

void LayoutCommands::retranslate()
{
    m_menu->setText(tr("Layout"));
    m_menu->setToolTip(tr("How many images stand side by side"));
    m_maximise->setText(tr("One viewport alone"));
    m_maximise->setToolTip(tr("The viewport that is worked with fills the panel, and back"));
    for (qsizetype i = 0; i < m_sizes.size(); ++i) {
        const auto &size = offeredGrids()[static_cast<std::size_t>(i)];
        m_sizes[i]->setText(tr("%1 × %2", "rows and columns of images").arg(size.rows).arg(size.columns));
        m_sizes[i]->setToolTip(ui::plainToolTip(
            tr("Images side by side: rows %1, columns %2").arg(size.rows).arg(size.columns)));
    }
    const QStringList words{tr("Viewport to the left"), tr("Viewport to the right"), tr("Viewport above"),
                            tr("Viewport below")};
    for (qsizetype i = 0; i < words.size(); ++i)
        m_beside[i]->setText(words[i]);
}

void LayoutCommands::follow()
{
    for (qsizetype i = 0; i < m_sizes.size(); ++i)
        m_sizes[i]->setChecked(offeredGrids()[static_cast<std::size_t>(i)] == m_grid->gridSize());
    m_maximise->setEnabled(m_grid->count() > 1);
    m_maximise->setChecked(m_grid->isMaximised());
}

} // namespace simiao::viewer
