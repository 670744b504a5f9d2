#include "integration/dicom/slice_scan.h"

#include "integration/dicom/file_head.h"
#include "integration/dicom/lossy_compression.h"
#include "integration/dicom/scanned_values.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::SampleType;

namespace {

enum Attribute : std::size_t {
    ImageType,
    Modality,
    Thickness,
    DetectorSpacing,
    Position,
    Orientation,
    Samples,
    Photometric,
    Frames,
    Rows,
    Columns,
    Spacing,
    BitsAllocated,
    BitsStored,
    HighBit,
    Representation,
    PaddingValue,
    PaddingLimit,
    CalibrationType,
    Intercept,
    Slope,
    RescaleType,
    LossyFlag,
    LossyRatio,
    LossyMethod,
    Table,
    AttributeCount,
};

/// In the order of the enumeration, which is that of a data set.
constexpr std::array<std::uint32_t, AttributeCount> kTags{
    0x00080008, 0x00080060, 0x00180050, 0x00181164, 0x00200032, 0x00200037, 0x00280002,
    0x00280004, 0x00280008, 0x00280010, 0x00280011, 0x00280030, 0x00280100, 0x00280101,
    0x00280102, 0x00280103, 0x00280120, 0x00280121, 0x00280A02, 0x00281052, 0x00281053,
    0x00281054, 0x00282110, 0x00282112, 0x00282114, 0x00283000,
};

/// Some of the values may be colours.
constexpr std::uint32_t kPixelPresentation = 0x00089205;

/// The attributes of one file.
class Values : public ScannedValues<Attribute, kTags>
{
public:
    /// False where a scan is not enough.
    bool read(std::span<const char> head)
    {
        ElementScan scan(head);
        if (!scan.isScannable())
            return false;
        std::uint32_t last = 0;
        while (const auto element = scan.next()) {
            const bool isUnusual = element->tag <= last || element->tag >> 16 == 0x5200
                || element->tag == kTags[Table] || element->tag == kTags[DetectorSpacing]
                || element->tag == kPixelPresentation;
            if (isUnusual || !take(*element))
                return false;
            last = element->tag;
        }
        m_pixels = scan.pixels();
        return scan.isComplete() && m_pixels;
    }

    const ElementScan::Pixels &pixels() const { return *m_pixels; }

