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
    bool isPossible() const { return !candidates().empty(); }
    bool isLoading() const { return m_isLoading; }
    /// Why it is not shown, once it was asked for.
    const std::optional<Error> &error() const { return m_error; }
    /// Null while it is not shown.
    imaging::VolumePtr volume() const { return m_isShown ? m_volume : nullptr; }
    double opacity() const { return m_opacity; }
    /// Of the whole volume: the planes' colours mean the same.
    const FusionWindow &window() const { return m_window; }
    const imaging::ColourMap &colours() const { return m_colours; }
    /// What is shown, its number from 1 and of how many; meaningful while there is a volume().
    const workflow::ImageSeries &series() const { return m_shown; }
    std::size_t number() const { return m_next; }
    std::size_t count() const { return m_round.size(); }

    /// Shows the next PET of the study, loading it first, or after the last one none. What is corrected for attenuation comes
    /// first.
    void toggle();
    void changeOpacity(double by);

Q_SIGNALS:
    void changed();

private:
    std::vector<workflow::ImageSeries> candidates() const;
    void begin();
    void showNext();
    void load(const workflow::ImageSeries &series);
    void take(Result<imaging::VolumePtr> answer);

    std::shared_ptr<workflow::ImageSource> m_source;
    VolumeStage *m_below;
    Series m_series;
    imaging::ColourMap m_colours;
    std::vector<workflow::ImageSeries> m_round; ///< what the key goes through
    std::size_t m_next = 0;                     ///< of the round
    workflow::ImageSeries m_shown;              ///< whose volume it is
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
