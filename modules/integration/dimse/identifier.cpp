#include "integration/dimse/identifier.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/name_key.h"
#include "integration/dicom/text.h"
#include "integration/dimse/services.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <vector>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

void ask(DcmDataset &dataset, std::initializer_list<DcmTagKey> keys)
{
    for (const auto &key : keys)
        dataset.insertEmptyElement(key);
}

void put(DcmDataset &dataset, const DcmTagKey &tag, const QString &code)
{
    dataset.putAndInsertString(tag, code.toLatin1().constData());
}

QStringList codesOf(DcmItem &item, const DcmTagKey &tag)
{
    OFString joined;
    if (item.findAndGetOFStringArray(tag, joined).bad())
        return {};
    QStringList codes;
    for (const auto &part : QString::fromLatin1(joined.c_str()).split(u'\\', Qt::SkipEmptyParts))
        codes.append(part.trimmed());
    codes.removeDuplicates();
    return codes;
}

} // namespace

QString dateRange(const std::optional<QDate> &from, const std::optional<QDate> &to)
{
    const auto text = [](const std::optional<QDate> &date) {
        return date ? date->toString(u"yyyyMMdd"_s) : QString();
    };
    if (from == to)
        return text(from);
    return text(from) + u'-' + text(to);
}

bool isNameOf(const QString &found, const QString &asked)
{
    return !dicom::hasHan(found) || dicom::isNameMeant(found, asked);
}

Result<Dataset> studyQuestion(const workflow::StudyQuery &query, const QueryEncoding &encoding)
{
    auto dataset = std::make_shared<DcmDataset>();
    ask(*dataset,
        {DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyTime, DCM_StudyDescription,
         DCM_NumberOfStudyRelatedSeries, DCM_NumberOfStudyRelatedInstances});
    put(*dataset, DCM_SpecificCharacterSet, encoding.term());
    put(*dataset, DCM_QueryRetrieveLevel, u"STUDY"_s);
    put(*dataset, DCM_StudyDate, dateRange(query.from, query.to));
    put(*dataset, DCM_ModalitiesInStudy, query.modality);
    put(*dataset, DCM_StudyInstanceUID, query.studyInstanceUid);
    TRY_VOID(encoding.put(*dataset, DCM_PatientName, dicom::nameKey(query.patientName)));
    TRY_VOID(encoding.put(*dataset, DCM_PatientID, query.patientId));
    TRY_VOID(encoding.put(*dataset, DCM_AccessionNumber, query.accessionNumber));
    return dataset;
}

Dataset seriesQuestion(const QString &studyInstanceUid)
{
    auto dataset = std::make_shared<DcmDataset>();
    ask(*dataset,
        {DCM_Modality, DCM_SeriesDescription, DCM_SeriesInstanceUID, DCM_SeriesNumber, DCM_BodyPartExamined,
         DCM_NumberOfSeriesRelatedInstances});
    put(*dataset, DCM_QueryRetrieveLevel, u"SERIES"_s);
    put(*dataset, DCM_StudyInstanceUID, studyInstanceUid);
    return dataset;
}

Dataset imageQuestion(const QString &studyInstanceUid, const QString &seriesInstanceUid)
{
    auto dataset = std::make_shared<DcmDataset>();
    ask(*dataset, {DCM_SOPInstanceUID, DCM_SOPClassUID, DCM_InstanceNumber});
    put(*dataset, DCM_QueryRetrieveLevel, u"IMAGE"_s);
    put(*dataset, DCM_StudyInstanceUID, studyInstanceUid);
    put(*dataset, DCM_SeriesInstanceUID, seriesInstanceUid);
    return dataset;
}

QByteArray bytesOf(DcmDataset &dataset, const QString &transferSyntax)
{
    const auto syntax =
        transferSyntax == kImplicitLittleEndian ? EXS_LittleEndianImplicit : EXS_LittleEndianExplicit;
    const auto size = dataset.calcElementLength(syntax, EET_ExplicitLength);
    // calcElementLength() of a data set counts an item header that is not written; the room is never too small.
    QByteArray bytes(qsizetype(size) + 64, '\0');
    DcmOutputBufferStream stream(bytes.data(), bytes.size());
    dataset.transferInit();
    dataset.write(stream, syntax, EET_ExplicitLength, nullptr);
    dataset.transferEnd();
    void *written = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(written, length);
    return bytes.first(qsizetype(length));
}

workflow::ArchivedStudy studyOf(DcmDataset &answer)
{
    const dicom::DatasetText text(answer);
    auto modalities = codesOf(answer, DCM_ModalitiesInStudy);
    std::ranges::sort(modalities);
    return {.studyInstanceUid = dicom::code(answer, DCM_StudyInstanceUID),
            .patientName = dicom::personName(text.at(DCM_PatientName)),
            .patientId = text.at(DCM_PatientID),
            .patientBirthDate = dicom::isoDate(dicom::code(answer, DCM_PatientBirthDate)),
            .patientSex = dicom::code(answer, DCM_PatientSex),
            .studyDate = dicom::isoDate(dicom::code(answer, DCM_StudyDate)),
            .studyTime = dicom::isoTime(dicom::code(answer, DCM_StudyTime)),
            .accessionNumber = text.at(DCM_AccessionNumber),
            .description = text.at(DCM_StudyDescription),
            .modalities = modalities,
            .series = dicom::integer(answer, DCM_NumberOfStudyRelatedSeries),
            .instances = dicom::integer(answer, DCM_NumberOfStudyRelatedInstances)};
}

workflow::ArchivedSeries seriesOf(DcmDataset &answer)
{
    const dicom::DatasetText text(answer);
    return {.studyInstanceUid = dicom::code(answer, DCM_StudyInstanceUID),
            .seriesInstanceUid = dicom::code(answer, DCM_SeriesInstanceUID),
            .modality = dicom::code(answer, DCM_Modality),
            .seriesNumber = dicom::integer(answer, DCM_SeriesNumber).value_or(0),
            .description = text.at(DCM_SeriesDescription),
            .bodyPart = dicom::code(answer, DCM_BodyPartExamined),
            .instances = dicom::integer(answer, DCM_NumberOfSeriesRelatedInstances)};
}

ArchivedImage imageOf(DcmDataset &answer)
{
    return {.seriesInstanceUid = dicom::code(answer, DCM_SeriesInstanceUID),
            .sopInstanceUid = dicom::code(answer, DCM_SOPInstanceUID),
            .sopClassUid = dicom::code(answer, DCM_SOPClassUID),
            .instanceNumber = dicom::integer(answer, DCM_InstanceNumber).value_or(0)};
}

} // namespace simiao::dimse
