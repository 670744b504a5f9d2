#include "integration/dicom/worker/object_message.h"

#include "core/try.h"
#include "imaging/report/report_lines.h"
#include "integration/dicom/objects/content_reader.h"
#include "integration/dicom/worker/message_envelope.h"
#include "integration/dicom/worker/object_fields.h"
#include "integration/dicom/worker/plane_checks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;
using workflow::EncapsulatedDocument;
using workflow::ImagingObjectContent;

namespace {

using Bytes = std::span<const std::byte>;

bool areDefects(const std::vector<Defect> &defects)
{
    return std::ranges::all_of(defects, [](const Defect &defect) { return isDecoderCode(defect.code); });
}

int countOf(const ContentItem &item)
{
    int count = 1;
    for (const auto &child : item.children)
        count += countOf(child);
    return count;
}

bool isEdge(int value)
{
    return std::abs(static_cast<std::int64_t>(value)) <= std::int64_t{1} << 30;
}

bool isArea(const DisplayedArea &area)
{
    return isEdge(area.left) && isEdge(area.top) && isEdge(area.right) && isEdge(area.bottom)
        && area.right >= area.left && area.bottom >= area.top && area.pixelWidth > 0 && area.pixelHeight > 0
        && area.magnification > 0;
}

bool isVoi(const SoftcopyVoi &voi)
{
    return std::ranges::all_of(
        voi.tables, [](const VoiTable &table) { return !table.table.entries.empty() && table.white > 0; });
}

bool isAnnotation(const GraphicAnnotation &annotation)
{
    return std::ranges::none_of(annotation.graphics,
                                [](const GraphicObject &graphic) { return graphic.points.empty(); });
}

bool isStatesShutter(const PresentationShutter &shutter)
{
    return isShutter(shutter.shapes) && (!shutter.bitmap || isPlane(*shutter.bitmap))
        && shutter.presentationValue >= 0 && shutter.presentationValue <= 1;
}

// What all that shows an object relies on.

bool makeSense(const Report &report)
{
    return areDefects(report.defects) && countOf(report.root) <= ContentReader::kMostNodes;
}

bool makeSense(const PresentationState &state)
{
    return state.turn.quarters >= 0 && state.turn.quarters < 4
        && (!state.modality.table || !state.modality.table->entries.empty())
        && (!state.presentationTable || !state.presentationTable->entries.empty())
        && std::ranges::all_of(
               state.voi, [](const auto &part) { return isVoi(part.value); })
        && std::ranges::all_of(
               state.areas, [](const auto &part) { return isArea(part.value); })
        && std::ranges::all_of(
               state.annotations, [](const auto &part) { return isAnnotation(part.value); })
        && isStatesShutter(state.shutter)
        && std::ranges::all_of(
               state.overlays,
               [](const ActiveOverlay &active) { return !active.plane || isPlane(*active.plane); })
        && areDefects(state.defects);
}

bool makeSense(const Waveform &waveform)
{
    return areDefects(waveform.defects)
        && std::ranges::all_of(waveform.groups,
                               [](const WaveformGroup &group) { return group.samplingHz > 0; });
}

bool makeSense(const EncapsulatedDocument &)
{
    return true;
}

template <typename Object, typename Visit>
void eachChannel(Object &waveform, const Visit &visit)
{
    for (auto &group : waveform.groups) {
        for (auto &channel : group.channels)
            visit(channel);
    }
}

// What stands beside the message.

std::vector<std::byte> bulkOf(const Waveform &waveform, MessageWriter &writer)
{
    std::vector<std::uint32_t> counts;
    std::vector<std::byte> bulk;
    eachChannel(waveform, [&](const WaveformChannel &channel) {
        counts.push_back(static_cast<std::uint32_t>(channel.values.size()));
        const auto bytes = std::as_bytes(std::span(channel.values));
        bulk.insert(bulk.end(), bytes.begin(), bytes.end());
    });
    writer(counts);
    return bulk;
}

std::vector<std::byte> bulkOf(const EncapsulatedDocument &document, MessageWriter &)
{
    const auto bytes = bytesOf(document.bytes);
    return {bytes.begin(), bytes.end()};
}

std::vector<std::byte> bulkOf(const auto &, MessageWriter &)
{
    return {};
}

bool takeBulk(Waveform &waveform, MessageReader &reader, Bytes bulk)
{
    std::vector<std::uint32_t> counts;
    reader(counts);
    std::size_t next = 0;
    bool isThere = reader.isWhole();
    eachChannel(waveform, [&](WaveformChannel &channel) {
        const std::size_t count = next < counts.size() ? counts[next] : 0;
        isThere = isThere && next++ < counts.size() && count <= bulk.size() / sizeof(float);
        if (!isThere)
            return;
        channel.values.resize(count);
        if (count > 0)
            std::memcpy(channel.values.data(), bulk.data(), count * sizeof(float));
        bulk = bulk.subspan(count * sizeof(float));
        // Nothing was measured there; infinity is no measurement either.
        std::ranges::replace_if(
            channel.values, [](float value) { return std::isinf(value); },
            std::numeric_limits<float>::quiet_NaN());
    });
    return isThere && next == counts.size() && bulk.empty();
}

bool takeBulk(EncapsulatedDocument &document, MessageReader &reader, Bytes bulk)
{
    document.title = harmless(document.title);
    document.bytes =
        QByteArray(reinterpret_cast<const char *>(bulk.data()), static_cast<qsizetype>(bulk.size()));
    return reader.isWhole();
}

bool takeBulk(auto &, MessageReader &reader, Bytes bulk)
{
    return reader.isWhole() && bulk.empty();
}

template <typename T>
Result<ImagingObjectContent> readAs(MessageReader &reader, Bytes bulk)
{
    T value;
    reader(value);
    if (!reader.isGood() || !takeBulk(value, reader, bulk) || !makeSense(value))
        return refusedMessage(u"an object that cannot be"_s);
    return ImagingObjectContent(std::move(value));
}

} // namespace

