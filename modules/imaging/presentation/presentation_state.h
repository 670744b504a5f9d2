#pragma once

#include "core/result.h"
#include "imaging/defect.h"
#include "imaging/lut.h"
#include "imaging/presentation/displayed_area.h"
#include "imaging/presentation/graphic_annotation.h"
#include "imaging/presentation/presentation_shutter.h"

namespace simiao::imaging {

/// One image, or some frames of it.
struct ReferencedImage
{
    QString seriesInstanceUid = {}; ///< empty where it stands in a place that does not say it
    QString sopClassUid = {};
    QString sopInstanceUid = {};
    std::vector<int> frames = {}; ///< from 0; empty: all

    bool operator==(const ReferencedImage &) const = default;
    bool covers(const QString &instance, int frame) const;
};

/// A part of a presentation state, for some of its images or (none) for all.
template <typename T>
struct ForImages
{
    T value = {};
    std::vector<ReferencedImage> images = {};

    bool operator==(const ForImages &) const = default;
};

/// Whether a part for `images` is for this frame.
bool isFor(const std::vector<ReferencedImage> &images, const QString &instance, int frame);

/// Windows and tables of which the first is to be used.
struct SoftcopyVoi
{
    std::vector<VoiWindow> windows = {};
    std::vector<VoiTable> tables = {};

    bool operator==(const SoftcopyVoi &) const = default;
};

struct GraphicAnnotation
{
    QString layer;
    std::vector<GraphicObject> graphics = {};
    std::vector<TextObject> texts = {};

    bool operator==(const GraphicAnnotation &) const = default;
};

/// An overlay that is painted, and in which layer (PS3.3 C.11.7).
struct ActiveOverlay
{
    int group = 0x6000; ///< 6000, 6002 … 601E
    QString layer = {};
    std::optional<OverlayPlane> plane = {}; ///< the state's own; nothing: that of the image

    bool operator==(const ActiveOverlay &) const = default;
};

/// How images were shown (Grayscale Softcopy Presentation State, PS3.3 A.33.1). It is complete: what it does not say is
/// the identity, whatever the image says (PS3.4 N.2).
struct PresentationState
{
    QString studyInstanceUid = {};
    QString seriesInstanceUid = {};
    QString sopInstanceUid = {};
    QString patientId = {};
    QString patientName = {}; ///< for the eye
    QString label = {};       ///< Content Label
    QString description = {};
    QString creator = {};
    QString created = {}; ///< ISO date and time, local to the writer; may be cut short
    std::vector<ReferencedImage> images = {};
    ModalityTransform modality = {};
    std::vector<ForImages<SoftcopyVoi>> voi = {};
    bool isInverse = false;
    /// In place of `isInverse`: 0 … 1 to 0 … 1.
    std::optional<PresentationTable> presentationTable = {};
    Turn turn = {};
    std::vector<ForImages<DisplayedArea>> areas = {};
    PresentationShutter shutter = {};
    std::vector<ActiveOverlay> overlays = {}; ///< all others are not seen
    std::vector<GraphicLayer> layers = {};
    std::vector<ForImages<GraphicAnnotation>> annotations = {};
    /// What could not be read of it and is not shown.
    std::vector<Defect> defects = {};

    bool operator==(const PresentationState &) const = default;
};

/// What a state makes of one frame.
struct Presentation
{
    GreyDisplay display = {};
    Turn turn = {};
    std::optional<DisplayedArea> area = {}; ///< nothing: the whole picture, fitted
    PresentationShutter shutter = {};
    /// Both in the order of painting, overlays below.
    std::vector<OverlayPlane> overlays = {};
    std::vector<GraphicAnnotation> annotations = {};
};

/// Which picture a state is to be applied to.
struct PresentedImage
{
    QString seriesInstanceUid;
    QString sopInstanceUid;
    int frame = 0; ///< from 0
};

/// Applies `state` to a frame, or says why not: nothing of a state is ever shown on a picture that it does not name.
/// Invalid `presentation.other-image` (its references do not name the image, or not this frame), `presentation.other-series`
/// (they name it in another series), `presentation.no-greys` for a colour picture.
Result<Presentation> presentationOf(const PresentationState &state,
                                    const PresentedImage &image,
                                    const Frame &frame);

/// The whole chain for one frame: greys, then shutter, not turned yet. One byte a pixel.
std::vector<std::uint8_t> render(const Frame &frame, const Presentation &presentation);

/// A rendered picture of one byte a pixel as it stands on the screen.
std::vector<std::uint8_t> turned(std::span<const std::uint8_t> picture,
                                 int columns,
                                 int rows,
                                 const Turn &turn);

} // namespace simiao::imaging
