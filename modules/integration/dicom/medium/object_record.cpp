#include "integration/dicom/medium/object_record.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/object_kind.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

struct RecordField
{
    DcmTagKey tag;
    const char *otherwise = ""; ///< where the object has no value
};

struct RecordShape
{
    const char *type;
    std::vector<RecordField> fields;
};

/// The Content Identification Macro, and when.
std::vector<RecordField> identified(const RecordField &number, const char *label)
{
    return {number,
            {DCM_ContentDate, "19000101"},
            {DCM_ContentTime, "000000"},
            {DCM_ContentLabel, label},
            {DCM_ContentDescription},
            {DCM_ContentCreatorName}};
}

/// Plans and what was given by them are of one kind.
RecordShape shapeOfPlan(DcmItem &dataset, const RecordField &number)
{
    if (code(dataset, DCM_Modality) == "RTRECORD"_L1)
        return {"RT TREAT RECORD", {number, {DCM_TreatmentDate}, {DCM_TreatmentTime}}};
    return {"RT PLAN", {number, {DCM_RTPlanLabel, "PLAN"}, {DCM_RTPlanDate}, {DCM_RTPlanTime}}};
}

std::optional<RecordShape> shapeOf(ObjectKind kind, DcmItem &dataset)
{
    const RecordField number{DCM_InstanceNumber, "1"};
    const RecordField day{DCM_ContentDate, "19000101"};
    const RecordField hour{DCM_ContentTime, "000000"};
    const RecordField name{DCM_ConceptNameCodeSequence};
    switch (kind) {
    case ObjectKind::Image: return RecordShape{"IMAGE", {number}};
    case ObjectKind::Report:
        return RecordShape{
            "SR DOCUMENT",
            {number, day, hour, name, {DCM_CompletionFlag, "PARTIAL"}, {DCM_VerificationFlag, "UNVERIFIED"}}};
    case ObjectKind::KeyObjects: return RecordShape{"KEY OBJECT DOC", {number, day, hour, name}};
    case ObjectKind::PresentationState:
        return RecordShape{"PRESENTATION",
                           {number,
                            {DCM_PresentationCreationDate, "19000101"},
                            {DCM_PresentationCreationTime, "000000"},
                            {DCM_ContentLabel, "STATE"},
                            {DCM_ContentDescription},
                            {DCM_ContentCreatorName},
                            {DCM_ReferencedSeriesSequence}}};
    case ObjectKind::Waveform: return RecordShape{"WAVEFORM", {number, day, hour}};
    case ObjectKind::Document:
        return RecordShape{"ENCAP DOC",
                           {number,
                            day,
                            hour,
                            name,
                            {DCM_DocumentTitle},
                            {DCM_MIMETypeOfEncapsulatedDocument, "application/octet-stream"}}};
    case ObjectKind::Plan: return shapeOfPlan(dataset, number);
    case ObjectKind::StructureSet:
        return RecordShape{
            "RT STRUCTURE SET",
            {number, {DCM_StructureSetLabel, "STRUCTURES"}, {DCM_StructureSetDate}, {DCM_StructureSetTime}}};
    case ObjectKind::Annotations: return RecordShape{"ANNOTATION", identified(number, "ANNOTATIONS")};
    case ObjectKind::Registration: return RecordShape{"REGISTRATION", identified(number, "REGISTRATION")};
    case ObjectKind::Palette:
    case ObjectKind::Directory:
    case ObjectKind::Other: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<ObjectRecord> objectRecord(const DatasetFile &file)
{
    const auto shape = shapeOf(objectKind(file), file.dataset());
    if (!shape)
        return std::nullopt;
    DcmDataset values;
    for (const auto &field : shape->fields) {
        DcmElement *element = nullptr;
        if (file.dataset().findAndGetElement(field.tag, element).good() && element->getLength() > 0)
            values.insert(static_cast<DcmElement *>(element->clone()), OFTrue);
        else if (*field.otherwise)
            values.putAndInsertString(field.tag, field.otherwise);
        else
            values.insertEmptyElement(field.tag, OFTrue);
    }
    DatasetLayout explicitLittle;
    explicitLittle.isImplicit = false;
    const auto encoded = encodedAttributes(values, explicitLittle);
    return encoded ? std::optional(ObjectRecord{shape->type, *encoded}) : std::nullopt;
}

} // namespace simiao::dicom
