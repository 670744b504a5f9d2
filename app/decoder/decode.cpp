#include "core/try.h"
#include "decoder/serve.h"
#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/frame_planes.h"
#include "integration/dicom/header.h"
#include "integration/dicom/import_headers.h"
#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/preload.h"
#include "integration/dicom/worker/frame_message.h"
#include "integration/dicom/worker/message_envelope.h"
#include "integration/dicom/worker/object_message.h"
#include "integration/dicom/worker/rewriting_message.h"

#include <algorithm>

namespace simiao::decoder {

using namespace Qt::StringLiterals;

namespace {

QString setOf(const dicom::DecoderRequest &request)
{
    const auto &set = request.characterSet;
    return QString::fromLatin1(set.data(), std::ranges::find(set, '\0') - set.begin());
}

Result<Output> inspection(const dicom::DecoderRequest &request, const dicom::DatasetFile &file)
{
    TRY(const auto inspection, dicom::inspectDataset(file, setOf(request)));
    return Output{.message = dicom::inspectionMessage(inspection)};
}

Result<Output> picture(const dicom::DecoderRequest &request, const dicom::DatasetFile &file)
{
    TRY(auto decoded,
        request.task == dicom::DecoderTask::Preview ? dicom::decodedPreview(file, request.frameIndex)
                                                    : dicom::decodedFrame(file, request.frameIndex));
    return Output{.pixels = std::move(decoded.pixels), .message = dicom::frameMessage(decoded.facts)};
}

Result<Output> object(const dicom::DecoderRequest &request, const dicom::DatasetFile &file)
{
    TRY(const auto content, dicom::objectFrom(file, setOf(request)));
    auto object = dicom::objectMessage(content);
    return Output{.pixels = std::move(object.bulk), .message = std::move(object.message)};
}

dicom::Elements elementsFor(dicom::DecoderTask task)
{
    const bool isPicture = task == dicom::DecoderTask::Frame || task == dicom::DecoderTask::Preview
        || task == dicom::DecoderTask::FramePlanes;
    return isPicture ? dicom::Elements::Standard : dicom::Elements::All;
}

Result<Output> deidentified(const dicom::DecoderRequest &request, dicom::DatasetFile &file)
{
    const auto size = std::min(static_cast<std::size_t>(request.orderBytes), request.order.size());
    TRY(const auto wish, dicom::readOrder(std::span(request.order).first(size)));
    TRY(const auto made, dicom::deidentified(file, wish));
    return Output{.kept = made.copy.bytes, .message = dicom::deidentifiedMessage(made)};
}

Result<Output> copied(std::unique_ptr<QIODevice> device)
{
    TRY(const auto copy, dicom::copyOf(std::move(device)));
    return Output{.kept = copy.bytes, .message = dicom::copyMessage(copy)};
}

Result<Output> outputFor(const dicom::DecoderRequest &request, dicom::DatasetFile &file)
{
    using enum dicom::DecoderTask;
    switch (request.task) {
    case Frame:
    case Preview: return picture(request, file);
    case Inspection: return inspection(request, file);
    case Object: return object(request, file);
    case ImportHeader: {
        TRY(const auto header, dicom::importHeaderFrom(file));
        return Output{.message = dicom::importHeaderMessage(header)};
    }
    case FramePlanes: return Output{.message = dicom::framePlanesMessage(dicom::framePlanesOf(file))};
    case Facts: return Output{.message = dicom::factsMessage(dicom::objectFactsOf(file))};
    case Texts: return Output{.message = dicom::textsMessage(dicom::rawTextsOf(file))};
    case MediumEntry: return Output{.message = dicom::entryMessage(dicom::mediumEntryOf(file))};
    case MediumFileIds: {
        TRY(const auto fileIds, dicom::mediumFileIds(file));
        return Output{.message = dicom::fileIdsMessage(fileIds)};
    }
    case Source: {
        TRY(const auto facts, dicom::sourceFactsOf(file, setOf(request)));
        return Output{.message = dicom::sourceMessage(facts)};
    }
    case Deidentify: return deidentified(request, file);
    case Copy: break; // of the file as it stands, not of what is parsed of it
    case Header: {
        TRY(const auto header, dicom::parseHeader(file, {}));
        return Output{.message = dicom::headerMessage(header)};
    }
    case ObjectHeader: {
        TRY(const auto header, dicom::objectHeaderFrom(file, {}, setOf(request)));
        return Output{.message = dicom::objectHeaderMessage(header)};
    }
    }
    return Error{.kind = ErrorKind::Internal, .code = u"imaging.decoder-answer"_s, .detail = u"task"_s};
}

Result<Output> answered(const dicom::DecoderRequest &request, std::unique_ptr<QIODevice> device)
{
    if (request.task == dicom::DecoderTask::Copy)
        return copied(std::move(device));
    TRY(auto bytes, dicom::datasetBytesIn(std::move(device)));
    TRY(auto file, dicom::parsedDataset(std::move(bytes), elementsFor(request.task)));
    TRY(auto output, outputFor(request, file));
    if (output.pixelBytes() > static_cast<std::uint64_t>(imaging::FrameGeometry::kMaxByteSize)
        || static_cast<std::uint64_t>(output.message.size()) > dicom::kLargestMessage)
        return Error{
            .kind = ErrorKind::Invalid, .code = u"imaging.file-too-large"_s, .detail = u"attributes"_s};
    return output;
}

} // namespace

Output decode(const dicom::DecoderRequest &request, std::unique_ptr<QIODevice> file)
{
    auto output = answered(request, std::move(file));
    return output ? *std::move(output) : Output{.message = dicom::errorMessage(output.error())};
}

void loadTables()
{
    dicom::preloadTables();
}

} // namespace simiao::decoder
