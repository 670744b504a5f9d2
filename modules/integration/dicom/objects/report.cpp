#include "integration/dicom/objects/report.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/objects/content_reader.h"
#include "integration/dicom/objects/references.h"
#include "integration/dicom/text.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

QString momentOf(DcmItem &dataset)
{
    const auto date = isoDate(code(dataset, DCM_ContentDate));
    const auto time = isoTime(code(dataset, DCM_ContentTime));
    return date.isEmpty() || time.isEmpty() ? date : date + u'T' + time;
}

std::vector<ReferencedImage> evidenceOf(DcmItem &dataset)
{
    std::vector<ReferencedImage> all;
    for (auto *study : itemsOf(dataset, DCM_CurrentRequestedProcedureEvidenceSequence)) {
        for (auto *series : itemsOf(*study, DCM_ReferencedSeriesSequence)) {
            for (auto &object : referencedImages(*series, DCM_ReferencedSOPSequence)) {
                object.seriesInstanceUid = code(*series, DCM_SeriesInstanceUID);
                if (all.size() < kMostItems)
                    all.push_back(std::move(object));
            }
        }
    }
    return all;
}

QStringList verifiersOf(DcmItem &dataset, const DatasetText &text)
{
    QStringList names;
    for (auto *observer : itemsOf(dataset, DCM_VerifyingObserverSequence))
        names.append(personName(text.of(*observer, DCM_VerifyingObserverName)));
    return names;
}

} // namespace

Result<Report> readReport(const QString &path, const QString &characterSet)
{
    TRY(const auto file, openDataset(path));
    return reportFrom(file, characterSet);
}

Result<Report> parseReport(const QByteArray &bytes)
{
    TRY(const auto file, openDataset(bytes));
    return reportFrom(file);
}

Result<Report> reportFrom(const DatasetFile &file, const QString &characterSet)
{
    auto &dataset = file.dataset();
    if (!dataset.tagExists(DCM_ValueType) && !dataset.tagExists(DCM_ContentSequence))
        return Error{.kind = ErrorKind::Invalid, .code = u"report.no-content"_s};

    const DatasetText text(dataset, characterSet);
    Report report{.studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
                  .seriesInstanceUid = code(dataset, DCM_SeriesInstanceUID),
                  .sopClassUid = code(dataset, DCM_SOPClassUID),
                  .sopInstanceUid = code(dataset, DCM_SOPInstanceUID),
                  .patientId = text.at(DCM_PatientID),
                  .patientName = personName(text.at(DCM_PatientName)),
                  .patientBirthDate = isoDate(code(dataset, DCM_PatientBirthDate)),
                  .created = momentOf(dataset),
                  .isComplete = code(dataset, DCM_CompletionFlag) == u"COMPLETE"_s,
                  .isVerified = code(dataset, DCM_VerificationFlag) == u"VERIFIED"_s,
                  .verifiers = verifiersOf(dataset, text),
                  .evidence = evidenceOf(dataset),
                  .defects = file.defects};
    ContentReader reader(text);
    report.root = reader.read(dataset);
    if (reader.isTruncated())
        report.defects.push_back({u"report.truncated"_s, u"(0040,A730)"_s});
    return report;
}

} // namespace simiao::dicom
