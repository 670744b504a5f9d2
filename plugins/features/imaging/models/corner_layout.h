#pragma once

#include <QStringList>

#include <optional>
#include <vector>

namespace simiao::viewer {

/// What can stand in a corner of a picture. The words of a code are those of its name: "patientName".
enum class CornerField {
    PatientName,
    PatientSex,
    PatientAge,
    PatientId,
    StudyDescription,
    StudyDate,
    StudyTime,
    Modality,
    SeriesDescription,
    SeriesPosition,
    SliceThickness,
    SliceLocation,
    Orientation, ///< said only where it is not stated
    BodyPart,
    Laterality,
    View,
    Slice,
    Window,
    Zoom,
};

/// Nothing for a word that names none.
std::optional<CornerField> cornerField(const QString &code);

/// Fields of one line, beside each other.
using CornerLine = std::vector<CornerField>;

/// Which fields stand in which corner, for some modalities.
struct CornerLayout
{
    QStringList modalities; ///< DICOM codes; empty: all others
    std::vector<CornerLine> topLeft;
    std::vector<CornerLine> topRight;
    std::vector<CornerLine> bottomLeft;
    std::vector<CornerLine> bottomRight;
};

/// The layout for a modality; the usual one where `all` has none.
const CornerLayout &cornerLayoutFor(const std::vector<CornerLayout> &all, const QString &modality);

} // namespace simiao::viewer
