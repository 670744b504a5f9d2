#include "imaging/views/volume_commands.h"

#include "imaging/models/volume_words.h"
#include "imaging/views/plane_view.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <numbers>

namespace simiao::viewer {

using namespace imaging;

namespace {

constexpr int kPage = 10;
constexpr double kZoomStep = 1.25;
constexpr double kOpacityStep = 0.1;
constexpr double kRadians = std::numbers::pi / 180;
constexpr std::array<SlabMode, 3> kModes{SlabMode::Mean, SlabMode::Maximum, SlabMode::Minimum};
constexpr std::array<double, 7> kMenuThicknesses{0, 3, 5, 10, 20, 40, 80};

} // namespace

VolumeCommands::VolumeCommands(VolumeStage *stage,
                               FusionStage *fusion,
                               const std::array<PlaneView *, 3> &planes,
                               QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_fusion(fusion)
    , m_planes(planes)
    , m_current(planes.front())
    , m_menu(new QMenu(planes.front()))
{
    makeSlab();
    m_length = make("imaging.mpr.length", {Qt::Key_L}, [this] {
        chooseLength(!m_current->isMeasuring());
        m_current->setFocus();
    });
    for (auto *plane : m_planes)
        connect(plane, &PlaneView::measured, this, [this] { chooseLength(false); });
    m_length->setCheckable(true);
    m_removeLength = make("imaging.mpr.removeLength", {Qt::Key_Backspace, Qt::Key_Delete},
                          [this] { m_stage->removeLastLength(); });
    m_overlay = make("imaging.mpr.fusion", {Qt::Key_P}, [this] { m_fusion->toggle(); });
    m_overlay->setCheckable(true);
    m_clearer =
        make("imaging.mpr.clearer", {Qt::Key_Comma}, [this] { m_fusion->changeOpacity(-kOpacityStep); });
    m_denser =
        make("imaging.mpr.denser", {Qt::Key_Period}, [this] { m_fusion->changeOpacity(kOpacityStep); });
    m_fit = make("imaging.mpr.fit", {Qt::Key_F}, [this] { m_stage->fit(); });
    m_reset = make("imaging.mpr.reset", {Qt::Key_R}, [this] {
        m_stage->resetPlanes();
        m_stage->fit();
    });
    m_enlarge = make("imaging.mpr.enlarge", {Qt::Key_Z}, {});
    m_enlarge->setCheckable(true);
    m_close = make("imaging.mpr.close", {Qt::Key_Escape, Qt::SHIFT | Qt::Key_M}, {});
    makeMoves();
    connect(stage, &VolumeStage::changed, this, &VolumeCommands::follow);
    connect(fusion, &FusionStage::changed, this, &VolumeCommands::follow);
    retranslate();
    follow();
}

QAction *VolumeCommands::make(const char *id,
                              const QList<QKeySequence> &keys,
                              const std::function<void()> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(id));
    action->setShortcuts(keys);
    if (run)
        connect(action, &QAction::triggered, this, run);
    m_all.append(action);
    return action;
}

void VolumeCommands::makeSlab()
{
    m_slab = make("imaging.mpr.slab", {Qt::Key_S}, [this] { popUp(); });
    m_nextMode = make("imaging.mpr.mode", {Qt::Key_M}, [this] { m_stage->nextMode(); });
    m_thinner = make("imaging.mpr.thinner", {Qt::Key_BracketLeft}, [this] { m_stage->thicken(-1); });
    m_thicker = make("imaging.mpr.thicker", {Qt::Key_BracketRight}, [this] { m_stage->thicken(1); });
    for (const auto mode : kModes) {
        auto *action = m_menu->addAction(
            QString(), this, [this, mode] { m_stage->setSlab({mode, m_stage->slab().thicknessMm}); });
        action->setCheckable(true);
        m_modes.append(action);
    }
    m_menu->addSeparator();
    for (const double thickness : kMenuThicknesses) {
        auto *action = m_menu->addAction(
            QString(), this, [this, thickness] { m_stage->setSlab({m_stage->slab().mode, thickness}); });
        action->setCheckable(true);
        m_thicknesses.append(action);
    }
}

void VolumeCommands::makeMoves()
{
    make("imaging.mpr.previous", {Qt::Key_Up}, [this] { step(-1); });
    make("imaging.mpr.next", {Qt::Key_Down}, [this] { step(1); });
    make("imaging.mpr.pageUp", {Qt::Key_PageUp}, [this] { step(-kPage); });
    make("imaging.mpr.pageDown", {Qt::Key_PageDown}, [this] { step(kPage); });
    make("imaging.mpr.turnBack", {Qt::Key_Left}, [this] { turn(-1); });
    make("imaging.mpr.turn", {Qt::Key_Right}, [this] { turn(1); });
    make("imaging.mpr.turnBackMore", {QKeySequence(Qt::SHIFT | Qt::Key_Left)}, [this] { turn(-kPage); });
    make("imaging.mpr.turnMore", {QKeySequence(Qt::SHIFT | Qt::Key_Right)}, [this] { turn(kPage); });
    make("imaging.mpr.crossLeft", {QKeySequence(Qt::CTRL | Qt::Key_Left)}, [this] { shift(-1, 0); });
    make("imaging.mpr.crossRight", {QKeySequence(Qt::CTRL | Qt::Key_Right)}, [this] { shift(1, 0); });
    make("imaging.mpr.crossUp", {QKeySequence(Qt::CTRL | Qt::Key_Up)}, [this] { shift(0, -1); });
    make("imaging.mpr.crossDown", {QKeySequence(Qt::CTRL | Qt::Key_Down)}, [this] { shift(0, 1); });
    make("imaging.mpr.point", {Qt::Key_Return, Qt::Key_Enter}, [this] { setLengthPoint(); });
    make("imaging.mpr.zoomIn", {Qt::Key_Plus, Qt::Key_Equal}, [this] { m_stage->zoomBy(kZoomStep); });
    make("imaging.mpr.zoomOut", {Qt::Key_Minus}, [this] { m_stage->zoomBy(1 / kZoomStep); });
}

QList<QAction *> VolumeCommands::shown() const
{
    return {m_slab, m_thinner, m_thicker, m_length, m_overlay, m_enlarge, m_fit, m_reset};
}

/// Down is to the feet, to the back, to the right of the patient.
void VolumeCommands::step(int steps)
{
    m_stage->step(m_current->kind(), m_current->kind() == PlaneKind::Axial ? -steps : steps);
}

void VolumeCommands::turn(double degrees)
{
    auto planes = m_stage->planes();
    planes.turn(m_current->kind(), degrees * kRadians);
    m_stage->setPlanes(planes);
}

/// A millimetre each.
void VolumeCommands::shift(double columns, double rows)
{
    auto planes = m_stage->planes();
    const auto &orientation = planes.orientation(m_current->kind());
    planes.moveTo(planes.centre() + orientation.alongRow * columns + orientation.alongColumn * rows);
    m_stage->setPlanes(planes);
}

/// On all planes: where it ends is where the pointer goes.
void VolumeCommands::chooseLength(bool isChosen)
{
    for (auto *plane : m_planes)
        plane->chooseLength(isChosen);
    m_length->setChecked(m_current->isMeasuring());
}

void VolumeCommands::setLengthPoint()
{
    if (m_current->isMeasuring())
        m_current->setPoint(m_stage->planes().centre());
}

void VolumeCommands::popUp()
{
    const QPoint above(0, m_current->height() - m_menu->sizeHint().height());
    m_menu->popup(m_current->mapToGlobal(above));
}

bool VolumeCommands::wants(const QKeyEvent &event) const
{
    const QKeySequence keys(event.keyCombination());
    const bool isOurs =
        std::ranges::any_of(m_all, [&](const QAction *action) { return action->shortcuts().contains(keys); });
    const bool isLetter = event.modifiers() == Qt::NoModifier && event.key() >= Qt::Key_A
        && event.key() <= Qt::Key_Z && event.key() != Qt::Key_I;
    return isOurs || isLetter;
}

bool VolumeCommands::run(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const QKeySequence keys(QKeyCombination(modifiers, Qt::Key(event.key())));
    for (auto *action : m_all) {
        if (action->shortcuts().contains(keys)) {
            action->trigger();
            return true;
        }
    }
    return false;
}

void VolumeCommands::retranslate()
{
    for (std::size_t i = 0; i < kModes.size(); ++i)
        m_modes[qsizetype(i)]->setText(modeName(kModes[i]));
    for (std::size_t i = 0; i < kMenuThicknesses.size(); ++i)
        m_thicknesses[qsizetype(i)]->setText(kMenuThicknesses[i] > 0 ? tr("%1 mm").arg(kMenuThicknesses[i])
                                                                     : tr("Thin"));
    m_slab->setToolTip(tr("Thickness of the planes and what is shown of it: mean, MIP, MinIP"));
    m_nextMode->setText(tr("Next slab mode"));
    m_thinner->setText(tr("Thinner"));
    m_thicker->setText(tr("Thicker"));
    m_length->setText(tr("Length"));
    m_length->setToolTip(tr("Click both ends on a plane, or put the cross there and press Enter"));
    m_overlay->setText(tr("PET"));
    m_overlay->setToolTip(tr("The PET of this study in colour over the planes"));
    m_clearer->setText(tr("PET clearer"));
    m_denser->setText(tr("PET denser"));
    m_removeLength->setText(tr("Remove the last length"));
    m_enlarge->setText(tr("One plane"));
    m_enlarge->setToolTip(tr("The plane with the focus alone, and back"));
    m_fit->setText(tr("Fit"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Planes as the patient lies, through the middle"));
    m_close->setText(tr("Back"));
    m_close->setToolTip(tr("Back to the slices"));
    follow();
}

void VolumeCommands::follow()
{
    const bool isThere = m_stage->volume() != nullptr;
    m_slab->setText(slabText(m_stage->slab()));
    for (auto *action : m_all)
        action->setEnabled(isThere || action == m_close);
    m_overlay->setVisible(m_fusion->isPossible());
    m_overlay->setEnabled(isThere && m_fusion->isPossible() && !m_fusion->isLoading());
    m_overlay->setChecked(m_fusion->volume() != nullptr);
    m_clearer->setEnabled(m_overlay->isChecked());
    m_denser->setEnabled(m_overlay->isChecked());
    m_removeLength->setEnabled(!m_stage->lengths().empty());
    m_thinner->setEnabled(isThere && m_stage->slab().thicknessMm > 0);
    m_length->setChecked(std::ranges::any_of(m_planes, [](auto *plane) { return plane->isMeasuring(); }));
    for (std::size_t i = 0; i < kModes.size(); ++i)
        m_modes[qsizetype(i)]->setChecked(m_stage->slab().mode == kModes[i]);
    for (std::size_t i = 0; i < kMenuThicknesses.size(); ++i)
        m_thicknesses[qsizetype(i)]->setChecked(m_stage->slab().thicknessMm == kMenuThicknesses[i]);
}

} // namespace simiao::viewer
