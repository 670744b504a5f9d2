#include "integration/dicom/objects/object_listing.h"

#include "core/try.h"
#include "imaging/report/report_lines.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/objects/coded_concept.h"
#include "integration/dicom/objects/document.h"
#include "integration/dicom/objects/presentation_state.h"
#include "integration/dicom/objects/report.h"
#include "integration/dicom/objects/waveform.h"
#include "integration/dicom/other_files.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <tuple>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using workflow::ImagingObject;
using workflow::ImagingObjectContent;
using workflow::ImagingObjectKind;

namespace {

constexpr qsizetype kLongestTitle = 200;

QString titleOf(DcmItem &dataset, const DatasetText &text, ImagingObjectKind kind)
{
    const auto title = [&]() -> QString {
        switch (kind) {
        case ImagingObjectKind::Report:
        case ImagingObjectKind::KeyObjects:
            return codedConcept(dataset, DCM_ConceptNameCodeSequence, text).meaning;
        case ImagingObjectKind::PresentationState: return text.at(DCM_ContentLabel);
        case ImagingObjectKind::Document: return text.at(DCM_DocumentTitle);
        case ImagingObjectKind::Waveform: break;
        }
        return {};
    }();
    const auto words = title.isEmpty() ? text.at(DCM_SeriesDescription) : title;
    return imaging::harmless(words.isEmpty() ? text.at(DCM_StudyDescription) : words).left(kLongestTitle);
}

QString createdOf(DcmItem &dataset)
{
    for (const auto &[day, hour] : {std::pair(DCM_ContentDate, DCM_ContentTime),
                                    std::pair(DCM_PresentationCreationDate, DCM_PresentationCreationTime),
                                    std::pair(DCM_StudyDate, DCM_StudyTime)}) {
        const auto date = isoDate(code(dataset, day));
        const auto time = isoTime(code(dataset, hour));
        if (!date.isEmpty())
            return time.isEmpty() ? date : date + u'T' + time;
    }
    return {};
}

template <typename T>
Result<ImagingObjectContent> asContent(Result<T> read)
{
    if (!read)
        return read.error();
    return ImagingObjectContent(*std::move(read));
}

/// What is called a PDF begins like one; programs allow some bytes before it.
Result<void> checkDocument(const EncapsulatedDocument &document)
{
    constexpr qsizetype kBeginning = 1024;
    if (document.mimeType != u"application/pdf"_s
        || document.bytes.first(std::min(kBeginning, document.bytes.size())).contains("%PDF"))
        return ok();
    return Error{
        .kind = ErrorKind::Invalid, .code = u"report.no-document"_s, .detail = u"(0042,0011) is no PDF"_s};
}

Result<ImagingObjectContent> documentContent(const DatasetFile &file, const QString &characterSet)
{
    TRY(auto document, documentFrom(file, characterSet));
    TRY_VOID(checkDocument(document));
    return ImagingObjectContent(workflow::EncapsulatedDocument{.title = imaging::harmless(document.title),
                                                               .mimeType = document.mimeType,
                                                               .created = document.created,
                                                               .bytes = std::move(document.bytes)});
}

/// Of what is shown in place of images.
Result<ImagingObjectKind> kindOf(const DatasetFile &file)
{
    const auto any = objectKind(file);
    const auto kind = shownKind(any);
    if (!kind)
        return Error{.kind = ErrorKind::Invalid, .code = u"report.no-report"_s, .detail = codeOf(any)};
    return *kind;
}

} // namespace

std::optional<ImagingObjectKind> shownKind(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Report: return ImagingObjectKind::Report;
    case ObjectKind::KeyObjects: return ImagingObjectKind::KeyObjects;
    case ObjectKind::PresentationState: return ImagingObjectKind::PresentationState;
    case ObjectKind::Waveform: return ImagingObjectKind::Waveform;
    case ObjectKind::Document: return ImagingObjectKind::Document;
    case ObjectKind::Image:
    case ObjectKind::Plan:
    case ObjectKind::StructureSet:
    case ObjectKind::Annotations:
    case ObjectKind::Registration:
    case ObjectKind::Palette:
    case ObjectKind::Directory:
    case ObjectKind::Other: break;
    }
    return std::nullopt;
}

Result<ImagingObject> readObjectHeader(const QString &path, const QString &characterSet)
{
    TRY(const auto file, openDataset(path));
    return objectHeaderFrom(file, path, characterSet);
}

Result<ImagingObject> objectHeaderFrom(const DatasetFile &file,
                                       const QString &path,
                                       const QString &characterSet)
{
    TRY(const auto kind, kindOf(file));
    auto &dataset = file.dataset();
    const DatasetText text(dataset, characterSet);
    return ImagingObject{.kind = kind,
                         .studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
                         .seriesInstanceUid = code(dataset, DCM_SeriesInstanceUID),
                         .sopInstanceUid = code(dataset, DCM_SOPInstanceUID),
                         .modality = code(dataset, DCM_Modality),
                         .title = titleOf(dataset, text, kind),
                         .created = createdOf(dataset),
                         .studyDate = isoDate(code(dataset, DCM_StudyDate)),
                         .studyTime = isoTime(code(dataset, DCM_StudyTime)),
                         .patientName = personName(text.at(DCM_PatientName)),
                         .patientId = text.at(DCM_PatientID),
                         .patientBirthDate = isoDate(code(dataset, DCM_PatientBirthDate)),
                         .patientSex = code(dataset, DCM_PatientSex),
                         .location = path,
                         .characterSet = characterSet};
}

Result<std::vector<ImagingObject>> listObjects(const QString &location,
                                               const std::stop_token &stop,
                                               const ObjectHeaderReader &read)
{
    std::vector<ImagingObject> objects;
    TRY_VOID(visitOtherFiles(location, stop, [&](const QString &path) -> Result<void> {
        auto object = read(path);
        if (object)
            objects.push_back(*std::move(object));
        else if (object.error().kind == ErrorKind::Cancelled)
            return cancelled();
        return ok();
    }));
    std::ranges::sort(objects, {}, [](const ImagingObject &object) {
        return std::tuple(object.created, object.seriesInstanceUid, object.sopInstanceUid);
    });
    return objects;
}

Result<ImagingObjectContent> readObject(const QString &path, const QString &characterSet)
{
    TRY(const auto file, openDataset(path));
    return objectFrom(file, characterSet);
}

Result<ImagingObjectContent> objectFrom(const DatasetFile &file, const QString &characterSet)
{
    TRY(const auto kind, kindOf(file));
    switch (kind) {
    case ImagingObjectKind::Report:
    case ImagingObjectKind::KeyObjects: return asContent(reportFrom(file, characterSet));
    case ImagingObjectKind::PresentationState: return asContent(presentationStateFrom(file, characterSet));
    case ImagingObjectKind::Waveform: return asContent(waveformFrom(file, characterSet));
    case ImagingObjectKind::Document: return documentContent(file, characterSet);
    }
    return cancelled();
}

} // namespace simiao::dicom
