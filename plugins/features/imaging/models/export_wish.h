#pragma once

#include "workflow/ports/image_export.h"

#include <vector>

namespace simiao::viewer {

/// What somebody wants to take along.
struct ExportWish
{
    enum class What {
        Picture,        ///< the one that is shown, as PNG or JPEG
        SeriesPictures, ///< each picture of the series
        Anonymised,     ///< DICOM files that name nobody
        Copies,         ///< DICOM files as they are
        StudyAnonymised, ///< the same of all series of the study, with its reports, key objects and presentation states
        StudyCopies,
    };

    What what = What::Picture;
    QString folder = {};
    bool isJpeg = false;
    bool hasTexts = false;        ///< pictures: the texts of the corners, the patient's name among them
    bool hasMeasurements = false; ///< pictures: what was measured and drawn on them
    bool hasValues = true;        ///< … with the words beside it
    QString subject = {};         ///< anonymised: who it shall be; empty: a number is made
    bool keepsIntervals = false;
    std::vector<workflow::BlankedPart> blanked = {}; ///< but for copies
    bool takesDocuments = false;                     ///< anonymised: documents (PDF) go along as they are

    bool arePictures() const { return what == What::Picture || what == What::SeriesPictures; }
    bool isAnonymised() const { return what == What::Anonymised || what == What::StudyAnonymised; }
    bool isStudy() const { return what == What::StudyAnonymised || what == What::StudyCopies; }
    bool namesThePatient() const
    {
        return (arePictures() && hasTexts) || (!arePictures() && !isAnonymised());
    }

    bool operator==(const ExportWish &) const = default;
};

} // namespace simiao::viewer
