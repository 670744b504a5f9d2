#include "integration/dicom/objects/measurement_report.h"

#include "core/try.h"
#include "imaging/measure/measured_items.h"
#include "integration/dicom/objects/content_writing.h"
#include "integration/dicom/objects/measurement_graphics.h"
#include "integration/dicom/objects/report_codes.h"
#include "integration/dicom/objects/tracking.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

const QString kContains = u"CONTAINS"_s;
const QString kContext = u"HAS OBS CONTEXT"_s;
const QString kModifier = u"HAS CONCEPT MOD"_s;
const QString kInferred = u"INFERRED FROM"_s;
const QString kSelected = u"SELECTED FROM"_s;

ContentItem codeItem(const QString &relationship, const CodedConcept &name, const CodedConcept &value)
{
    return {.relationship = relationship, .type = ContentType::Code, .name = name, .code = value};
}

ContentItem textItem(const QString &relationship, const CodedConcept &name, const QString &text)
{
    return {.relationship = relationship, .type = ContentType::Text, .name = name, .text = text};
}

ContentItem container(const CodedConcept &name)
{
    return {.relationship = kContains, .type = ContentType::Container, .name = name};
}

ContentItem imageItem(const QString &relationship, const ReferencedImage &image)
{
    return {.relationship = relationship, .type = ContentType::Image, .reference = image};
}

ContentItem coordinates(const QString &relationship,
                        const CodedConcept &name,
                        const Figure &figure,
                        const ReferencedImage &image)
{
    return {.relationship = relationship,
            .type = ContentType::SpatialCoordinates,
            .name = name,
            .graphicType = figure.type,
            .points = figure.points,
            .children = {imageItem(kSelected, image)}};
}

ContentItem numberItem(const MeasuredItem &item)
{
    ContentItem number{.relationship = kContains,
                       .type = ContentType::Number,
                       .name = codes::quantity(item),
                       .text = item.value ? QString::number(*item.value, 'f', item.decimals) : QString(),
                       .code = item.value ? codes::unit(item.unit) : codes::notMeasured()};
    if (const auto made = codes::derivationOf(item.quantity))
        number.children.push_back(codeItem(kModifier, codes::derivation(), *made));
    if (item.basis)
        number.children.push_back(codeItem(kModifier, codes::method(), codes::basis(*item.basis)));
    return number;
}

ContentItem groupOf(const Measurement &measurement, const Frame &frame, const ReferencedImage &image)
{
    const auto tracking = trackingOf(measurement);
    auto group = container(codes::measurementGroup());
    group.children = {textItem(kContext, codes::trackingIdentifier(), tracking.identifier),
                      {.relationship = kContext,
                       .type = ContentType::UidReference,
                       .name = codes::trackingUid(),
                       .text = tracking.uid},
                      codeItem(kModifier, codes::method(), codes::tool(measurement.kind))};
    const auto figures = figuresOf(measurement);
    auto items = measuredItems(measurement, frame);
    // Of regions the outline stands beside all its values; of the others each value names where it was taken.
    const bool standsBeside = isRegion(measurement.kind) || items.empty();
    for (const auto &figure : figures) {
        if (standsBeside)
            group.children.push_back(coordinates(kContains, codes::imageRegion(), figure, image));
    }
    for (const auto &item : items) {
        auto number = numberItem(item);
        for (const auto &figure : figures) {
            if (!standsBeside)
                number.children.push_back(coordinates(kInferred, codes::source(), figure, image));
        }
        group.children.push_back(std::move(number));
    }
    if (!measurement.label.isEmpty())
        group.children.push_back(textItem(kContains, codes::comment(), measurement.label));
    return group;
}

CodedConcept languageOf(const QString &rfc5646)
{
    return {rfc5646, u"RFC5646"_s, rfc5646.startsWith(u"zh"_s) ? u"Chinese"_s : u"English"_s};
}

ContentItem rootOf(const workflow::Authorship &by)
{
    auto root = container(codes::measurementReport());
    root.relationship.clear();
    root.children = {codeItem(kModifier, codes::language(), languageOf(by.language)),
                     codeItem(kContext, codes::observerType(), codes::person()),
                     {.relationship = kContext,
                      .type = ContentType::PersonName,
                      .name = codes::observerName(),
                      .text = by.author},
                     codeItem(kModifier, codes::procedureReported(), codes::imagingProcedure())};
    return root;
}

