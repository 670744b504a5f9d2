#include "decoder/serve.h"

#include "decoder/answer.h"
#include "decoder/cage.h"
#include "decoder/handed_file_windows.h"
#include "decoder/parent_line_windows.h"
#include "integration/dicom/worker/protocol_windows.h"

namespace simiao::decoder {

namespace {

/// The sizes, the memory for them, and that it is full.
bool isDelivered(const ParentLine &parent, std::uint32_t serial, const Output &output)
{
    const std::span message(output.message.constData(), static_cast<std::size_t>(output.message.size()));
    dicom::HandedArea handed;
    return parent.say(dicom::DecoderReply{
               .serial = serial, .pixelBytes = output.pixelBytes(), .messageBytes = message.size()})
        && parent.hear(handed) && handed.protocol == dicom::kDecoderProtocol && handed.serial == serial
        && fillArea(handed.area, {output.pixels, output.kept.bytes, std::as_bytes(message)})
        && parent.say(dicom::AreaFilled{.serial = serial});
}

/// False where the other side is gone, or is not ours.
bool isServed(const ParentLine &parent, const Handler &handler)
{
    dicom::HandedRequest handed;
    if (!parent.hear(handed) || handed.request.protocol != dicom::kDecoderProtocol || handed.file == 0)
        return false;
    watchOver(secondsFor(handed.request));
    const auto output = outputOf(handler, handed.request,
                                 std::make_unique<HandedFile>(dicom::Handle(dicom::handleOf(handed.file))));
    const bool isDone = isDelivered(parent, handed.request.serial, output);
    watchOver(0);
    return isDone;
}

} // namespace

int serve(bool isCaged, const Handler &handler)
{
    const ParentLine parent;
    if (!parent.say(dicom::DecoderHello{.isCaged = isCaged ? 1U : 0U}))
        return 1;
    while (isServed(parent, handler)) {}
    return 0;
}

} // namespace simiao::decoder
