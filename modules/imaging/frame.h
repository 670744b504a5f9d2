#pragma once

#include "imaging/defect.h"
#include "imaging/frame_geometry.h"
#include "imaging/lossy.h"
#include "imaging/modality.h"
#include "imaging/orientation.h"
#include "imaging/overlay_plane.h"
#include "imaging/pet_facts.h"
#include "imaging/segmentation.h"
#include "imaging/shutter.h"
#include "imaging/spacing.h"
#include "imaging/ultrasound_region.h"
#include "imaging/voi_table.h"
#include "imaging/voi_window.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace simiao::imaging {

/// What a sample means, after decoding: palettes and YBR are RGB by then.
enum class Photometric {
    Monochrome1, ///< the lowest value is white
    Monochrome2, ///< the lowest value is black
    Rgb,
};

/// Lowest and highest of something, both included.
struct ValueRange
{
    double lowest = 0;
    double highest = 0;

    bool operator==(const ValueRange &) const = default;
    bool contains(double value) const { return value >= lowest && value <= highest; }
};

/// Everything about a frame but its pixels.
struct FrameFacts
{
    FrameGeometry geometry;
    /// Significant bits of a sample; the decoder has masked and sign-extended the others away.
    int bitsStored = 8;
    Photometric photometric = Photometric::Monochrome2;
    /// Presentation LUT Shape (2050,0020) is INVERSE.
    bool isPresentationInverse = false;
    ModalityTransform modality = {};
    /// In the order of the image; may be empty.
    std::vector<VoiWindow> windows = {};
    /// As `windows`; the image's own window comes before its own table.
    std::vector<VoiTable> voiTables = {};
    /// Stored values that are no measurement (Pixel Padding Value … Range Limit, 0028,0120/0121).
    std::optional<ValueRange> padding = {};
    /// The least and the greatest measured value that can occur, where the object says so: of a segmentation nothing and all.
    std::optional<ValueRange> fullScale = {};
    PixelSpacing spacing = {};
    /// Height of a pixel over its width where the image says no distances (Pixel Aspect Ratio, 0028,0034).
    double pixelAspect = 1;
    /// Where there are any, lengths follow them and not `spacing`.
    std::vector<UltrasoundRegion> regions = {};
    std::optional<double> sliceThicknessMm = {};
    std::optional<ImageOrientation> orientation = {};
    /// Where it lies among others, mm: as the device counts, else along the normal.
    std::optional<double> sliceLocationMm = {};
    /// Image Position (Patient): the centre of the first pixel, mm.
    std::optional<Vector3> position = {};
    /// Positions of images with the same Frame of Reference UID (0020,0052) may be compared; empty where it is not said.
    QString frameOfReferenceUid = {};
    /// Letters for the four edges; empty when the image does not say.
    EdgeLetters edges = {};
    /// "R", "L", "B" for paired parts, else empty.
    QString laterality = {};
    /// How a projection was taken: "MLO", "PA"; a view that has no usual letters by its name.
    QString view = {};
    /// Of a segmentation alone: what of the body it is about.
    std::optional<Segmentation> segmentation = {};
    /// Nothing was lost: absent.
    std::optional<LossyCompression> lossy = {};
    int instanceNumber = 0;
    /// Of PET alone: whether its values may be called SUV.
    std::optional<PetFacts> pet = {};
    std::vector<OverlayPlane> overlays = {};
    /// What is to be kept dark, e.g. beside the collimator.
    std::optional<Shutter> shutter = {};
    /// What the decoder could not make good: pixels that are missing, and why.
    std::vector<Defect> defects = {};

    /// Height over width of a pixel on the screen; lengths are never taken from it.
    double displayAspect() const
    {
        return spacing.isMillimetres() ? spacing.rowMm / spacing.columnMm : pixelAspect;
    }
};

/// Bytes that somebody keeps for us, such as memory that was shared by another process. They never change.
struct SharedBytes
{
    std::shared_ptr<const void> owner; ///< the bytes are there as long as this is
    std::span<const std::byte> bytes;
};

/// One decoded picture. Immutable and shared, so that a pool may make it and a screen may paint it without a
/// lock.
class Frame
{
public:
    /// Takes the samples in the machine's byte order. `imaging.pixels-missing` if fewer bytes than the
    /// geometry says.
    static Result<std::shared_ptr<const Frame>> create(FrameFacts facts, std::vector<std::byte> pixels);
    /// The same without a copy; the samples must be aligned as their type wants it.
    static Result<std::shared_ptr<const Frame>> create(FrameFacts facts, SharedBytes pixels);

    const FrameFacts &facts() const { return m_facts; }
    const FrameGeometry &geometry() const { return m_facts.geometry; }
    bool isGrey() const { return geometry().samplesPerPixel() == 1; }
    std::span<const std::byte> bytes() const { return m_pixels.bytes; }

    /// The stored values that occur, with and without padding; {0,0} when nothing is left.
    const ValueRange &storedRange() const { return m_storedRange; }
    const ValueRange &measuredRange() const { return m_measuredRange; }

    /// autoWindow() of this frame, found once.
    const VoiWindow &automaticWindow() const;

    /// Stored value at a pixel of a grey frame; the caller keeps within the geometry.
    double storedAt(int column, int row) const;
    /// What the device measured there, in `facts().modality.unit`; nothing on padding.
    std::optional<double> measuredAt(int column, int row) const;

private:
    Frame(FrameFacts facts, SharedBytes pixels);

    FrameFacts m_facts;
    SharedBytes m_pixels;
    ValueRange m_storedRange;
    ValueRange m_measuredRange;
    mutable std::once_flag m_windowFound;
    mutable VoiWindow m_automaticWindow;
};

} // namespace simiao::imaging
