#include "imaging/models/volume_stage.h"

#include "imaging/presentation/plane_display.h"
#include "workflow/diagnostics/load_volume.h"

#include <QCoroTask>

#include <algorithm>
#include <array>
#include <cmath>

namespace simiao::viewer {

using namespace imaging;

namespace {

/// What is used in reading rooms: thin for nodules, thick for vessels.
constexpr std::array<double, 14> kThicknesses{0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 40, 60, 80, 100};
constexpr int kTickMs = 100;

/// The voxel edge that a step along `normal` should not pass over, mm.
double stepAcross(const VolumeGeometry &geometry, const Vector3 &normal)
{
    const auto voxels = geometry.voxelsAlong(normal);
    const double fastest = std::max({std::abs(voxels[0]), std::abs(voxels[1]), std::abs(voxels[2])});
    return 1 / fastest;
}

/// The nearest place within the outer voxels.
Vector3 kept(const VolumeGeometry &geometry, const Vector3 &place)
{
    constexpr double kEdge = 0.49;
    const std::array<int, 3> sizes{geometry.columns, geometry.rows, geometry.slices};
    const auto voxel = geometry.voxelAt(place);
    auto nearest = voxel;
    for (std::size_t axis = 0; axis < sizes.size(); ++axis)
        nearest[axis] = std::clamp(voxel[axis], -kEdge, sizes[axis] - 1 + kEdge);
    return nearest == voxel ? place : geometry.placeOf(nearest);
}

} // namespace

VolumeStage::VolumeStage(std::shared_ptr<workflow::ImageSource> source,
                         ImageStack *stack,
                         std::int64_t mostBytes,
                         QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_stack(stack)
    , m_mostBytes(mostBytes)
{
    m_ticks.setInterval(kTickMs);
    connect(&m_ticks, &QTimer::timeout, this, &VolumeStage::progressed);
    connect(stack, &ImageStack::changed, this, &VolumeStage::changed);
}

VolumeStage::~VolumeStage()
{
    m_stop.request_stop();
}

void VolumeStage::load()
{
    cancel();
    m_stop = {};
    m_error.reset();
    m_isLoading = true;
    m_progress = std::make_shared<workflow::VolumeProgress>();
    m_ticks.start();
    QCoro::connect(
        workflow::loadVolume(m_source, {m_stack->series(), m_mostBytes, m_progress}, m_stop.get_token()),
        this,
        [this, generation = m_generation](Result<VolumePtr> answer) { take(generation, std::move(answer)); });
    Q_EMIT changed();
}

void VolumeStage::cancel()
{
    m_stop.request_stop();
    ++m_generation;
    m_isLoading = false;
    m_ticks.stop();
}

int VolumeStage::percent() const
{
    const int total = m_progress ? m_progress->total.load() : 0;
    return total > 0 ? m_progress->done.load() * 100 / total : -1;
}

void VolumeStage::take(int generation, Result<VolumePtr> answer)
{
    if (generation != m_generation)
        return;
    m_isLoading = false;
    m_ticks.stop();
    if (answer) {
        m_volume = *answer;
        m_planes = VolumePlanes(m_volume->geometry().centre());
    } else {
        m_error = answer.error();
    }
    Q_EMIT changed();
}

void VolumeStage::setPlanes(const VolumePlanes &planes)
{
    auto wanted = planes;
    if (m_volume)
        wanted.moveTo(kept(m_volume->geometry(), planes.centre()));
    if (wanted == m_planes)
        return;
    m_planes = wanted;
    Q_EMIT changed();
}

void VolumeStage::resetPlanes()
{
    if (m_volume)
        setPlanes(VolumePlanes(m_volume->geometry().centre()));
}

void VolumeStage::step(PlaneKind plane, int steps)
{
    if (!m_volume)
        return;
    auto planes = m_planes;
    planes.push(plane, steps * stepMm(plane));
    setPlanes(planes);
}

double VolumeStage::stepMm(PlaneKind plane) const
{
    return m_volume ? stepAcross(m_volume->geometry(), m_planes.normal(plane)) : 0;
}

void VolumeStage::zoomBy(double factor)
{
    constexpr double kSmallest = 0.5;
    constexpr double kLargest = 20;
    m_zoom = std::clamp(m_zoom * factor, kSmallest, kLargest);
    Q_EMIT changed();
}

void VolumeStage::fit()
{
    m_zoom = 1;
    Q_EMIT fitted();
    Q_EMIT changed();
}

void VolumeStage::setSlab(const Slab &slab)
{
    if (slab == m_slab)
        return;
    m_slab = slab;
    Q_EMIT changed();
}

void VolumeStage::nextMode()
{
    auto slab = m_slab;
    slab.mode = slab.mode == SlabMode::Mean ? SlabMode::Maximum
        : slab.mode == SlabMode::Maximum    ? SlabMode::Minimum
                                            : SlabMode::Mean;
    setSlab(slab);
}

void VolumeStage::thicken(int steps)
{
    const auto here = std::ranges::lower_bound(kThicknesses, m_slab.thicknessMm) - kThicknesses.begin();
    const auto there = std::clamp<std::ptrdiff_t>(here + steps, 0, std::ptrdiff_t(kThicknesses.size()) - 1);
    setSlab({m_slab.mode, kThicknesses[std::size_t(there)]});
}

void VolumeStage::restoreLengths(std::vector<VolumeLength> lengths)
{
    m_lengths = std::move(lengths);
    Q_EMIT changed();
}

void VolumeStage::addLength(const VolumeLength &length)
{
    m_lengths.push_back(length);
    Q_EMIT lengthsChanged();
    Q_EMIT changed();
}

void VolumeStage::removeLastLength()
{
    if (m_lengths.empty())
        return;
    m_lengths.pop_back();
    Q_EMIT lengthsChanged();
    Q_EMIT changed();
}

GreyDisplay VolumeStage::displayOf(const Frame &frame) const
{
    if (!m_stack->isWindowed())
        return defaultDisplay(frame);
    const auto display = m_stack->display();
    if (const auto shown = displayOnPlane(display, m_stack->frame()->facts(), frame.facts()))
        return *shown;
    auto own = defaultDisplay(frame);
    own.isInverted = display.isInverted;
    // What somebody chose counts without the state, in the units of the image.
    if (display.window != m_stack->presented()->display.window)
        own = {.window = display.window, .isInverted = display.isInverted};
    return own;
}

bool VolumeStage::isStateLeftOut(const Frame &frame) const
{
    return m_stack->isWindowed()
        && !displayOnPlane(m_stack->display(), m_stack->frame()->facts(), frame.facts());
}

} // namespace simiao::viewer
