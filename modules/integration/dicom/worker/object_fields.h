#pragma once

#include "integration/dicom/worker/message_fields.h"
#include "workflow/ports/imaging_objects.h"

namespace simiao::dicom {

// As message_fields.h, of objects that are no images.

template <>
inline constexpr auto kLastOf<workflow::ImagingObjectKind> = workflow::ImagingObjectKind::Document;
template <>
inline constexpr auto kLastOf<imaging::ContentType> = imaging::ContentType::Unknown;
template <>
inline constexpr auto kLastOf<imaging::PresentationSize> = imaging::PresentationSize::Magnify;
template <>
inline constexpr auto kLastOf<imaging::AnnotationUnits> = imaging::AnnotationUnits::Display;
template <>
inline constexpr auto kLastOf<imaging::TextJustification> = imaging::TextJustification::Centre;
template <>
inline constexpr auto kLastOf<imaging::GraphicType> = imaging::GraphicType::Ellipse;

// Lists that may be longer than those of an image (objects/references.h, objects/annotations.h).
template <>
inline constexpr std::uint32_t kMostOf<imaging::ReferencedImage> = 1 << 18;
template <>
inline constexpr std::uint32_t kMostOf<imaging::ImagePoint> = 1 << 16;
template <>
inline constexpr std::uint32_t kMostOf<int> = 1 << 16;

/// All but the place, which only the other side knows.
void eachField(Is<workflow::ImagingObject> auto &value, auto &archive)
{
    archive(value.kind, value.studyInstanceUid, value.seriesInstanceUid, value.sopInstanceUid, value.modality,
            value.title, value.created, value.studyDate, value.studyTime, value.patientName, value.patientId,
            value.patientBirthDate, value.patientSex);
}

void eachField(Is<workflow::ImportHeader> auto &value, auto &archive)
{
    archive(value.sopInstanceUid, value.seriesInstanceUid, value.studyInstanceUid, value.modality,
            value.patientId, value.patientName, value.patientBirthDate, value.studyDate, value.bodyPart,
            value.laterality, value.hasOrientation, value.isBurnedIn, value.isImage);
}

void eachField(Is<imaging::CodedConcept> auto &value, auto &archive)
{
    archive(value.value, value.scheme, value.meaning);
}

void eachField(Is<imaging::ReferencedImage> auto &value, auto &archive)
{
    archive(value.seriesInstanceUid, value.sopClassUid, value.sopInstanceUid, value.frames);
}

void eachField(Is<imaging::ImagePoint> auto &value, auto &archive)
{
    archive(value.column, value.row);
}

void eachField(Is<imaging::ContentItem> auto &value, auto &archive)
{
    archive(value.relationship, value.type, value.name, value.text, value.code, value.reference,
            value.graphicType, value.points, value.target, value.children);
}

void eachField(Is<imaging::Report> auto &value, auto &archive)
{
    archive(value.studyInstanceUid, value.seriesInstanceUid, value.sopClassUid, value.sopInstanceUid,
            value.patientId, value.patientName, value.patientBirthDate, value.created, value.isComplete,
            value.isVerified, value.verifiers, value.evidence, value.root, value.defects);
}

template <typename T>
void eachField(imaging::ForImages<T> &value, auto &archive)
{
    archive(value.value, value.images);
}

template <typename T>
void eachField(const imaging::ForImages<T> &value, auto &archive)
{
    archive(value.value, value.images);
}

void eachField(Is<imaging::SoftcopyVoi> auto &value, auto &archive)
{
    archive(value.windows, value.tables);
}

void eachField(Is<imaging::PresentationTable> auto &value, auto &archive)
{
    archive(value.entries);
}

void eachField(Is<imaging::Turn> auto &value, auto &archive)
{
    archive(value.quarters, value.isMirrored);
}

void eachField(Is<imaging::DisplayedArea> auto &value, auto &archive)
{
    archive(value.left, value.top, value.right, value.bottom, value.size, value.pixelWidth, value.pixelHeight,
            value.isMillimetres, value.magnification);
}

void eachField(Is<imaging::PresentationShutter> auto &value, auto &archive)
{
    archive(value.shapes, value.bitmap, value.presentationValue);
}

void eachField(Is<imaging::ActiveOverlay> auto &value, auto &archive)
{
    archive(value.group, value.layer, value.plane);
}

void eachField(Is<imaging::GraphicLayer> auto &value, auto &archive)
{
    archive(value.name, value.order, value.description, value.grey);
}

void eachField(Is<imaging::GraphicObject> auto &value, auto &archive)
{
    archive(value.units, value.type, value.isFilled, value.points, value.trackingId, value.trackingUid);
}

void eachField(Is<imaging::TextBox> auto &value, auto &archive)
{
    archive(value.units, value.topLeft, value.bottomRight, value.justification);
}

void eachField(Is<imaging::TextAnchor> auto &value, auto &archive)
{
    archive(value.units, value.point, value.isVisible);
}

void eachField(Is<imaging::TextObject> auto &value, auto &archive)
{
    archive(value.text, value.box, value.anchor, value.trackingId, value.trackingUid);
}

void eachField(Is<imaging::GraphicAnnotation> auto &value, auto &archive)
{
    archive(value.layer, value.graphics, value.texts);
}

void eachField(Is<imaging::PresentationState> auto &value, auto &archive)
{
    archive(value.studyInstanceUid, value.seriesInstanceUid, value.sopInstanceUid, value.patientId,
            value.patientName, value.label, value.description, value.creator, value.created, value.images,
            value.modality, value.voi, value.isInverse, value.presentationTable, value.turn, value.areas,
            value.shutter, value.overlays, value.layers, value.annotations, value.defects);
}

/// Without its samples, which stand in the shared memory.
void eachField(Is<imaging::WaveformChannel> auto &value, auto &archive)
{
    archive(value.name, value.unit);
}

void eachField(Is<imaging::WaveformGroup> auto &value, auto &archive)
{
    archive(value.label, value.samplingHz, value.channels);
}

void eachField(Is<imaging::WaveformNote> auto &value, auto &archive)
{
    archive(value.name, value.value);
}

void eachField(Is<imaging::Waveform> auto &value, auto &archive)
{
    archive(value.studyInstanceUid, value.seriesInstanceUid, value.sopClassUid, value.sopInstanceUid,
            value.patientId, value.patientName, value.patientBirthDate, value.patientSex, value.acquired,
            value.filter, value.groups, value.notes, value.defects);
}

/// Without its bytes, which stand in the shared memory.
void eachField(Is<workflow::EncapsulatedDocument> auto &value, auto &archive)
{
    archive(value.title, value.mimeType, value.created);
}

} // namespace simiao::dicom