    /// US or SS, as it stands.
    std::optional<std::uint16_t> word(Attribute attribute) const
    {
        const auto value = raw(attribute);
        return value.size() == 2 ? std::optional(qFromLittleEndian<std::uint16_t>(value.data()))
                                 : std::nullopt;
    }

private:
    std::optional<ElementScan::Pixels> m_pixels;
};

bool isOneFrame(const Values &values)
{
    return !values.has(Frames) || values.code(Frames) == u"1"_s;
}

/// One sample of 16 bits a pixel, all there.
std::optional<PixelFormat> formatOf(const Values &values)
{
    constexpr int kBits = 16;
    const auto photometric = values.code(Photometric);
    const bool isGrey = photometric == u"MONOCHROME1"_s || photometric == u"MONOCHROME2"_s;
    const auto representation = values.word(Representation);
    const auto stored = values.word(BitsStored);
    const auto high = values.word(HighBit);
    if (!isGrey || values.word(Samples) != 1 || values.word(BitsAllocated) != kBits || !representation
        || !stored || !high || !isOneFrame(values))
        return std::nullopt;
    const bool isOrdinary = *stored >= 1 && *stored <= kBits && *high + 1 >= *stored && *high < kBits;
    const auto geometry =
        imaging::FrameGeometry::create(values.word(Columns).value_or(0), values.word(Rows).value_or(0), 1,
                                       *representation == 1 ? SampleType::I16 : SampleType::U16);
    if (!isOrdinary || !geometry || geometry->byteSize() > values.pixels().length)
        return std::nullopt;
    return PixelFormat{.geometry = *geometry,
                       .bitsAllocated = kBits,
                       .bitsStored = *stored,
                       .highBit = *high,
                       .isSigned = *representation == 1,
                       .isPlanar = false,
                       .photometric = photometric};
}

/// False where there is something that cannot be taken as a place.
bool readPlace(const Values &values, const PixelFormat &format, imaging::SlicePlace &place)
{
    const auto position = values.numbers(Position);
    const auto cosines = values.numbers(Orientation);
    const auto spacing = values.numbers(Spacing);
    // The lengths of a scout are a question of their own.
    if (values.raw(ImageType).contains("LOCALIZER"))
        return false;
    if (position.size() != 3 || cosines.size() != 6 || spacing.size() != 2 || values.has(CalibrationType)
        || !(spacing[0] > 0 && spacing[1] > 0))
        return false;
    place = {.columns = format.geometry.columns(),
             .rows = format.geometry.rows(),
             .orientation = imaging::ImageOrientation::fromCosines(std::span<const double, 6>(cosines)),
             .position = imaging::Vector3{position[0], position[1], position[2]},
             .spacing = {spacing[0], spacing[1], imaging::SpacingBasis::PixelSpacing},
             .thicknessMm = values.number(Thickness)};
    return place.orientation.has_value();
}

double paddingBound(std::uint16_t word, const PixelFormat &format)
{
    return format.isSigned ? double(static_cast<std::int16_t>(word)) : double(word);
}

std::optional<imaging::ValueRange> paddingOf(const Values &values, const PixelFormat &format)
{
    const auto value = values.word(PaddingValue);
    if (!value)
        return std::nullopt;
    const double one = paddingBound(*value, format);
    const double other = paddingBound(values.word(PaddingLimit).value_or(*value), format);
    return imaging::ValueRange{std::min(one, other), std::max(one, other)};
}

bool readScale(const Values &values, const PixelFormat &format, imaging::SliceScale &scale)
{
    const auto only = [&](Attribute attribute, double otherwise) -> std::optional<double> {
        if (!values.has(attribute))
            return otherwise;
        const auto found = values.numbers(attribute);
        return found.empty() ? std::nullopt : std::optional(found.front());
    };
    const auto slope = only(Slope, 1);
    const auto intercept = only(Intercept, 0);
    const auto modality = values.code(Modality);
    if (modality == u"PT"_s || modality == u"RTDOSE"_s) // they say more about their values
        return false;
    if (!slope || !intercept || (values.has(PaddingValue) && !values.word(PaddingValue))
        || (values.has(PaddingLimit) && !values.word(PaddingLimit)))
        return false;
    const auto type = values.code(RescaleType);
    const auto usual = modality == u"CT"_s ? u"HU"_s : QString();
    scale = {.sampleType = format.geometry.sampleType(),
             .bitsStored = format.bitsStored,
             .modality = {.slope = *slope == 0 ? 1 : *slope,
                          .intercept = *intercept,
                          .unit = type.isEmpty() ? usual
                              : type == u"US"_s  ? QString()
                                                 : type},
             .padding = paddingOf(values, format)};
    return true;
}

/// Decompressed since, for all that is read here is native.
std::optional<imaging::LossyCompression> lossesOf(const Values &values)
{
    StatedLosses stated{.flag = values.code(LossyFlag), .ratios = values.numbers(LossyRatio)};
    for (const auto &method : values.code(LossyMethod).split(u'\\', Qt::SkipEmptyParts))
        stated.methods.push_back(method.trimmed());
    return lossyCompression(std::move(stated), false);
}

std::optional<ScannedSlice> sliceOf(const Values &values)
{
    auto format = formatOf(values);
    if (!format)
        return std::nullopt;
    ScannedSlice slice{.place = {},
                       .scale = {},
                       .lossy = lossesOf(values),
                       .format = *std::move(format),
                       .pixels = static_cast<qint64>(values.pixels().offset)};
    if (!readPlace(values, slice.format, slice.place) || !readScale(values, slice.format, slice.scale))
        return std::nullopt;
    return slice;
}

} // namespace

std::optional<ScannedSlice> scanSlice(const QString &path, FileOpener &files)
{
    thread_local std::vector<char> room(kHeadSizes.back());
    FileHead head(files, path, room);
    for (const auto size : kHeadSizes) {
        const auto bytes = head.first(size);
        Values values;
        if (values.read(bytes))
            return sliceOf(values);
        if (bytes.size() < size)
            break;
    }
    return std::nullopt;
}

} // namespace simiao::dicom
