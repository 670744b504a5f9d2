#include "integration/dicom/objects/presentation_state_writer.h"

#include "core/try.h"
#include "integration/dicom/objects/label_box.h"
#include "integration/dicom/objects/measurement_graphics.h"
#include "integration/dicom/objects/table_words.h"
#include "integration/dicom/objects/tracking.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

constexpr qsizetype kLongestText = 1024; // VR ST
constexpr int kWhite = 65'535;
const QString kOverlays = u"OVERLAYS"_s; ///< their layer

void putTable(DcmItem &item, int firstMapped, const std::vector<double> &entries, int bits)
{
    const std::vector<int> descriptor{static_cast<int>(entries.size()), firstMapped, bits};
    std::vector<Uint16> three(descriptor.begin(), descriptor.end());
    std::vector<Uint16> words;
    for (const double entry : entries)
        words.push_back(static_cast<Uint16>(std::clamp(std::lround(entry), 0L, 65'535L)));
    item.putAndInsertUint16Array(DCM_LUTDescriptor, three.data(), 3);
    item.putAndInsertUint16Array(DCM_LUTData, words.data(), static_cast<unsigned long>(words.size()));
}

void putModality(DcmItem &dataset, const ModalityTransform &modality)
{
    const auto unit = modality.unit.isEmpty() ? u"US"_s : modality.unit.left(16);
    if (modality.table) {
        const auto words = tableWords(*modality.table);
        auto &item = addItem(dataset, DCM_ModalityLUTSequence);
        putTable(item, words.table.firstMapped, words.table.entries, 16);
        put(item, DCM_ModalityLUTType, words.isSpread() ? u"US"_s : unit);
        return;
    }
    put(dataset, DCM_RescaleIntercept, decimalString(modality.intercept));
    put(dataset, DCM_RescaleSlope, decimalString(modality.slope));
    put(dataset, DCM_RescaleType, unit);
}

QString functionOf(VoiFunction function)
{
    switch (function) {
    case VoiFunction::Linear: return u"LINEAR"_s;
    case VoiFunction::LinearExact: return u"LINEAR_EXACT"_s;
    case VoiFunction::Sigmoid: return u"SIGMOID"_s;
    }
    return {};
}

void putVoi(DcmItem &dataset, const GreyDisplay &display, const ModalityTransform &modality)
{
    auto &voi = addItem(dataset, DCM_SoftcopyVOILUTSequence);
    if (display.table) {
        const int bits = static_cast<int>(std::lround(std::log2(display.table->white + 1)));
        putTable(addItem(voi, DCM_VOILUTSequence), display.table->table.firstMapped,
                 display.table->table.entries, bits);
        return;
    }
    const auto window = modality.table ? tableWords(*modality.table).window(display.window) : display.window;
    put(voi, DCM_WindowCenter, decimalString(window.center));
    put(voi, DCM_WindowWidth, decimalString(window.width));
    if (display.window.function != VoiFunction::Linear)
        put(voi, DCM_VOILUTFunction, functionOf(display.window.function));
}

void putPolarity(DcmItem &dataset, const Frame &frame, const GreyDisplay &display)
{
    const auto &presented = display.presented;
    if (presented && presented->table) {
        auto entries = presented->table->entries;
        for (auto &entry : entries)
            entry = (display.isInverted ? 1 - entry : entry) * kWhite;
        putTable(addItem(dataset, DCM_PresentationLUTSequence), 0, entries, 16);
        return;
    }
    const bool isInverse =
        (presented ? presented->isInverse : imageInverts(frame.facts())) != display.isInverted;
    put(dataset, DCM_PresentationLUTShape, isInverse ? u"INVERSE"_s : u"IDENTITY"_s);
}

/// The picture's pixels that stand at the upper left and the lower right corner of the screen, from 1.
void putArea(DcmItem &dataset, const Frame &frame, const Turn &turn)
{
    const auto &geometry = frame.geometry();
    const int columns = geometry.columns();
    const int rows = geometry.rows();
    const auto map = turnedMap(turn, columns, rows);
    auto &area = addItem(dataset, DCM_DisplayedAreaSelectionSequence);
    for (const int column : {1, columns}) {
        for (const int row : {1, rows}) {
            const auto at = map.map({column - 1.0, row - 1.0});
            const bool isLeft = at.column == 0;
            const bool isTop = at.row == 0;
            if (isLeft && isTop)
                putLong(area, DCM_DisplayedAreaTopLeftHandCorner, {column, row});
            // A picture of one column or row has its corners on each other.
            if ((!isLeft || std::min(columns, rows) == 1) && (!isTop || std::min(columns, rows) == 1))
                putLong(area, DCM_DisplayedAreaBottomRightHandCorner, {column, row});
        }
    }
    put(area, DCM_PresentationSizeMode, u"SCALE TO FIT"_s);
    const auto &spacing = frame.facts().spacing;
    if (spacing.isMillimetres()) {
        put(area, DCM_PresentationPixelSpacing,
            decimalString(spacing.rowMm) + u'\\' + decimalString(spacing.columnMm));
    } else {
        constexpr int kParts = 1000;
        const auto vertical = std::clamp(std::lround(frame.facts().pixelAspect * kParts), 1L, 1'000'000L);
        put(area, DCM_PresentationPixelAspectRatio, u"%1\\%2"_s.arg(vertical).arg(kParts));
    }
}

QString layerOf(MeasurementKind kind)
{
    return kindCode(kind).toUpper();
}

void putGraphic(DcmItem &annotation, const Figure &figure, const Measurement &measurement)
{
    auto &item = addItem(annotation, DCM_GraphicObjectSequence);
    put(item, DCM_GraphicAnnotationUnits, u"PIXEL"_s);
    putShort(item, DCM_GraphicDimensions, 2);
    putShort(item, DCM_NumberOfGraphicPoints, static_cast<int>(figure.points.size()));
    putFloats(item, DCM_GraphicData, figure.points);
    put(item, DCM_GraphicType, figure.type);
    if (figure.type != u"POINT"_s)
        put(item, DCM_GraphicFilled, u"N"_s);
    putTracking(item, measurement);
}

void putTextBox(DcmItem &item, const TextBox &box)
{
    put(item, DCM_BoundingBoxAnnotationUnits, u"PIXEL"_s);
    putFloats(item, DCM_BoundingBoxTopLeftHandCorner, {box.topLeft});
    putFloats(item, DCM_BoundingBoxBottomRightHandCorner, {box.bottomRight});
    put(item, DCM_BoundingBoxTextHorizontalJustification, u"CENTER"_s);
}

void putWords(DcmItem &annotation,
              const workflow::WordedMeasurement &worded,
              const FrameGeometry &geometry,
              const Turn &turn)
{
    const auto &measurement = worded.measurement;
    auto &item = addItem(annotation, DCM_TextObjectSequence);
    put(item, DCM_AnchorPointAnnotationUnits, u"PIXEL"_s);
    QString words = worded.words.isEmpty() ? measurement.label : worded.words;
    if (measurement.labelAt)
        putTextBox(item, labelBox(*measurement.labelAt, words, geometry, turn));
    put(item, DCM_UnformattedTextValue, words.replace(u'\n', u"\r\n"_s).left(kLongestText));
    putFloats(item, DCM_AnchorPoint, {measurement.points.front()});
    const bool isBeside = measurement.kind == MeasurementKind::Text && !measurement.labelAt;
    put(item, DCM_AnchorPointVisibility, isBeside ? u"N"_s : u"Y"_s);
    putTracking(item, measurement);
}

void putAnnotations(DcmItem &dataset, const workflow::MeasuredPicture &picture)
{
    std::vector<QString> layers;
    if (!picture.frame->facts().overlays.empty())
        layers.push_back(kOverlays);
    for (const auto &worded : picture.measurements) {
        const auto &measurement = worded.measurement;
        const auto layer = layerOf(measurement.kind);
        auto &annotation = addItem(dataset, DCM_GraphicAnnotationSequence);
        put(annotation, DCM_GraphicLayer, layer);
        if (measurement.kind != MeasurementKind::Text) {
            for (const auto &figure : figuresOf(measurement))
                putGraphic(annotation, figure, measurement);
        }
        if (!worded.words.isEmpty() || !measurement.label.isEmpty())
            putWords(annotation, worded, picture.frame->geometry(), picture.turn);
        if (std::ranges::find(layers, layer) == layers.end())
            layers.push_back(layer);
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        auto &item = addItem(dataset, DCM_GraphicLayerSequence);
        put(item, DCM_GraphicLayer, layers[i]);
        put(item, DCM_GraphicLayerOrder, QString::number(i + 1));
        putShort(item, DCM_GraphicLayerRecommendedDisplayGrayscaleValue, kWhite);
    }
}

/// From 1, rows before columns (PS3.3 C.7.6.11).
QString placesOf(const std::vector<ShutterPoint> &points)
{
    QStringList numbers;
    for (const auto &point : points)
        numbers << QString::number(std::lround(point.row) + 1)
                << QString::number(std::lround(point.column) + 1);
    return numbers.join(u'\\');
}

/// A state in place of an image: what that keeps dark stays so only if the state says it too (PS3.4 N.2.1).
void putShutter(DcmItem &dataset, const std::optional<Shutter> &shutter)
{
    if (!shutter)
        return;
    QStringList shapes;
    if (const auto &edges = shutter->rectangle) {
        shapes << u"RECTANGULAR"_s;
        put(dataset, DCM_ShutterLeftVerticalEdge, QString::number(edges->left + 1));
        put(dataset, DCM_ShutterRightVerticalEdge, QString::number(edges->right + 1));
        put(dataset, DCM_ShutterUpperHorizontalEdge, QString::number(edges->top + 1));
        put(dataset, DCM_ShutterLowerHorizontalEdge, QString::number(edges->bottom + 1));
    }
    if (const auto &circle = shutter->circle) {
        shapes << u"CIRCULAR"_s;
        put(dataset, DCM_CenterOfCircularShutter, placesOf({circle->centre}));
        put(dataset, DCM_RadiusOfCircularShutter, QString::number(std::max(1L, std::lround(circle->radius))));
    }
    if (!shutter->polygon.empty()) {
        shapes << u"POLYGONAL"_s;
        put(dataset, DCM_VerticesOfThePolygonalShutter, placesOf(shutter->polygon));
    }
    if (shapes.isEmpty())
        return;
    put(dataset, DCM_ShutterShape, shapes.join(u'\\'));
    putShort(dataset, DCM_ShutterPresentationValue, 0);
}

/// With its bits: they may be those of a presentation state that was on show (PS3.3 C.9.2, C.11.7).
void putOverlay(DcmItem &dataset, const OverlayPlane &plane)
{
    const auto group = static_cast<Uint16>(plane.group);
    const auto tag = [group](Uint16 element, DcmEVR vr) { return DcmTag(group, element, vr); };
    std::vector<Uint16> bits((plane.isOn.size() + 15) / 16);
    for (std::size_t i = 0; i < plane.isOn.size(); ++i) {
        if (plane.isOn[i])
            bits[i / 16] = static_cast<Uint16>(bits[i / 16] | 1U << i % 16);
    }
    const Sint16 origin[]{static_cast<Sint16>(plane.originRow + 1),
                          static_cast<Sint16>(plane.originColumn + 1)};
    dataset.putAndInsertUint16(tag(0x0010, EVR_US), static_cast<Uint16>(plane.rows));
    dataset.putAndInsertUint16(tag(0x0011, EVR_US), static_cast<Uint16>(plane.columns));
    dataset.putAndInsertString(tag(0x0040, EVR_CS), "G");
    dataset.putAndInsertSint16Array(tag(0x0050, EVR_SS), origin, 2);
    dataset.putAndInsertUint16(tag(0x0100, EVR_US), 1);
    dataset.putAndInsertUint16(tag(0x0102, EVR_US), 0);
    dataset.putAndInsertString(tag(0x1001, EVR_CS), kOverlays.toLatin1().constData());
    dataset.putAndInsertUint16Array(tag(0x3000, EVR_OW), bits.data(),
                                    static_cast<unsigned long>(bits.size()));
}

void putReferences(DcmItem &dataset, const ReferencedImage &image)
{
    auto &series = addItem(dataset, DCM_ReferencedSeriesSequence);
    put(series, DCM_SeriesInstanceUID, image.seriesInstanceUid);
    putReference(addItem(series, DCM_ReferencedImageSequence), image);
}

std::optional<Measurement> placedMeasurement(std::optional<Measurement> measurement,
                                             const std::vector<TextObject> &texts)
{
    const bool isPlaced = measurement && texts.size() == 1 && texts.front().box
        && texts.front().box->units == AnnotationUnits::Pixel;
    if (isPlaced)
        measurement->labelAt = centreOf(*texts.front().box);
    return measurement;
}

std::optional<Measurement> measurementOf(const GraphicAnnotation &annotation)
{
    const auto kind = std::ranges::find(allKinds(), annotation.layer, layerOf);
    if (kind == allKinds().end())
        return std::nullopt;
    if (*kind == MeasurementKind::Text) {
        if (annotation.texts.size() != 1 || !annotation.texts.front().anchor)
            return std::nullopt;
        const auto &text = annotation.texts.front();
        return placedMeasurement(
            trackedMeasurement(*kind, {text.anchor->point}, text.trackingId, text.trackingUid),
            annotation.texts);
    }
    std::vector<Figure> figures;
    for (const auto &graphic : annotation.graphics)
        figures.push_back({{}, graphic.points});
    const auto points = pointsOf(*kind, figures);
    if (!points)
        return std::nullopt;
    const auto &first = annotation.graphics.front();
    return placedMeasurement(trackedMeasurement(*kind, *points, first.trackingId, first.trackingUid),
                             annotation.texts);
}

} // namespace

Result<QByteArray> presentationStateFile(const workflow::MeasuredPicture &picture,
                                         const workflow::Authorship &by,
                                         const SourceReader &read)
{
    TRY(const auto source, SourceImage::of(picture, read));
    const auto reference = source.reference(picture.frameIndex);
    const auto part = u"gsps/%1/%2"_s.arg(reference.sopInstanceUid).arg(picture.frameIndex);
    DcmDataset dataset;
    source.putPatientAndStudy(dataset);
    putIdentity(dataset, UID_GrayscaleSoftcopyPresentationStateStorage, u"PR"_s, by, part);
    put(dataset, DCM_ContentLabel, u"MEASUREMENTS"_s);
    put(dataset, DCM_ContentDescription, QString());
    put(dataset, DCM_PresentationCreationDate, by.written.toString(u"yyyyMMdd"_s));
    put(dataset, DCM_PresentationCreationTime, by.written.toString(u"HHmmss"_s));
    put(dataset, DCM_ContentCreatorName, personNameValue(by.author));
    putReferences(dataset, reference);
    const auto &presented = picture.display.presented;
    const auto &modality = presented ? presented->modality : picture.frame->facts().modality;
    putModality(dataset, modality);
    putVoi(dataset, picture.display, modality);
    putPolarity(dataset, *picture.frame, picture.display);
    put(dataset, DCM_ImageHorizontalFlip, picture.turn.isMirrored ? u"Y"_s : u"N"_s);
    putShort(dataset, DCM_ImageRotation, picture.turn.quarters * 90);
    putArea(dataset, *picture.frame, picture.turn);
    putShutter(dataset, picture.frame->facts().shutter);
    for (const auto &plane : picture.frame->facts().overlays)
        putOverlay(dataset, plane);
    putAnnotations(dataset, picture);
    return fileOf(dataset);
}

std::vector<Measurement> measurementsIn(const PresentationState &state)
{
    std::vector<Measurement> all;
    for (const auto &[annotation, images] : state.annotations) {
        if (auto measurement = measurementOf(annotation))
            all.push_back(*std::move(measurement));
    }
    return all;
}

} // namespace simiao::dicom
