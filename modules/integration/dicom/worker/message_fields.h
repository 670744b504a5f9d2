#pragma once

#include "integration/dicom/header.h"
#include "integration/dicom/inspection.h"
#include "integration/dicom/worker/message.h"

#include <bit>

namespace simiao::dicom {

// What stands in a message, in order: one function a structure for both directions. Another order is another protocol.

template <typename T, typename V>
concept Is = std::same_as<std::remove_const_t<T>, V>;

template <>
inline constexpr auto kLastOf<ErrorKind> = ErrorKind::Internal;
template <>
inline constexpr auto kLastOf<ObjectKind> = ObjectKind::Other;
template <>
inline constexpr auto kLastOf<workflow::ImageRole> = workflow::ImageRole::Secondary;
template <>
inline constexpr auto kLastOf<imaging::SampleType> = imaging::SampleType::F64;
template <>
inline constexpr auto kLastOf<imaging::Photometric> = imaging::Photometric::Rgb;
template <>
inline constexpr auto kLastOf<imaging::VoiFunction> = imaging::VoiFunction::Sigmoid;
template <>
inline constexpr auto kLastOf<imaging::SpacingBasis> = imaging::SpacingBasis::Film;
template <>
inline constexpr auto kLastOf<imaging::RegionUnit> = imaging::RegionUnit::Centimetre;

void eachField(Is<Error> auto &value, auto &archive)
{
    archive(value.kind, value.code, value.detail);
}

void eachField(Is<imaging::LookupTable> auto &value, auto &archive)
{
    archive(value.firstMapped, value.entries);
}

void eachField(Is<imaging::ModalityTransform> auto &value, auto &archive)
{
    archive(value.slope, value.intercept, value.unit, value.table);
}

void eachField(Is<imaging::VoiWindow> auto &value, auto &archive)
{
    archive(value.center, value.width, value.function, value.explanation);
}

void eachField(Is<imaging::VoiTable> auto &value, auto &archive)
{
    archive(value.table, value.white, value.explanation);
}

void eachField(Is<imaging::ValueRange> auto &value, auto &archive)
{
    archive(value.lowest, value.highest);
}

void eachField(Is<imaging::PixelSpacing> auto &value, auto &archive)
{
    archive(value.rowMm, value.columnMm, value.basis, value.calibration);
}

void eachField(Is<imaging::UltrasoundRegion> auto &value, auto &archive)
{
    archive(value.left, value.top, value.right, value.bottom, value.unitX, value.unitY, value.deltaX,
            value.deltaY);
}

void eachField(Is<imaging::ImageOrientation> auto &value, auto &archive)
{
    archive(value.alongRow, value.alongColumn);
}

void eachField(Is<imaging::EdgeLetters> auto &value, auto &archive)
{
    archive(value.left, value.right, value.top, value.bottom);
}

void eachField(Is<imaging::OverlayPlane> auto &value, auto &archive)
{
    archive(value.rows, value.columns, value.originRow, value.originColumn, value.isOn, value.group);
}

void eachField(Is<imaging::ShutterPoint> auto &value, auto &archive)
{
    archive(value.column, value.row);
}

void eachField(Is<imaging::Shutter::Rectangle> auto &value, auto &archive)
{
    archive(value.left, value.top, value.right, value.bottom);
}

void eachField(Is<imaging::Shutter::Circle> auto &value, auto &archive)
{
    archive(value.centre, value.radius);
}

void eachField(Is<imaging::Shutter> auto &value, auto &archive)
{
    archive(value.rectangle, value.circle, value.polygon);
}

void eachField(Is<imaging::SlicePlane> auto &value, auto &archive)
{
    archive(value.orientation, value.position);
}

/// Times go over as milliseconds, lists of codes as DICOM writes them.
void eachField(Is<imaging::PetFacts> auto &value, auto &archive)
{
    constexpr bool isReading = !std::is_const_v<std::remove_reference_t<decltype(value)>>;
    auto corrected = value.correctedImage.join(QLatin1Char('\\'));
    archive(value.units, value.suvType, corrected, value.decayCorrection, value.weightKg, value.doseBq,
            value.halfLifeS, value.isInjectionDayKnown, value.isInjectionZoneUnsure, value.frameReferenceMs,
            value.frameDurationMs);
    if constexpr (isReading)
        value.correctedImage = corrected.split(QLatin1Char('\\'), Qt::SkipEmptyParts);
    for (auto *time : {&value.injected, &value.series, &value.acquisition}) {
        std::optional<std::int64_t> ms;
        if (*time)
            ms = (*time)->toMSecsSinceEpoch();
        archive(ms);
        if constexpr (isReading)
            *time = ms ? std::optional(QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC)) : std::nullopt;
    }
}

void eachField(Is<imaging::LossyCompression> auto &value, auto &archive)
{
    archive(value.ratios, value.methods);
}

void eachField(Is<imaging::Segment> auto &value, auto &archive)
{
    archive(value.number, value.label);
}

void eachField(Is<imaging::Segmentation> auto &value, auto &archive)
{
    archive(value.segments, value.isLabelMap);
}

void eachField(Is<imaging::Defect> auto &value, auto &archive)
{
    archive(value.code, value.detail);
}

/// All but the geometry, which has no state before it is checked.
void eachField(Is<imaging::FrameFacts> auto &value, auto &archive)
{
    archive(value.bitsStored, value.photometric, value.isPresentationInverse, value.modality, value.windows,
            value.voiTables, value.padding, value.spacing, value.pixelAspect, value.regions,
            value.sliceThicknessMm, value.orientation, value.position, value.edges, value.laterality,
            value.instanceNumber, value.pet, value.overlays, value.shutter, value.frameOfReferenceUid,
            value.defects, value.lossy, value.fullScale, value.sliceLocationMm, value.view,
            value.segmentation);
}

/// All but the instances, of which a header has none, and the place, which only this side knows.
void eachField(Is<workflow::ImageSeries> auto &value, auto &archive)
{
    archive(value.studyInstanceUid, value.seriesInstanceUid, value.modality, value.studyDescription,
            value.seriesDescription, value.seriesNumber, value.studyDate, value.studyTime, value.patientName,
            value.patientId, value.patientBirthDate, value.patientSex, value.frameOfReferenceUid,
            value.bodyPart);
}

void eachField(Is<workflow::ImageInstance> auto &value, auto &archive)
{
    archive(value.sopInstanceUid, value.instanceNumber, value.frames, value.plane, value.framesPerSecond,
            value.laterality, value.view, value.role);
}

void eachField(Is<InstanceHeader> auto &value, auto &archive)
{
    archive(value.series, value.instance, value.orientation, value.position);
}

void eachField(Is<PixelAttributes> auto &value, auto &archive)
{
    archive(value.rows, value.columns, value.frames, value.samplesPerPixel, value.bitsAllocated,
            value.bitsStored, value.photometric);
}

/// Of floating point pixels these need not be finite, so they go over as bits.
void eachField(Is<ModalityStatistics> auto &value, auto &archive)
{
    for (auto *number : {&value.lowest, &value.highest, &value.mean}) {
        auto bits = std::bit_cast<std::uint64_t>(*number);
        archive(bits);
        if constexpr (!std::is_const_v<std::remove_pointer_t<decltype(number)>>)
            *number = std::bit_cast<double>(bits);
    }
}

void eachField(Is<Inspection> auto &value, auto &archive)
{
    archive(value.kind, value.transferSyntax, value.sopClass, value.modality, value.patientName, value.pixels,
            value.frame0Sha256, value.statistics, value.problems, value.refusal, value.lossy);
}

} // namespace simiao::dicom