QByteArray objectHeaderMessage(const workflow::ImagingObject &object)
{
    MessageWriter writer;
    writer(true, object);
    const auto message = std::move(writer).bytes();
    return readObjectHeaderMessage(bytesOf(message), {}) ? message : contradictionMessage();
}

QByteArray importHeaderMessage(const workflow::ImportHeader &header)
{
    MessageWriter writer;
    writer(true, header);
    const auto message = std::move(writer).bytes();
    return readImportHeaderMessage(bytesOf(message)) ? message : contradictionMessage();
}

ObjectMessage objectMessage(const ImagingObjectContent &content)
{
    MessageWriter writer;
    writer(true, static_cast<std::uint8_t>(content.index()));
    ObjectMessage object;
    object.bulk = std::visit(
        [&](const auto &value) {
            writer(value);
            return bulkOf(value, writer);
        },
        content);
    object.message = std::move(writer).bytes();
    if (!readObjectMessage(bytesOf(object.message), object.bulk))
        return {.message = contradictionMessage()};
    return object;
}

Result<workflow::ImagingObject> readObjectHeaderMessage(Bytes message, const QString &path)
{
    TRY(auto reader, begunMessage(message));
    workflow::ImagingObject object;
    reader(object);
    if (!reader.isWhole())
        return refusedMessage(u"a header that cannot be"_s);
    object.title = harmless(object.title);
    object.location = path;
    return object;
}

Result<workflow::ImportHeader> readImportHeaderMessage(Bytes message)
{
    TRY(auto reader, begunMessage(message));
    workflow::ImportHeader header;
    reader(header);
    if (!reader.isWhole())
        return refusedMessage(u"a header that cannot be"_s);
    return header;
}

Result<ImagingObjectContent> readObjectMessage(Bytes message, Bytes bulk)
{
    TRY(auto reader, begunMessage(message));
    std::uint8_t index = 0;
    reader(index);
    switch (index) {
    case 0: return readAs<std::variant_alternative_t<0, ImagingObjectContent>>(reader, bulk);
    case 1: return readAs<std::variant_alternative_t<1, ImagingObjectContent>>(reader, bulk);
    case 2: return readAs<std::variant_alternative_t<2, ImagingObjectContent>>(reader, bulk);
    case 3: return readAs<std::variant_alternative_t<3, ImagingObjectContent>>(reader, bulk);
    default: return refusedMessage(u"an object of no kind"_s);
    }
}

} // namespace simiao::dicom
