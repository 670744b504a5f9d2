#pragma once

#include "workflow/ports/image_export.h"

#include <optional>

namespace simiao::viewer {

/// What somebody wants to take along.
struct ExportWish
{
    enum class What {
        Picture,        ///< the one that is shown, as PNG or JPEG
        SeriesPictures, ///< each picture of the series
        Anonymised,     ///< DICOM files that name nobody
        Copies,         ///< DICOM files as they are
    };

    What what = What::Picture;
    QString folder = {};
    bool isJpeg = false;
    bool hasTexts = false;        ///< pictures: the texts of the corners, the patient's name among them
    bool hasMeasurements = false; ///< pictures: what was measured and drawn on them
    bool hasValues = true;        ///< … with the words beside it
    QString subject = {};         ///< anonymised: who it shall be; empty: a number is made
    bool keepsIntervals = false;
    std::optional<workflow::PictureArea> blanked = {};

    bool arePictures() const { return what == What::Picture || what == What::SeriesPictures; }
    bool namesThePatient() const { return what == What::Copies || (arePictures() && hasTexts); }

    bool operator==(const ExportWish &) const = default;
};

/// "0, 0, 512, 40": left, top, width, height. Nothing where it is not four whole numbers, the sizes above 0.
std::optional<workflow::PictureArea> areaFrom(const QString &text);

} // namespace simiao::viewer
