#pragma once

#include "imaging/lut.h"
#include "imaging/models/frame_loader.h"
#include "imaging/presentation/presentation_state.h"
#include "imaging/preview.h"

#include <QHash>

#include <functional>
#include <optional>

namespace simiao::viewer {

/// One series as it is leafed through: which slice is wanted, which one is shown, and how its values become
/// grey. What is shown is always one frame with its own number, also while another is on its way. \thread GUI
class ImageStack : public QObject
{
    Q_OBJECT

public:
    ImageStack(std::shared_ptr<workflow::ImageSource> source,
               std::shared_ptr<FrameCache> cache,
               QObject *parent = nullptr,
               std::shared_ptr<LoadTurns> turns = nullptr);

    /// Starts in the middle, with the image's own window. The series that is shown already, with more images or in another place:
    /// the picture and its window stay.
    void setSeries(const workflow::ImageSeries &series);
    const workflow::ImageSeries &series() const { return m_series; }

    const std::vector<Slice> &slices() const { return m_loader.slices(); }
    int count() const { return static_cast<int>(m_loader.slices().size()); }
    int wanted() const { return m_wanted; }
    /// Number of the slice in `frame()`, from 0.
    int shown() const { return m_shown; }
    /// The slice in `frame()`; null while there is none.
    const Slice *shownSlice() const
    {
        return m_frame ? &m_loader.slices()[static_cast<std::size_t>(m_shown)] : nullptr;
    }
    /// Null until the first frame came, and where the wanted one cannot be had.
    const FramePtr &frame() const { return m_frame; }
    /// frame() stands in for the slice at lower resolution: nothing may be measured or exported (imaging/preview.h).
    bool isPreview() const { return m_frame && imaging::isPreview(m_frame->facts()); }
    /// The wanted slice is the one shown, as it is.
    bool isLoaded() const { return m_frame && m_shown == m_wanted && !isPreview(); }
    bool isLoading() const { return count() > 0 && !isLoaded() && !m_error; }
    /// Why the wanted slice cannot be shown.
    const std::optional<Error> &error() const { return m_error; }

    void scrollTo(int slice);
    void scrollBy(int slices) { scrollTo(m_wanted + slices); }
    void retry();
    /// Its viewport is worked with: its frames come first.
    void goFirst() { m_loader.goFirst(); }
    /// Nobody looks: nothing more is fetched. \param isResting  false: what is missing is fetched again
    void setResting(bool isResting);

    /// A grey frame is on the screen: it has a window to change.
    bool isWindowed() const { return m_frame && m_frame->isGrey(); }
    /// The CT presets make sense: grey values are Hounsfield units.
    bool isCt() const { return m_series.modality == QLatin1String("CT"); }
    /// How frame() is displayed; only while there is one.
    imaging::GreyDisplay display() const;
    /// How a picture of the series is displayed before anybody chose. Slices and frames that say nothing of it have one window, that of
    /// the first of them that was shown: or each would have another brightness.
    imaging::GreyDisplay ownDisplay(const Slice &slice, const imaging::Frame &frame) const;
    void setWindow(const imaging::VoiWindow &window);
    /// The same before there is a frame, for all of the series.
    void presetWindow(const imaging::VoiWindow &window);
    /// A window that follows from the picture: of the one that is shown, or else of the first that comes.
    using WindowOf = std::function<std::optional<imaging::VoiWindow>(const imaging::Frame &frame)>;
    void presetWindow(WindowOf windowOf);
    void useDefaultWindow();
    /// The windows and tables that frame() itself states (imaging/stated_display.h); 0 while a presentation state stands in their place.
    int statedCount() const;
    /// One of them, on each slice its own of that number, until something else is chosen.
    void useStated(int index);
    /// The next one after what is shown, from the last to the first.
    void useNextStated();
    /// Which of them was chosen; nothing: none.
    std::optional<int> stated() const { return m_stated; }
    void invert();
    void resetDisplay();
    /// The window and inversion that were chosen for another; its images' own window where none was.
    void takeDisplayOf(const ImageStack &other);

    /// Shows the series as a presentation state wants it: its greys come in place of what was chosen, until something else is
    /// chosen. \param state  null takes it off
    void setPresentation(std::shared_ptr<const imaging::PresentationState> state);
    const std::shared_ptr<const imaging::PresentationState> &presentation() const { return m_presentation; }
    /// What it makes of frame(); null without one, or where it makes nothing of it.
    const imaging::Presentation *presented() const { return m_presented ? &*m_presented : nullptr; }
    /// Why it makes nothing of frame().
    const std::optional<Error> &presentationError() const { return m_presentationError; }

Q_SIGNALS:
    /// Something that is seen changed.
    void changed();

private:
    void showIfWanted(int slice);
    bool continueWith(const workflow::ImageSeries &series);
    void show();
    void present();
    void takePreset();
    void keepAutomatic();
    void takeFailure(int slice, const Error &error);

    FrameLoader m_loader;
    workflow::ImageSeries m_series;
    int m_wanted = 0;
    int m_shown = -1;
    int m_direction = 1;
    FramePtr m_frame;
    std::optional<Error> m_error;
    WindowOf m_preset;                              ///< until there is a picture
    std::optional<imaging::VoiWindow> m_window;     ///< nothing: each image's own
    std::optional<int> m_stated;                    ///< which of the image's own; nothing: as ownDisplay()
    QHash<QString, imaging::VoiWindow> m_automatic; ///< where images state none, by what shares one
    bool m_isInverted = false;
    std::shared_ptr<const imaging::PresentationState> m_presentation;
    std::optional<imaging::Presentation> m_presented; ///< of m_frame
    std::optional<Error> m_presentationError;
    bool m_isResting = false;
};

} // namespace simiao::viewer
