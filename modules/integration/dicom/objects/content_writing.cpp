#include "integration/dicom/objects/content_writing.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

QString valueType(ContentType type)
{
    switch (type) {
    case ContentType::Container: return u"CONTAINER"_s;
    case ContentType::Text: return u"TEXT"_s;
    case ContentType::Code: return u"CODE"_s;
    case ContentType::Number: return u"NUM"_s;
    case ContentType::Date: return u"DATE"_s;
    case ContentType::Time: return u"TIME"_s;
    case ContentType::DateTime: return u"DATETIME"_s;
    case ContentType::PersonName: return u"PNAME"_s;
    case ContentType::UidReference: return u"UIDREF"_s;
    case ContentType::Image: return u"IMAGE"_s;
    case ContentType::Waveform: return u"WAVEFORM"_s;
    case ContentType::Composite: return u"COMPOSITE"_s;
    case ContentType::SpatialCoordinates: return u"SCOORD"_s;
    case ContentType::SpatialCoordinates3D: return u"SCOORD3D"_s;
    case ContentType::TemporalCoordinates: return u"TCOORD"_s;
    case ContentType::Table: return u"TABLE"_s;
    case ContentType::Unknown: break;
    }
    return {};
}

/// No number: an empty measured value, and why.
void putNumber(DcmItem &item, const ContentItem &content)
{
    if (content.text.isEmpty()) {
        item.insertEmptyElement(DCM_MeasuredValueSequence);
        putCode(item, DCM_NumericValueQualifierCodeSequence, content.code);
        return;
    }
    auto &measured = addItem(item, DCM_MeasuredValueSequence);
    put(measured, DCM_NumericValue, content.text);
    putCode(measured, DCM_MeasurementUnitsCodeSequence, content.code);
}

void putValue(DcmItem &item, const ContentItem &content)
{
    switch (content.type) {
    case ContentType::Container: put(item, DCM_ContinuityOfContent, u"SEPARATE"_s); break;
    case ContentType::Text: put(item, DCM_TextValue, content.text); break;
    case ContentType::Code: putCode(item, DCM_ConceptCodeSequence, content.code); break;
    case ContentType::Number: putNumber(item, content); break;
    case ContentType::PersonName: put(item, DCM_PersonName, personNameValue(content.text)); break;
    case ContentType::UidReference: put(item, DCM_UID, content.text); break;
    case ContentType::Image:
    case ContentType::Waveform:
    case ContentType::Composite:
        putReference(addItem(item, DCM_ReferencedSOPSequence), content.reference);
        break;
    case ContentType::SpatialCoordinates:
        put(item, DCM_GraphicType, content.graphicType);
        putFloats(item, DCM_GraphicData, content.points);
        break;
    // Nothing of ours writes these.
    case ContentType::Date:
    case ContentType::Time:
    case ContentType::DateTime:
    case ContentType::SpatialCoordinates3D:
    case ContentType::TemporalCoordinates:
    case ContentType::Table:
    case ContentType::Unknown: break;
    }
}

} // namespace

void putContent(DcmItem &dataset, const ContentItem &root)
{
    if (!root.relationship.isEmpty())
        put(dataset, DCM_RelationshipType, root.relationship);
    put(dataset, DCM_ValueType, valueType(root.type));
    if (!root.name.value.isEmpty())
        putCode(dataset, DCM_ConceptNameCodeSequence, root.name);
    putValue(dataset, root);
    for (const auto &child : root.children)
        putContent(addItem(dataset, DCM_ContentSequence), child);
}

void putDocument(DcmItem &dataset,
                 const QString &study,
                 const std::vector<ReferencedImage> &evidence,
                 const workflow::Authorship &by)
{
    put(dataset, DCM_ContentDate, by.written.toString(u"yyyyMMdd"_s));
    put(dataset, DCM_ContentTime, by.written.toString(u"HHmmss"_s));
    dataset.insertEmptyElement(DCM_ReferencedPerformedProcedureStepSequence);
    auto &procedure = addItem(dataset, DCM_CurrentRequestedProcedureEvidenceSequence);
    put(procedure, DCM_StudyInstanceUID, study);
    std::vector<QString> series;
    for (const auto &image : evidence) {
        if (std::ranges::find(series, image.seriesInstanceUid) == series.end())
            series.push_back(image.seriesInstanceUid);
    }
    for (const auto &uid : series) {
        auto &item = addItem(procedure, DCM_ReferencedSeriesSequence);
        put(item, DCM_SeriesInstanceUID, uid);
        std::vector<QString> known;
        for (const auto &image : evidence) {
            const bool isKnown = std::ranges::find(known, image.sopInstanceUid) != known.end();
            if (image.seriesInstanceUid != uid || isKnown)
                continue;
            known.push_back(image.sopInstanceUid);
            // Evidence names whole objects; frames stand in the content.
            putReference(addItem(item, DCM_ReferencedSOPSequence),
                         {.sopClassUid = image.sopClassUid, .sopInstanceUid = image.sopInstanceUid});
        }
    }
}

void putTemplate(DcmItem &dataset, const QString &templateId)
{
    auto &item = addItem(dataset, DCM_ContentTemplateSequence);
    put(item, DCM_MappingResource, u"DCMR"_s);
    put(item, DCM_TemplateIdentifier, templateId);
}

} // namespace simiao::dicom
