#include "core/try.h"
#include "decoder/serve.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/header.h"
#include "integration/dicom/preload.h"
#include "integration/dicom/worker/frame_message.h"

#include <algorithm>

namespace simiao::decoder {

using namespace Qt::StringLiterals;

namespace {

Result<Output> answered(const dicom::DecoderRequest &request, std::unique_ptr<QIODevice> device)
{
    TRY(auto bytes, dicom::datasetBytesIn(std::move(device)));
    TRY(const auto file, dicom::parsedDataset(std::move(bytes)));
    if (request.task == dicom::DecoderTask::Header) {
        TRY(const auto header, dicom::parseHeader(file, {}));
        return Output{.message = dicom::headerMessage(header)};
    }
    if (request.task == dicom::DecoderTask::Inspection) {
        const auto &set = request.characterSet;
        const auto end = std::ranges::find(set, '\0');
        TRY(const auto inspection,
            dicom::inspectDataset(file, QString::fromLatin1(set.data(), end - set.begin())));
        return Output{.message = dicom::inspectionMessage(inspection)};
    }
    TRY(auto decoded,
        request.task == dicom::DecoderTask::Preview ? dicom::decodedPreview(file, request.frameIndex)
                                                    : dicom::decodedFrame(file, request.frameIndex));
    auto message = dicom::frameMessage(decoded.facts);
    if (static_cast<std::uint64_t>(message.size()) > dicom::kLargestMessage)
        return Error{
            .kind = ErrorKind::Invalid, .code = u"imaging.file-too-large"_s, .detail = u"overlays"_s};
    return Output{.pixels = std::move(decoded.pixels), .message = std::move(message)};
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