ContentItem libraryOf(const std::vector<ReferencedImage> &images)
{
    auto group = container(codes::imageLibraryGroup());
    for (const auto &image : images)
        group.children.push_back(imageItem(kContains, image));
    auto library = container(codes::imageLibrary());
    library.children.push_back(std::move(group));
    return library;
}

/// Coordinates of a group: beside its values, or below the first of them.
const ContentItem *placeOf(const ContentItem &group)
{
    for (const auto &item : group.children) {
        if (item.type == ContentType::SpatialCoordinates)
            return &group;
        const bool isPlaced = std::ranges::any_of(
            item.children, [](const auto &child) { return child.type == ContentType::SpatialCoordinates; });
        if (item.type == ContentType::Number && isPlaced)
            return &item;
    }
    return nullptr;
}

std::optional<ReportedMeasurement> measurementOf(const ContentItem &group)
{
    const auto *method = childOf(group, codes::method());
    const auto *identifier = childOf(group, codes::trackingIdentifier());
    const auto *uid = childOf(group, codes::trackingUid());
    const auto *place = placeOf(group);
    if (!method || !identifier || !uid || !place)
        return std::nullopt;
    const auto kind = std::ranges::find_if(
        allKinds(), [&](MeasurementKind one) { return codes::tool(one).isSame(method->code); });
    if (kind == allKinds().end())
        return std::nullopt;

    std::vector<Figure> figures;
    ReferencedImage image;
    for (const auto &item : place->children) {
        if (item.type != ContentType::SpatialCoordinates)
            continue;
        figures.push_back({item.graphicType, item.points});
        if (!item.children.empty())
            image = item.children.front().reference;
    }
    const auto points = pointsOf(*kind, figures);
    auto measurement =
        points ? trackedMeasurement(*kind, *points, identifier->text, uid->text) : std::nullopt;
    return measurement ? std::optional(ReportedMeasurement{image, *std::move(measurement)}) : std::nullopt;
}

} // namespace

Result<QByteArray> measurementReportFile(const std::vector<workflow::MeasuredPicture> &pictures,
                                         const workflow::Authorship &by,
                                         const SourceReader &read)
{
    if (pictures.empty())
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.nothing-measured"_s};
    std::vector<ReferencedImage> images;
    auto measurements = container(codes::imagingMeasurements());
    TRY(const auto first, SourceImage::of(pictures.front(), read));
    for (const auto &picture : pictures) {
        TRY(const auto source, SourceImage::of(picture, read));
        if (source.studyInstanceUid() != first.studyInstanceUid())
            return Error{.kind = ErrorKind::Invalid, .code = u"imaging.several-studies"_s};
        images.push_back(source.reference(picture.frameIndex));
        for (const auto &worded : picture.measurements)
            measurements.children.push_back(groupOf(worded.measurement, *picture.frame, images.back()));
    }
    auto root = rootOf(by);
    root.children.push_back(libraryOf(images));
    root.children.push_back(std::move(measurements));

    DcmDataset dataset;
    first.putPatientAndStudy(dataset);
    putIdentity(dataset, UID_ComprehensiveSRStorage, u"SR"_s, by, u"sr/"_s + first.studyInstanceUid());
    putDocument(dataset, first.studyInstanceUid(), images, by);
    put(dataset, DCM_CompletionFlag, u"COMPLETE"_s);
    put(dataset, DCM_VerificationFlag, u"UNVERIFIED"_s);
    dataset.insertEmptyElement(DCM_PerformedProcedureCodeSequence);
    putTemplate(dataset, u"1500"_s);
    putContent(dataset, root);
    return fileOf(dataset);
}

std::vector<ReportedMeasurement> measurementsIn(const Report &report)
{
    std::vector<ReportedMeasurement> all;
    const auto *measurements = childOf(report.root, codes::imagingMeasurements());
    if (measurements == nullptr)
        return all;
    for (const auto &group : measurements->children) {
        if (auto measurement = measurementOf(group))
            all.push_back(*std::move(measurement));
    }
    return all;
}

} // namespace simiao::dicom
