#include "integration/dicom/objects/annotations.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/objects/references.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

constexpr std::size_t kMostPoints = 16'384;
constexpr qsizetype kLongestText = 1024; // VR ST
constexpr double kWhite = 65'535;

/// Pairs of single precision, as many as are whole; nothing where one is no number.
std::vector<std::pair<double, double>> pairs(DcmItem &item, const DcmTagKey &tag)
{
    const Float32 *values = nullptr;
    unsigned long count = 0;
    std::vector<std::pair<double, double>> result;
    if (item.findAndGetFloat32Array(tag, values, &count).bad() || values == nullptr)
        return result;
    for (std::size_t i = 0; i + 1 < count && result.size() < kMostPoints; i += 2) {
        if (!std::isfinite(values[i]) || !std::isfinite(values[i + 1]))
            return {};
        result.emplace_back(values[i], values[i + 1]);
    }
    return result;
}

std::optional<AnnotationUnits> unitsOf(DcmItem &item, const DcmTagKey &tag)
{
    const auto units = code(item, tag);
    if (units == u"PIXEL"_s)
        return AnnotationUnits::Pixel;
    return units == u"DISPLAY"_s ? std::optional(AnnotationUnits::Display) : std::nullopt;
}

/// DICOM counts from the upper left corner of the picture, we from the centre of its first pixel.
ImagePoint pointOf(const std::pair<double, double> &pair, AnnotationUnits units)
{
    const double half = units == AnnotationUnits::Pixel ? 0.5 : 0;
    return {pair.first - half, pair.second - half};
}

struct NamedType
{
    QStringView name;
    GraphicType type;
    std::size_t least; ///< points
};

constexpr std::array kTypes{
    NamedType{u"POINT", GraphicType::Point, 1},
    NamedType{u"POLYLINE", GraphicType::Polyline, 2},
    NamedType{u"INTERPOLATED", GraphicType::Interpolated, 2},
    NamedType{u"CIRCLE", GraphicType::Circle, 2},
    NamedType{u"ELLIPSE", GraphicType::Ellipse, 4},
};

std::optional<GraphicObject> graphicOf(DcmItem &item, const DatasetText &text)
{
    const auto units = unitsOf(item, DCM_GraphicAnnotationUnits);
    const auto name = code(item, DCM_GraphicType);
    const auto type = std::ranges::find(kTypes, QStringView(name), &NamedType::name);
    const auto points = pairs(item, DCM_GraphicData);
    if (!units || type == kTypes.end() || points.size() < type->least)
        return std::nullopt;
    GraphicObject graphic{.units = *units,
                          .type = type->type,
                          .isFilled = code(item, DCM_GraphicFilled) == u"Y"_s,
                          .trackingId = text.of(item, DCM_TrackingID).left(kLongestText),
                          .trackingUid = code(item, DCM_TrackingUID)};
    for (const auto &pair : points)
        graphic.points.push_back(pointOf(pair, *units));
    return graphic;
}

std::optional<ImagePoint> cornerOf(DcmItem &item, const DcmTagKey &tag, AnnotationUnits units)
{
    const auto found = pairs(item, tag);
    return found.empty() ? std::nullopt : std::optional(pointOf(found.front(), units));
}

TextJustification justificationOf(DcmItem &item)
{
    const auto word = code(item, DCM_BoundingBoxTextHorizontalJustification);
    if (word == u"CENTER"_s)
        return TextJustification::Centre;
    return word == u"RIGHT"_s ? TextJustification::Right : TextJustification::Left;
}

std::optional<TextBox> boxOf(DcmItem &item)
{
    const auto units = unitsOf(item, DCM_BoundingBoxAnnotationUnits);
    if (!units)
        return std::nullopt;
    const auto one = cornerOf(item, DCM_BoundingBoxTopLeftHandCorner, *units);
    const auto other = cornerOf(item, DCM_BoundingBoxBottomRightHandCorner, *units);
    return one && other ? std::optional(TextBox{*units, *one, *other, justificationOf(item)}) : std::nullopt;
}

std::optional<TextAnchor> anchorOf(DcmItem &item)
{
    const auto units = unitsOf(item, DCM_AnchorPointAnnotationUnits);
    const auto point = units ? cornerOf(item, DCM_AnchorPoint, *units) : std::nullopt;
    if (!point)
        return std::nullopt;
    return TextAnchor{*units, *point, code(item, DCM_AnchorPointVisibility) == u"Y"_s};
}

std::optional<TextObject> textOf(DcmItem &item, const DatasetText &text)
{
    TextObject object{.text = text.of(item, DCM_UnformattedTextValue).left(kLongestText),
                      .box = boxOf(item),
                      .anchor = anchorOf(item),
                      .trackingId = text.of(item, DCM_TrackingID).left(kLongestText),
                      .trackingUid = code(item, DCM_TrackingUID)};
    object.text.replace(u"\r\n"_s, u"\n"_s);
    return object.box || object.anchor ? std::optional(object) : std::nullopt;
}

/// Up to kMostItems of everything together: each annotation may hold as many.
class Reading
{
public:
    Reading(const DatasetText &text, PresentationState &state)
        : m_text(text)
        , m_state(state)
    {
    }

    GraphicAnnotation annotation(DcmItem &item)
    {
        GraphicAnnotation result{.layer = code(item, DCM_GraphicLayer)};
        for (auto *graphic : itemsOf(item, DCM_GraphicObjectSequence))
            take(graphicOf(*graphic, m_text), result.graphics, u"(0070,0009)"_s);
        for (auto *words : itemsOf(item, DCM_TextObjectSequence))
            take(textOf(*words, m_text), result.texts, u"(0070,0008)"_s);
        return result;
    }

private:
    template <typename T>
    void take(std::optional<T> object, std::vector<T> &into, const QString &place)
    {
        if (object && ++m_count <= kMostItems)
            into.push_back(*std::move(object));
        else if (!isReported(place))
            m_state.defects.push_back({u"presentation.graphic-unreadable"_s, place});
    }

    bool isReported(const QString &place) const
    {
        return std::ranges::find(m_state.defects, place, &Defect::detail) != m_state.defects.end();
    }

    const DatasetText &m_text;
    PresentationState &m_state;
    int m_count = 0;
};

GraphicLayer layerOf(DcmItem &item, const DatasetText &text)
{
    const auto grey = number(item, DCM_GraphicLayerRecommendedDisplayGrayscaleValue);
    return {.name = code(item, DCM_GraphicLayer),
            .order = integer(item, DCM_GraphicLayerOrder).value_or(0),
            .description = text.of(item, DCM_GraphicLayerDescription),
            .grey = grey ? std::optional(std::clamp(*grey / kWhite, 0.0, 1.0)) : std::nullopt};
}

} // namespace

void readAnnotations(DcmItem &dataset, const DatasetText &text, PresentationState &state)
{
    Reading reading(text, state);
    for (auto *item : itemsOf(dataset, DCM_GraphicAnnotationSequence))
        state.annotations.push_back(
            {reading.annotation(*item), referencedImages(*item, DCM_ReferencedImageSequence)});
    for (auto *item : itemsOf(dataset, DCM_GraphicLayerSequence))
        state.layers.push_back(layerOf(*item, text));
}

} // namespace simiao::dicom
