#include "imaging/views/view_commands.h"

#include "imaging/views/active_view.h"
#include "imaging/views/command_action.h"

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kPanStep = 40; // px of the view

enum Place {
    RotateLeft,
    RotateRight,
    FlipAcross,
    FlipDownwards,
    TrueSize,
    Pixels,
    FitWidth,
    Magnify,
    Overlays,
    Regions
};

} // namespace

ViewCommands::ViewCommands(ActiveView *view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    const auto turn = [this](imaging::Turn (imaging::Turn::*change)() const) {
        auto *viewport = m_view->viewport();
        viewport->setTurn((viewport->turn().*change)());
        follow();
    };
    const auto pan = [this](double x, double y) { m_view->viewport()->panBy({x, y}); };
    using imaging::Turn;
    m_all = {
        commandAction(this, u"imaging.rotateLeft"_s, {Qt::Key_BracketLeft},
                      [turn] { turn(&Turn::rotatedLeft); }),
        commandAction(this, u"imaging.rotateRight"_s, {Qt::Key_BracketRight},
                      [turn] { turn(&Turn::rotatedRight); }),
        commandAction(this, u"imaging.flipAcross"_s, {Qt::SHIFT | Qt::Key_H},
                      [turn] { turn(&Turn::mirroredAcross); }),
        commandAction(this, u"imaging.flipDownwards"_s, {Qt::SHIFT | Qt::Key_V},
                      [turn] { turn(&Turn::mirroredDownwards); }),
        commandAction(this, u"imaging.trueSize"_s, {Qt::Key_Q},
                      [this] { m_view->viewport()->showTrueSize(); }),
        commandAction(this, u"imaging.pixels"_s, {Qt::ALT | Qt::Key_Q},
                      [this] { m_view->viewport()->showPixels(); }),
        commandAction(this, u"imaging.fitWidth"_s, {Qt::SHIFT | Qt::Key_F},
                      [this] { m_view->viewport()->fitWidth(); }),
        commandAction(this, u"imaging.magnifier"_s, {Qt::Key_D},
                      [this] {
                          m_view->viewport()->setMagnified(!m_view->viewport()->isMagnified());
                          follow();
                      }),
        commandAction(this, u"imaging.overlays"_s, {Qt::Key_O},
                      [this] {
                          m_view->viewport()->setOverlaysShown(!m_view->viewport()->areOverlaysShown());
                          follow();
                      }),
        commandAction(this, u"imaging.regions"_s, {Qt::ALT | Qt::Key_U},
                      [this] {
                          m_view->viewport()->setRegionsShown(!m_view->viewport()->areRegionsShown());
                          follow();
                      }),
    };
    for (const auto place : {Magnify, Overlays, Regions})
        m_all[place]->setCheckable(true);
    m_moving = {
        commandAction(this, u"imaging.zoomIn"_s, {Qt::Key_Plus, Qt::Key_Equal},
                      [this] { m_view->viewport()->zoomBy(kZoomStep); }),
        commandAction(this, u"imaging.zoomOut"_s, {Qt::Key_Minus},
                      [this] { m_view->viewport()->zoomBy(1 / kZoomStep); }),
        commandAction(this, u"imaging.panLeft"_s, {Qt::SHIFT | Qt::Key_Left}, [pan] { pan(-kPanStep, 0); }),
        commandAction(this, u"imaging.panRight"_s, {Qt::SHIFT | Qt::Key_Right}, [pan] { pan(kPanStep, 0); }),
        commandAction(this, u"imaging.panUp"_s, {Qt::SHIFT | Qt::Key_Up}, [pan] { pan(0, -kPanStep); }),
        commandAction(this, u"imaging.panDown"_s, {Qt::SHIFT | Qt::Key_Down}, [pan] { pan(0, kPanStep); }),
    };
    connect(view, &ActiveView::changed, this, &ViewCommands::follow);
    retranslate();
    follow();
}

void ViewCommands::retranslate()
{
    m_all[RotateLeft]->setText(tr("Turn left"));
    m_all[RotateRight]->setText(tr("Turn right"));
    m_all[FlipAcross]->setText(tr("Mirror left and right"));
    m_all[FlipDownwards]->setText(tr("Mirror top and bottom"));
    m_all[TrueSize]->setText(tr("True size"));
    m_all[TrueSize]->setToolTip(tr("A millimetre of the body is a millimetre on this screen"));
    m_all[Pixels]->setText(tr("1:1"));
    m_all[Pixels]->setToolTip(tr("A pixel of the image is a pixel of the screen"));
    m_all[FitWidth]->setText(tr("Fit width"));
    m_all[Magnify]->setText(tr("Magnifier"));
    m_all[Overlays]->setText(tr("Overlays of the image"));
    m_all[Overlays]->setToolTip(tr("Marks that the device laid over the image"));
    m_all[Regions]->setText(tr("Calibrated regions"));
    m_all[Regions]->setToolTip(tr("Where an ultrasound image has which scale, and where it has none"));
    const QStringList words{tr("Zoom in"),           tr("Zoom out"),
                            tr("Move picture left"), tr("Move picture right"),
                            tr("Move picture up"),   tr("Move picture down")};
    for (qsizetype i = 0; i < words.size(); ++i)
        m_moving[i]->setText(words[i]);
}

void ViewCommands::follow()
{
    const auto &frame = m_view->stack()->frame();
    for (auto *action : m_all) {
        action->setVisible(m_view->stack()->count() > 0);
        action->setEnabled(frame != nullptr);
    }
    m_all[Magnify]->setChecked(m_view->viewport()->isMagnified());
    m_all[Overlays]->setVisible(frame && !frame->facts().overlays.empty());
    m_all[Regions]->setVisible(frame && !frame->facts().regions.empty());
    m_all[Regions]->setChecked(m_view->viewport()->areRegionsShown());
    m_all[Overlays]->setChecked(m_view->viewport()->areOverlaysShown());
}

} // namespace simiao::viewer
