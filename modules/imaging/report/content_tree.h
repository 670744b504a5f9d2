#pragma once

#include "imaging/defect.h"
#include "imaging/presentation/presentation_state.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace simiao::imaging {

/// A code with its scheme (PS3.3 8): (121071, DCM, "Finding").
struct CodedConcept
{
    QString value = {};
    QString scheme = {}; ///< DCM, SCT, SRT, UCUM, LN …
    QString meaning = {};

    bool operator==(const CodedConcept &) const = default;
    /// The same concept, whatever words stand with it.
    bool isSame(const CodedConcept &other) const { return value == other.value && scheme == other.scheme; }
};

/// Value Type (0040,A040).
enum class ContentType {
    Container,
    Text,
    Code,
    Number, ///< NUM
    Date,
    Time,
    DateTime,
    PersonName,
    UidReference,
    Image,
    Waveform,
    Composite,
    SpatialCoordinates,   ///< SCOORD
    SpatialCoordinates3D, ///< SCOORD3D
    TemporalCoordinates,  ///< TCOORD
    Table,
    Unknown, ///< its children are read nevertheless
};

/// One node of a structured report (PS3.3 C.17.3). Which members count depends on the type.
struct ContentItem
{
    QString relationship = {}; ///< to its parent: "CONTAINS", "HAS OBS CONTEXT" …; empty at the root
    ContentType type = ContentType::Unknown;
    CodedConcept name = {};
    /// Words, dates (ISO), names for the eye, UIDs; the number as it is written.
    QString text = {};
    /// Value of a code, unit of a number, why a number is missing.
    CodedConcept code = {};
    ReferencedImage reference = {}; ///< of images, waveforms and other objects
    QString graphicType = {};       ///< "POLYLINE" … of coordinates
    /// Columns and rows as ImagePoint, of SpatialCoordinates.
    std::vector<ImagePoint> points = {};
    /// "1.2.1": the item that this one is, by its numbers from the root; it has no value then.
    QString target = {};
    std::vector<ContentItem> children = {};

    bool operator==(const ContentItem &) const = default;
};

/// A structured report or a key object selection.
struct Report
{
    QString studyInstanceUid = {};
    QString seriesInstanceUid = {};
    QString sopClassUid = {};
    QString sopInstanceUid = {};
    QString patientId = {};
    QString patientName = {}; ///< for the eye
    QString patientBirthDate = {};
    QString created = {};       ///< Content Date and Time, ISO; may be cut short
    bool isComplete = false;    ///< Completion Flag
    bool isVerified = false;    ///< Verification Flag
    QStringList verifiers = {}; ///< who verified it, for the eye
    /// What it stands on (Current Requested Procedure Evidence Sequence), with the series of each object.
    std::vector<ReferencedImage> evidence = {};
    ContentItem root = {};
    /// What of it could not be read.
    std::vector<Defect> defects = {};

    bool operator==(const Report &) const = default;
    /// "Imaging Measurement Report"
    QString title() const { return root.name.meaning; }
};

/// The first child of this name.
const ContentItem *childOf(const ContentItem &item, const CodedConcept &name);

/// The pictures that a key object selection names, with their series where the evidence tells it.
std::vector<ReferencedImage> keyImagesOf(const Report &keyObjects);

} // namespace simiao::imaging
