#include "imaging/views/link_commands.h"

#include "imaging/views/command_action.h"
#include "imaging/views/cross_references.h"
#include "imaging/views/scroll_sync.h"
#include "imaging/views/window_link.h"

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr double kStep = 5; // pixels of the picture

enum Place { Scroll, Window, Lines, Cross };

} // namespace

LinkCommands::LinkCommands(ImageCells *cells, QObject *parent)
    : QObject(parent)
    , m_grid(cells->grid())
    , m_sync(new ScrollSync(cells))
    , m_windows(new WindowLink(cells))
    , m_references(new CrossReferences(cells))
{
    m_all = {
        commandAction(this, u"imaging.linkScrolling"_s, {Qt::SHIFT | Qt::Key_S},
                      [this] { setScrollLinked(!m_sync->isOn()); }),
        commandAction(this, u"imaging.linkWindows"_s, {Qt::Key_J},
                      [this] { setWindowLinked(!m_windows->isOn()); }),
        commandAction(this, u"imaging.referenceLines"_s, {Qt::SHIFT | Qt::Key_L},
                      [this] { setLinesShown(!m_references->areLinesShown()); }),
        commandAction(this, u"imaging.crosshair"_s, {Qt::Key_X},
                      [this] {
                          m_references->setCrossShown(!m_references->isCrossShown());
                          follow();
                      }),
    };
    for (auto *action : m_all)
        action->setCheckable(true);
    const auto move = [this](double right, double down) { m_references->moveCross(right, down); };
    m_moving = {
        commandAction(this, u"imaging.crosshairLeft"_s, {Qt::ALT | Qt::Key_Left},
                      [move] { move(-kStep, 0); }),
        commandAction(this, u"imaging.crosshairRight"_s, {Qt::ALT | Qt::Key_Right},
                      [move] { move(kStep, 0); }),
        commandAction(this, u"imaging.crosshairUp"_s, {Qt::ALT | Qt::Key_Up}, [move] { move(0, -kStep); }),
        commandAction(this, u"imaging.crosshairDown"_s, {Qt::ALT | Qt::Key_Down}, [move] { move(0, kStep); }),
    };
    connect(cells->grid(), &ViewportGrid::shownChanged, this, &LinkCommands::follow);
    retranslate();
    follow();
}

void LinkCommands::setScrollLinked(bool isLinked)
{
    m_sync->setOn(isLinked);
    follow();
}

void LinkCommands::setWindowLinked(bool isLinked)
{
    m_windows->setOn(isLinked);
    follow();
}

void LinkCommands::setLinesShown(bool areShown)
{
    m_references->setLinesShown(areShown);
    follow();
}

void LinkCommands::retranslate()
{
    m_all[Scroll]->setText(tr("Link scrolling"));
    m_all[Scroll]->setToolTip(tr("The other viewports go to the same place, or leaf by number"));
    m_all[Window]->setText(tr("Link windows"));
    m_all[Window]->setToolTip(tr("Viewports of the same modality take the same window"));
    m_all[Lines]->setText(tr("Reference lines"));
    m_all[Lines]->setToolTip(tr("Where this image cuts the others"));
    m_all[Cross]->setText(tr("Crosshair"));
    m_all[Cross]->setToolTip(tr("A place that is clicked is shown in all viewports"));
    const QStringList words{tr("Crosshair to the left"), tr("Crosshair to the right"), tr("Crosshair up"),
                            tr("Crosshair down")};
    for (qsizetype i = 0; i < words.size(); ++i)
        m_moving[i]->setText(words[i]);
    m_sync->follow();
}

/// Alone, a viewport has nothing to be linked with.
void LinkCommands::follow()
{
    for (auto *action : m_all)
        action->setVisible(m_grid->count() > 1);
    m_all[Scroll]->setChecked(m_sync->isOn());
    m_all[Window]->setChecked(m_windows->isOn());
    m_all[Lines]->setChecked(m_references->areLinesShown());
    m_all[Cross]->setChecked(m_references->isCrossShown());
}

} // namespace simiao::viewer
