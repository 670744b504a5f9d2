#include "integration/dicom/objects/presentation_state.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/lut_items.h"
#include "integration/dicom/modality_lut.h"
#include "integration/dicom/objects/annotations.h"
#include "integration/dicom/objects/cut_sequences.h"
#include "integration/dicom/objects/references.h"
#include "integration/dicom/objects/shutters.h"
#include "integration/dicom/objects/unapplied_parts.h"
#include "integration/dicom/overlays.h"
#include "integration/dicom/text.h"
#include "integration/dicom/voi_lut.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

QString momentOf(DcmItem &dataset)
{
    const auto date = isoDate(code(dataset, DCM_PresentationCreationDate));
    const auto time = isoTime(code(dataset, DCM_PresentationCreationTime));
    return date.isEmpty() || time.isEmpty() ? date : date + u'T' + time;
}

/// Which values a table is for is known when it is applied: until then its first value is unsigned, unless it says otherwise.
std::vector<ForImages<SoftcopyVoi>> voiOf(DcmItem &dataset)
{
    std::vector<ForImages<SoftcopyVoi>> all;
    for (auto *item : itemsOf(dataset, DCM_SoftcopyVOILUTSequence))
        all.push_back({{voiWindows(*item, 0), voiTables(*item, 0, false)},
                       referencedImages(*item, DCM_ReferencedImageSequence)});
    return all;
}

/// The descriptor's bits say what white is.
std::optional<PresentationTable> presentationTable(DcmItem &dataset)
{
    auto *item = sequenceItem(dataset, DCM_PresentationLUTSequence);
    if (item == nullptr)
        return std::nullopt;
    auto described = describedTable(*item, DCM_LUTDescriptor, DCM_LUTData, false);
    if (!described)
        return std::nullopt;
    PresentationTable table{std::move(described->table.entries)};
    const double white = std::exp2(described->bits) - 1;
    for (auto &entry : table.entries)
        entry = std::min(entry / white, 1.0);
    return table;
}

Turn turnOf(DcmItem &dataset, std::vector<Defect> &defects)
{
    const int rotation = integer(dataset, DCM_ImageRotation).value_or(0);
    const bool isQuarter = rotation == 0 || rotation == 90 || rotation == 180 || rotation == 270;
    if (!isQuarter)
        defects.push_back({u"presentation.rotation"_s, u"(0070,0042) %1"_s.arg(rotation)});
    return {.quarters = isQuarter ? rotation / 90 : 0,
            .isMirrored = code(dataset, DCM_ImageHorizontalFlip) == u"Y"_s};
}

PresentationSize sizeOf(DcmItem &item)
{
    const auto mode = code(item, DCM_PresentationSizeMode);
    if (mode == u"TRUE SIZE"_s)
        return PresentationSize::TrueSize;
    return mode == u"MAGNIFY"_s ? PresentationSize::Magnify : PresentationSize::ScaleToFit;
}

/// Spacing and ratio both give the vertical value first.
void readPixelShape(DcmItem &item, DisplayedArea &area)
{
    const auto spacing = numbers(item, DCM_PresentationPixelSpacing);
    const auto ratio = numbers(item, DCM_PresentationPixelAspectRatio);
    area.isMillimetres = spacing.size() == 2 && spacing[0] > 0 && spacing[1] > 0;
    if (area.isMillimetres) {
        area.pixelHeight = spacing[0];
        area.pixelWidth = spacing[1];
    } else if (ratio.size() == 2 && ratio[0] > 0 && ratio[1] > 0) {
        area.pixelHeight = ratio[0] / ratio[1];
    }
}

std::optional<DisplayedArea> areaOf(DcmItem &item)
{
    const auto one = numbers(item, DCM_DisplayedAreaTopLeftHandCorner); // column, row
    const auto other = numbers(item, DCM_DisplayedAreaBottomRightHandCorner);
    constexpr double kFar = 1e6;
    const auto isPlace = [](const std::vector<double> &corner) {
        return corner.size() == 2 && std::abs(corner[0]) < kFar && std::abs(corner[1]) < kFar;
    };
    if (!isPlace(one) || !isPlace(other))
        return std::nullopt;
    DisplayedArea area{.left = static_cast<int>(std::min(one[0], other[0])) - 1,
                       .top = static_cast<int>(std::min(one[1], other[1])) - 1,
                       .right = static_cast<int>(std::max(one[0], other[0])) - 1,
                       .bottom = static_cast<int>(std::max(one[1], other[1])) - 1,
                       .size = sizeOf(item)};
    readPixelShape(item, area);
    const double ratio = number(item, DCM_PresentationPixelMagnificationRatio).value_or(1);
    area.magnification = ratio > 0 ? ratio : 1;
    return area;
}

