#include "imaging/models/image_stack.h"

#include "imaging/stated_display.h"

#include <algorithm>

namespace simiao::viewer {

namespace {

/// One series of one person: more of it has come, it lies elsewhere now, or the same files are read by other characters.
bool isContinued(const workflow::ImageSeries &before, const workflow::ImageSeries &after)
{
    const bool isSamePerson = before.patientId == after.patientId && before.patientName == after.patientName;
    return !before.instances.empty() && before.seriesInstanceUid == after.seriesInstanceUid
        && before.studyInstanceUid == after.studyInstanceUid
        && (isSamePerson || before.instances == after.instances);
}

/// Where the same picture stands, by SOP instance and frame; -1: nowhere.
int placeOf(const Slice &picture, const std::vector<Slice> &slices)
{
    const auto found = std::ranges::find_if(slices, [&picture](const Slice &slice) {
        return slice.instance.sopInstanceUid == picture.instance.sopInstanceUid
            && slice.frame == picture.frame;
    });
    return found == slices.end() ? -1 : static_cast<int>(found - slices.begin());
}

/// What has one automatic window: slices of one stack, and frames of one instance. Nothing for a picture that stands alone, such as
/// one of two projections in a series.
std::optional<QString> sharedWindowOf(const Slice &slice, const imaging::Frame &frame)
{
    if (!frame.isGrey() || imaging::statesDisplay(frame.facts()))
        return std::nullopt;
    if (frame.facts().position)
        return frame.facts().modality.unit;
    return slice.instance.frames > 1 ? std::optional(slice.instance.sopInstanceUid) : std::nullopt;
}

} // namespace

ImageStack::ImageStack(std::shared_ptr<workflow::ImageSource> source,
                       std::shared_ptr<FrameCache> cache,
                       QObject *parent,
                       std::shared_ptr<LoadTurns> turns)
    : QObject(parent)
    , m_loader(std::move(source), std::move(cache), std::move(turns))
{
    connect(&m_loader, &FrameLoader::loaded, this, &ImageStack::showIfWanted);
    connect(&m_loader, &FrameLoader::previewed, this, &ImageStack::showIfWanted);
    connect(&m_loader, &FrameLoader::failed, this, &ImageStack::takeFailure);
}

void ImageStack::setSeries(const workflow::ImageSeries &series)
{
    if (isContinued(m_series, series) && continueWith(series))
        return;
    m_series = series;
    m_loader.setSlices(slicesOf(series));
    m_frame.reset();
    m_shown = -1;
    m_direction = 1;
    m_window.reset();
    m_stated.reset();
    m_automatic.clear();
    m_isInverted = false;
    m_preset = {};
    m_presentation.reset();
    m_presented.reset();
    m_presentationError.reset();
    m_wanted = count() / 2;
    show();
}

/// Whoever leafs while images arrive stays at her picture, with her window. False where that picture is gone.
bool ImageStack::continueWith(const workflow::ImageSeries &series)
{
    const auto slices = slicesOf(series);
    const int wanted = count() > 0 ? placeOf(m_loader.slices()[std::size_t(m_wanted)], slices) : -1;
    const int shown = m_frame ? placeOf(*shownSlice(), slices) : -1;
    if (wanted < 0 || (m_frame && shown < 0))
        return false;
    m_series = series;
    m_loader.setSlices(slices);
    m_wanted = wanted;
    m_shown = shown;
    show();
    return true;
}

void ImageStack::scrollTo(int slice)
{
    const int target = std::clamp(slice, 0, std::max(0, count() - 1));
    if (target == m_wanted)
        return;
    m_direction = target > m_wanted ? 1 : -1;
    m_wanted = target;
    show();
}

void ImageStack::setResting(bool isResting)
{
    m_isResting = isResting;
    if (isResting)
        m_loader.rest();
    else if (count() > 0)
        m_loader.want(m_wanted, m_direction);
}

void ImageStack::retry()
{
    m_loader.forgetFailures();
    show();
}

void ImageStack::showIfWanted(int slice)
{
    if (slice == m_wanted)
        show();
}

/// Shows the wanted slice if it is here, or its preview; else what is shown stays until it comes.
void ImageStack::show()
{
    m_error.reset();
    if (count() > 0) {
        const auto whole = m_loader.frame(m_wanted);
        if (const auto frame = whole ? whole : m_loader.preview(m_wanted)) {
            m_frame = frame;
            m_shown = m_wanted;
            keepAutomatic();
            present();
            takePreset();
        }
        if (!m_isResting)
            m_loader.want(m_wanted, m_direction);
    }
    Q_EMIT changed();
}

void ImageStack::takeFailure(int slice, const Error &error)
{
    if (slice != m_wanted)
        return;
    m_error = error;
    m_frame.reset();
    m_shown = -1;
    present();
    Q_EMIT changed();
}

/// Not of a preview, nor of a picture that is all one value: there is nothing to be seen by.
void ImageStack::keepAutomatic()
{
    const auto shared = sharedWindowOf(*shownSlice(), *m_frame);
    const auto &range = m_frame->measuredRange();
    if (shared && !m_automatic.contains(*shared) && !isPreview() && range.lowest < range.highest)
        m_automatic.insert(*shared, m_frame->automaticWindow());
}

imaging::GreyDisplay ImageStack::ownDisplay(const Slice &slice, const imaging::Frame &frame) const
{
    const auto shared = sharedWindowOf(slice, frame);
    if (!shared || !m_automatic.contains(*shared))
        return imaging::defaultDisplay(frame);
    return {.window = m_automatic.value(*shared)};
}

imaging::GreyDisplay ImageStack::display() const
{
    auto display = m_presented ? m_presented->display : ownDisplay(*shownSlice(), *m_frame);
    if (m_stated && !m_presented) {
        if (auto stated = imaging::statedDisplay(m_frame->facts(), *m_stated))
            display = std::move(stated->display);
    }
    if (m_window) {
        display.window = *m_window;
        display.table.reset();
    }
    display.isInverted = m_isInverted;
    return display;
}

void ImageStack::setPresentation(std::shared_ptr<const imaging::PresentationState> state)
{
    if (state == m_presentation)
        return;
    m_presentation = std::move(state);
    m_window.reset();
    m_stated.reset();
    m_isInverted = false;
    present();
    Q_EMIT changed();
}

void ImageStack::present()
{
    m_presented.reset();
    m_presentationError.reset();
    if (!m_presentation || !m_frame)
        return;
    const auto &slice = *shownSlice();
    auto presentation = imaging::presentationOf(
        *m_presentation, {m_series.seriesInstanceUid, slice.instance.sopInstanceUid, slice.frame}, *m_frame);
    if (presentation)
        m_presented = *std::move(presentation);
    else
        m_presentationError = presentation.error();
}

void ImageStack::setWindow(const imaging::VoiWindow &window)
{
    if (!isWindowed())
        return;
    m_window = window;
    m_stated.reset();
    Q_EMIT changed();
}

void ImageStack::presetWindow(const imaging::VoiWindow &window)
{
    m_window = window;
    m_stated.reset();
    Q_EMIT changed();
}

void ImageStack::presetWindow(WindowOf windowOf)
{
    m_preset = std::move(windowOf);
    takePreset();
    Q_EMIT changed();
}

/// What somebody chose meanwhile holds.
void ImageStack::takePreset()
{
    if (!m_frame || !m_preset)
        return;
    if (!m_window && isWindowed())
        m_window = m_preset(*m_frame);
    m_preset = {};
}

int ImageStack::statedCount() const
{
    return isWindowed() && !m_presented ? imaging::statedCount(m_frame->facts()) : 0;
}

void ImageStack::useStated(int index)
{
    if (index < 0 || index >= statedCount())
        return;
    m_preset = {};
    m_window.reset();
    m_stated = index;
    Q_EMIT changed();
}

void ImageStack::useNextStated()
{
    const bool isOwn = !m_window; // after a window that somebody chose the image's first comes again
    if (const int count = statedCount(); count > 0)
        useStated(isOwn ? (m_stated.value_or(0) + 1) % count : 0);
}

void ImageStack::useDefaultWindow()
{
    m_preset = {};
    m_window.reset();
    m_stated.reset();
    Q_EMIT changed();
}

void ImageStack::invert()
{
    m_isInverted = !m_isInverted;
    Q_EMIT changed();
}

void ImageStack::takeDisplayOf(const ImageStack &other)
{
    if (m_window == other.m_window && m_stated == other.m_stated && m_isInverted == other.m_isInverted)
        return;
    m_window = other.m_window;
    m_stated = other.m_stated;
    m_isInverted = other.m_isInverted;
    Q_EMIT changed();
}

void ImageStack::resetDisplay()
{
    m_preset = {};
    m_window.reset();
    m_stated.reset();
    m_isInverted = false;
    Q_EMIT changed();
}

} // namespace simiao::viewer
