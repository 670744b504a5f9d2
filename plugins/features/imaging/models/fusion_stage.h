#pragma once

#include "imaging/models/fusion_picture.h"
#include "imaging/models/volume_stage.h"

#include <functional>

namespace simiao::viewer {

/// A PET series over the planes of another: which one, its volume, how much of it is seen. Both must say the same frame of
/// reference: else nobody knows how they lie to each other, and it is refused. \thread GUI
class FusionStage : public QObject
{
    Q_OBJECT

public:
    using Series = std::function<std::vector<workflow::ImageSeries>()>;

    /// \param below  what it lies over, not owned  \param series  all of the patient's, asked when needed
    FusionStage(std::shared_ptr<workflow::ImageSource> source,
                VolumeStage *below,
                Series series,
                QObject *parent = nullptr);
    ~FusionStage() override;

    /// There is a PET series of the same study to lie over this one.
    bool isPossible() const { return candidate().has_value(); }
    bool isLoading() const { return m_isLoading; }
    /// Why it is not shown, once it was asked for.
    const std::optional<Error> &error() const { return m_error; }
    /// Null while it is not shown.
    imaging::VolumePtr volume() const { return m_isShown ? m_volume : nullptr; }
    double opacity() const { return m_opacity; }
    /// Of the whole volume: the planes' colours mean the same.
    const FusionWindow &window() const { return m_window; }
    const imaging::ColourMap &colours() const { return m_colours; }

    /// Shows it, loading it first, or puts it away.
    void toggle();
    void changeOpacity(double by);

Q_SIGNALS:
    void changed();

private:
    std::optional<workflow::ImageSeries> candidate() const;
    void load(const workflow::ImageSeries &series);
    void take(Result<imaging::VolumePtr> answer);

    std::shared_ptr<workflow::ImageSource> m_source;
    VolumeStage *m_below;
    Series m_series;
    imaging::ColourMap m_colours;
    imaging::VolumePtr m_volume;
    FusionWindow m_window;
    bool m_isShown = false;
    bool m_isLoading = false;
    std::optional<Error> m_error;
    double m_opacity = 0.5;
    std::stop_source m_stop;
};

/// Conflict `imaging.fusion-frame` unless both say the same frame of reference.
Result<void> checkFusable(const imaging::VolumeFacts &below, const imaging::VolumeFacts &above);

} // namespace simiao::viewer
