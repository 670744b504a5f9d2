#pragma once

#include "domain/administration/patient.h"
#include "workflow/ports/image_source.h"

namespace simiao::viewer {

/// "M", "F", "O" in the interface's language; empty for anything else. \param sex  DICOM code
QString sexLetter(const QString &sex);

/// "45y" on the day of the study, "7m" below two years, "12d" below two months; empty when the images do not
/// say both days. \param birthDate, studyDate  ISO
QString ageText(const QString &birthDate, const QString &studyDate);

/// Everybody the images name, each once: "张伟, M, born 1981-03-14, ID 100238; …". Empty when they name nobody.
QString namedInImages(const std::vector<workflow::ImageSeries> &series);
QString namedOnRecord(const administration::Patient &patient);

} // namespace simiao::viewer
