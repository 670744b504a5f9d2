#include "integration/dicom/worker/frame_message.h"

#include "core/try.h"
#include "integration/dicom/frames_there.h"
#include "integration/dicom/worker/message_envelope.h"
#include "integration/dicom/worker/message_fields.h"
#include "integration/dicom/worker/plane_checks.h"

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

bool isTable(const imaging::LookupTable &table)
{
    return !table.entries.empty();
}

/// What all that shows a frame relies on.
bool makeSense(const imaging::FrameFacts &facts)
{
    const bool isColour = facts.photometric == imaging::Photometric::Rgb;
    return facts.bitsStored >= 1 && facts.bitsStored <= 64
        && isColour == (facts.geometry.samplesPerPixel() == 3)
        && (!facts.modality.table || isTable(*facts.modality.table))
        && std::ranges::all_of(
               facts.voiTables,
               [](const imaging::VoiTable &table) { return isTable(table.table) && table.white > 0; })
        && (!facts.fullScale || facts.fullScale->lowest < facts.fullScale->highest)
        && (!facts.padding || facts.padding->lowest <= facts.padding->highest) && facts.spacing.rowMm > 0
        && facts.spacing.columnMm > 0 && facts.pixelAspect > 0 && std::ranges::all_of(facts.overlays, isPlane)
        && (!facts.shutter || isShutter(*facts.shutter))
        && std::ranges::all_of(facts.defects,
                               [](const imaging::Defect &defect) { return isDecoderCode(defect.code); });
}

} // namespace

QByteArray frameMessage(const imaging::FrameFacts &facts)
{
    MessageWriter writer;
    const auto &geometry = facts.geometry;
    writer(true, geometry.columns(), geometry.rows(), geometry.samplesPerPixel(), geometry.sampleType(),
           facts);
    const auto message = std::move(writer).bytes();
    const bool isReadable =
        bool(readFrameMessage(bytesOf(message), static_cast<std::uint64_t>(geometry.byteSize())));
    return isReadable ? message : contradictionMessage();
}

QByteArray headerMessage(const InstanceHeader &header)
{
    MessageWriter writer;
    writer(true, header);
    const auto message = std::move(writer).bytes();
    return readHeaderMessage(bytesOf(message), {}) ? message : contradictionMessage();
}

QByteArray inspectionMessage(const Inspection &inspection)
{
    MessageWriter writer;
    writer(true, inspection);
    const auto message = std::move(writer).bytes();
    return readInspectionMessage(bytesOf(message)) ? message : contradictionMessage();
}

QByteArray framePlanesMessage(const std::vector<imaging::SlicePlane> &planes)
{
    MessageWriter writer;
    writer(true, planes);
    const auto message = std::move(writer).bytes();
    return readFramePlanesMessage(bytesOf(message)) ? message : contradictionMessage();
}

Result<imaging::FrameFacts> readFrameMessage(std::span<const std::byte> message, std::uint64_t pixelBytes)
{
    TRY(auto reader, begunMessage(message));
    int columns = 0;
    int rows = 0;
    int samples = 0;
    auto type = imaging::SampleType::U8;
    reader(columns, rows, samples, type);
    const auto geometry = imaging::FrameGeometry::create(columns, rows, samples, type);
    if (!geometry || static_cast<std::uint64_t>(geometry->byteSize()) != pixelBytes)
        return refusedMessage(u"a geometry that is not that of the pixels"_s);
    imaging::FrameFacts facts{.geometry = *geometry};
    reader(facts);
    if (!reader.isWhole() || !makeSense(facts))
        return refusedMessage(u"facts that cannot be"_s);
    return facts;
}

Result<InstanceHeader> readHeaderMessage(std::span<const std::byte> message, const QString &path)
{
    TRY(auto reader, begunMessage(message));
    InstanceHeader header;
    reader(header);
    if (!reader.isWhole() || header.instance.frames < 1 || header.instance.frames > kMostFrames)
        return refusedMessage(u"a header that cannot be"_s);
    header.instance.location = path;
    return header;
}

Result<Inspection> readInspectionMessage(std::span<const std::byte> message)
{
    TRY(auto reader, begunMessage(message));
    Inspection inspection;
    reader(inspection);
    if (!reader.isWhole())
        return refusedMessage(u"an inspection that cannot be"_s);
    return inspection;
}

Result<std::vector<imaging::SlicePlane>> readFramePlanesMessage(std::span<const std::byte> message)
{
    TRY(auto reader, begunMessage(message));
    std::vector<imaging::SlicePlane> planes;
    reader(planes);
    if (!reader.isWhole())
        return refusedMessage(u"planes that cannot be"_s);
    return planes;
}

} // namespace simiao::dicom
