#pragma once

#include "integration/dimse/query_encoding.h"
#include "workflow/ports/image_archive.h"

#include <memory>

class DcmDataset;

namespace simiao::dimse {

using Dataset = std::shared_ptr<DcmDataset>;

// The data sets of questions (PS3.4 C.4) in and out of values. \thread any, pure

Result<Dataset> studyQuestion(const workflow::StudyQuery &query, const QueryEncoding &encoding);
Dataset seriesQuestion(const QString &studyInstanceUid);
Dataset imageQuestion(const QString &studyInstanceUid, const QString &seriesInstanceUid);

/// As it goes over the wire.
/// \param transferSyntax  implicit or explicit VR little endian
QByteArray bytesOf(DcmDataset &dataset, const QString &transferSyntax);

workflow::ArchivedStudy studyOf(DcmDataset &answer);
workflow::ArchivedSeries seriesOf(DcmDataset &answer);

/// One image of a series, as the archive tells of it; or all of a series, or of a study, where it does not name them.
struct ArchivedImage
{
    QString seriesInstanceUid = {}; ///< empty: of all the study
    QString sopInstanceUid = {};    ///< empty: of all the series
    QString sopClassUid = {};       ///< empty where the archive does not say
    int instanceNumber = 0;
    QString modality = {}; ///< of its series

    bool isWhole() const { return sopInstanceUid.isEmpty(); }

    bool operator==(const ArchivedImage &) const = default;
};
ArchivedImage imageOf(DcmDataset &answer);

/// Whether what an archive found for the name `asked` is meant, as dicom::isNameMeant(). A name without a Chinese character is the
/// archive's to judge: it may state another character set than it has.
bool isNameOf(const QString &found, const QString &asked);

/// The key for a range of dates, open where one is absent (PS3.4 C.2.2.2.5); empty where both are.
QString dateRange(const std::optional<QDate> &from, const std::optional<QDate> &to);

} // namespace simiao::dimse
