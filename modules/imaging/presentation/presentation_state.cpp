#include "imaging/presentation/presentation_state.h"

#include "imaging/modality_range.h"

#include <algorithm>

namespace simiao::imaging {

namespace {

Error notApplied(const char *code, const QString &detail = {})
{
    return {.kind = ErrorKind::Invalid, .code = QLatin1String(code), .detail = detail};
}

/// The first part that is for the frame.
template <typename T>
const T *partFor(const std::vector<ForImages<T>> &parts, const PresentedImage &image)
{
    const auto found = std::ranges::find_if(
        parts, [&](const auto &part) { return isFor(part.images, image.sopInstanceUid, image.frame); });
    return found == parts.end() ? nullptr : &found->value;
}

bool isSigned(SampleType type)
{
    return type == SampleType::I8 || type == SampleType::I16 || type == SampleType::I32;
}

ValueRange rangeBehind(const ModalityTransform &modality, const Frame &frame)
{
    return modalityRange(modality, frame.facts().bitsStored, isSigned(frame.geometry().sampleType()));
}

/// Without a window all values that there can be are spread over the screen.
VoiWindow fullWindow(const ValueRange &range)
{
    const auto window = windowOver(range.lowest, range.highest);
    return window.isUsable() ? window : VoiWindow();
}

/// A state does not say how pixels are represented: the first value of a table is read as unsigned, which those of signed values are not.
void beginBelowZero(LookupTable &table)
{
    constexpr int kSpan = 65'536;
    if (table.firstMapped >= kSpan / 2)
        table.firstMapped -= kSpan;
}

ModalityTransform modalityOf(const PresentationState &state, const Frame &frame)
{
    auto modality = state.modality;
    if (modality.table && isSigned(frame.geometry().sampleType()))
        beginBelowZero(*modality.table);
    return modality;
}

GreyDisplay displayOf(const PresentationState &state, const PresentedImage &image, const Frame &frame)
{
    const auto modality = modalityOf(state, frame);
    const auto range = rangeBehind(modality, frame);
    GreyDisplay display{.window = fullWindow(range),
                        .presented = PresentedGreys{.modality = modality,
                                                    .isInverse = state.isInverse,
                                                    .table = state.presentationTable}};
    const auto *voi = partFor(state.voi, image);
    if (voi == nullptr)
        return display;
    if (!voi->tables.empty()) {
        display.table = voi->tables.front();
        if (range.lowest < 0)
            beginBelowZero(display.table->table);
    }
    const auto usable = std::ranges::find_if(voi->windows, &VoiWindow::isUsable);
    if (usable != voi->windows.end()) {
        display.window = *usable;
        display.table.reset();
    }
    return display;
}

int orderOf(const std::vector<GraphicLayer> &layers, const QString &name)
{
    const auto layer = std::ranges::find(layers, name, &GraphicLayer::name);
    return layer == layers.end() ? 0 : layer->order;
}

/// By their layers' order; what has the same stays as it came.
template <typename T>
std::vector<T> inPaintingOrder(const std::vector<std::pair<int, T>> &parts)
{
    std::vector<std::pair<int, std::size_t>> order;
    for (const auto &[layer, part] : parts)
        order.emplace_back(layer, order.size());
    std::ranges::sort(order);
    std::vector<T> result;
    for (const auto &[layer, index] : order)
        result.push_back(parts[index].second);
    return result;
}

std::vector<OverlayPlane> overlaysOf(const PresentationState &state, const Frame &frame)
{
    const auto &ofImage = frame.facts().overlays;
    std::vector<std::pair<int, OverlayPlane>> planes;
    for (const auto &active : state.overlays) {
        const auto found = std::ranges::find(ofImage, active.group, &OverlayPlane::group);
        const int order = orderOf(state.layers, active.layer);
        if (active.plane)
            planes.emplace_back(order, *active.plane);
        else if (found != ofImage.end())
            planes.emplace_back(order, *found);
    }
    return inPaintingOrder(planes);
}

std::vector<GraphicAnnotation> annotationsOf(const PresentationState &state, const PresentedImage &image)
{
    std::vector<std::pair<int, GraphicAnnotation>> annotations;
    for (const auto &[annotation, images] : state.annotations) {
        if (isFor(images, image.sopInstanceUid, image.frame))
            annotations.emplace_back(orderOf(state.layers, annotation.layer), annotation);
    }
    return inPaintingOrder(annotations);
}

} // namespace

bool ReferencedImage::covers(const QString &instance, int frame) const
{
    return sopInstanceUid == instance && (frames.empty() || std::ranges::find(frames, frame) != frames.end());
}

bool isFor(const std::vector<ReferencedImage> &images, const QString &instance, int frame)
{
    return images.empty()
        || std::ranges::any_of(images, [&](const auto &image) { return image.covers(instance, frame); });
}

Result<Presentation> presentationOf(const PresentationState &state,
                                    const PresentedImage &image,
                                    const Frame &frame)
{
    const auto named = std::ranges::find_if(state.images, [&](const auto &reference) {
        return reference.covers(image.sopInstanceUid, image.frame);
    });
    if (image.sopInstanceUid.isEmpty() || named == state.images.end())
        return notApplied("presentation.other-image");
    if (!named->seriesInstanceUid.isEmpty() && named->seriesInstanceUid != image.seriesInstanceUid)
        return notApplied("presentation.other-series");
    if (!frame.isGrey())
        return notApplied("presentation.no-greys");

    const auto *area = partFor(state.areas, image);
    return Presentation{.display = displayOf(state, image, frame),
                        .turn = state.turn,
                        .area = area == nullptr ? std::nullopt : std::optional(*area),
                        .shutter = state.shutter,
                        .overlays = overlaysOf(state, frame),
                        .annotations = annotationsOf(state, image)};
}

std::vector<std::uint8_t> render(const Frame &frame, const Presentation &presentation)
{
    auto rendered = render(frame, presentation.display);
    const auto &geometry = frame.geometry();
    applyShutter(presentation.shutter, geometry.columns(), geometry.rows(), geometry.samplesPerPixel(),
                 frame.facts().displayAspect(), rendered);
    return rendered;
}

std::vector<std::uint8_t> turned(std::span<const std::uint8_t> picture,
                                 int columns,
                                 int rows,
                                 const Turn &turn)
{
    const auto map = turnedMap(turn, columns, rows);
    const int width = turn.swapsEdges() ? rows : columns;
    // All of it is whole numbers; a step along a row is always the same way in the turned picture.
    const auto step = static_cast<std::ptrdiff_t>(map.xx) + static_cast<std::ptrdiff_t>(map.yx) * width;
    std::vector<std::uint8_t> result(picture.size());
    for (int row = 0; row < rows; ++row) {
        const auto start = map.map({0, static_cast<double>(row)});
        auto at = static_cast<std::ptrdiff_t>(start.column) + static_cast<std::ptrdiff_t>(start.row) * width;
        const auto *line = picture.data() + static_cast<std::ptrdiff_t>(row) * columns;
        for (int column = 0; column < columns; ++column, at += step)
            result[static_cast<std::size_t>(at)] = line[column];
    }
    return result;
}

} // namespace simiao::imaging
