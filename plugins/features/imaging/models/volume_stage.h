#pragma once

#include "imaging/models/image_stack.h"
#include "imaging/models/volume_length.h"
#include "imaging/models/volume_planes.h"

#include <QTimer>

namespace simiao::viewer {

/// One series as a volume: its loading, the three planes, the slab and what was measured. The window is that of the stack, so that
/// slices and planes look alike. \thread GUI
class VolumeStage : public QObject
{
    Q_OBJECT

public:
    /// Two gigabytes: 600 slices of 512 x 512 four times over, seven times as floats.
    static constexpr std::int64_t kMostBytes = std::int64_t{1} << 31;

    /// \param stack  whose series it is, not owned
    VolumeStage(std::shared_ptr<workflow::ImageSource> source,
                ImageStack *stack,
                std::int64_t mostBytes = kMostBytes,
                QObject *parent = nullptr);
    ~VolumeStage() override;

    void load();
    void cancel();
    bool isLoading() const { return m_isLoading; }
    /// 0 … 100, -1 while it is not known.
    int percent() const;
    const std::optional<Error> &error() const { return m_error; }
    /// Null until it is here.
    const imaging::VolumePtr &volume() const { return m_volume; }
    const workflow::ImageSeries &series() const { return m_stack->series(); }
    ImageStack *stack() const { return m_stack; }

    const VolumePlanes &planes() const { return m_planes; }
    /// The point in which they meet stays within the volume.
    void setPlanes(const VolumePlanes &planes);
    void resetPlanes();
    /// By steps of the finest voxel edge across the plane.
    void step(PlaneKind plane, int steps);
    /// Such a step: how thick the slices are that a thin plane goes through, mm; 0 while there is no volume.
    double stepMm(PlaneKind plane) const;

    /// How much larger than fitting all planes are shown.
    double zoom() const { return m_zoom; }
    void zoomBy(double factor);
    /// The whole volume in all planes.
    void fit();

    const imaging::Slab &slab() const { return m_slab; }
    void setSlab(const imaging::Slab &slab);
    void nextMode();
    void thicken(int steps);

    const std::vector<VolumeLength> &lengths() const { return m_lengths; }
    /// What was measured before.
    void restoreLengths(std::vector<VolumeLength> lengths);
    void addLength(const VolumeLength &length);
    void removeLastLength();

    /// The planes' window: of the stack, else the volume's own.
    imaging::GreyDisplay displayOf(const imaging::Frame &frame) const;
    /// The presentation state of the slices cannot be applied to this plane (imaging::displayOnPlane()).
    bool isStateLeftOut(const imaging::Frame &frame) const;

Q_SIGNALS:
    /// Something that is seen changed.
    void changed();
    /// A length was added or removed.
    void lengthsChanged();
    /// Planes forget how they were moved.
    void fitted();
    /// A percent more is loaded.
    void progressed();

private:
    void take(int generation, Result<imaging::VolumePtr> answer);

    std::shared_ptr<workflow::ImageSource> m_source;
    ImageStack *m_stack;
    std::int64_t m_mostBytes;
    std::shared_ptr<workflow::VolumeProgress> m_progress;
    QTimer m_ticks;
    bool m_isLoading = false;
    std::optional<Error> m_error;
    imaging::VolumePtr m_volume;
    VolumePlanes m_planes;
    double m_zoom = 1;
    imaging::Slab m_slab;
    std::vector<VolumeLength> m_lengths;
    int m_generation = 0;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
