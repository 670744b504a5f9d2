#pragma once

#include <QString>

namespace simiao::workflow {

/// What an object says of itself that matters when it is put on a record. Texts are plain, dates ISO; empty where nothing is said.
struct ImportHeader
{
    QString sopInstanceUid;
    QString seriesInstanceUid;
    QString studyInstanceUid;
    QString modality; ///< DICOM code
    QString patientId;
    QString patientName;
    QString patientBirthDate;
    QString studyDate;
    QString bodyPart;   ///< Body Part Examined, DICOM code
    QString laterality; ///< R, L, B, U; of the image or of the series
    /// Image Orientation (Patient), or Patient Orientation of projections.
    bool hasOrientation = false;
    bool isBurnedIn = false; ///< Burned In Annotation is YES
    bool isImage = true;

    bool operator==(const ImportHeader &) const = default;
};

} // namespace simiao::workflow