void readAreas(DcmItem &dataset, PresentationState &state)
{
    for (auto *item : itemsOf(dataset, DCM_DisplayedAreaSelectionSequence)) {
        if (const auto area = areaOf(*item))
            state.areas.push_back({*area, referencedImages(*item, DCM_ReferencedImageSequence)});
        else
            state.defects.push_back({u"presentation.area"_s, u"(0070,005A)"_s});
    }
}

/// A plane that is the shutter is no overlay (PS3.3 C.7.6.15).
std::vector<ActiveOverlay> activeOverlays(DcmItem &dataset, const DatasetText &text)
{
    constexpr int kMostPlanes = 16;
    std::vector<ActiveOverlay> overlays;
    for (int i = 0; i < kMostPlanes; ++i) {
        const int group = 0x6000 + 2 * i;
        const auto layer = text.at(DcmTagKey(static_cast<Uint16>(group), 0x1001));
        if (!layer.isEmpty() && group != integer(dataset, DCM_ShutterOverlayGroup))
            overlays.push_back({group, layer, readOverlay(dataset, static_cast<Uint16>(group), 0)});
    }
    return overlays;
}

/// What is read of a state, and how much of it.
const std::array<SequenceLimit, 8> &limitsOfStates()
{
    static const std::array<SequenceLimit, 8> limits{{{DCM_ReferencedSeriesSequence, kMostItems},
                                                      {DCM_ReferencedImageSequence, kMostImages},
                                                      {DCM_GraphicAnnotationSequence, kMostItems},
                                                      {DCM_GraphicObjectSequence, kMostItems},
                                                      {DCM_TextObjectSequence, kMostItems},
                                                      {DCM_GraphicLayerSequence, kMostItems},
                                                      {DCM_SoftcopyVOILUTSequence, kMostItems},
                                                      {DCM_DisplayedAreaSelectionSequence, kMostItems}}};
    return limits;
}

} // namespace

Result<PresentationState> readPresentationState(const QString &path, const QString &characterSet)
{
    TRY(const auto file, openDataset(path));
    return presentationStateFrom(file, characterSet);
}

Result<PresentationState> parsePresentationState(const QByteArray &bytes)
{
    TRY(const auto file, openDataset(bytes));
    return presentationStateFrom(file);
}

Result<PresentationState> presentationStateFrom(const DatasetFile &file, const QString &characterSet)
{
    auto &dataset = file.dataset();
    const auto sopClass = code(dataset, DCM_SOPClassUID);
    if (sopClass != QLatin1StringView(UID_GrayscaleSoftcopyPresentationStateStorage))
        return Error{.kind = ErrorKind::Invalid, .code = u"presentation.unsupported"_s, .detail = sopClass};

    const DatasetText text(dataset, characterSet);
    PresentationState state{.studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
                            .seriesInstanceUid = code(dataset, DCM_SeriesInstanceUID),
                            .sopInstanceUid = code(dataset, DCM_SOPInstanceUID),
                            .patientId = text.at(DCM_PatientID),
                            .patientName = personName(text.at(DCM_PatientName)),
                            .label = text.at(DCM_ContentLabel),
                            .description = text.at(DCM_ContentDescription),
                            .creator = personName(text.at(DCM_ContentCreatorName)),
                            .created = momentOf(dataset),
                            .images = imagesOfSeries(dataset),
                            .modality = modalityTransform(dataset, 0),
                            .voi = voiOf(dataset),
                            .isInverse = code(dataset, DCM_PresentationLUTShape) == u"INVERSE"_s,
                            .presentationTable = presentationTable(dataset),
                            .shutter = readShutter(dataset),
                            .overlays = activeOverlays(dataset, text),
                            .defects = file.defects};
    state.turn = turnOf(dataset, state.defects);
    readAreas(dataset, state);
    readAnnotations(dataset, text, state);
    std::ranges::move(unappliedParts(dataset, state), std::back_inserter(state.defects));
    if (auto cut = cutSequence(dataset, limitsOfStates()); !cut.isEmpty())
        state.defects.push_back({u"presentation.not-applied"_s, std::move(cut)});
    return state;
}

} // namespace simiao::dicom
