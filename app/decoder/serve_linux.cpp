#include "decoder/serve.h"

#include "decoder/answer.h"
#include "decoder/cage.h"
#include "decoder/handed_file.h"
#include "integration/dicom/worker/descriptor.h"

#include <sys/socket.h>
#include <unistd.h>

namespace simiao::decoder {

using dicom::Descriptor;
using dicom::kDecoderSocket;

namespace {

bool isSent(const auto &packet)
{
    return send(kDecoderSocket, &packet, sizeof packet, MSG_NOSIGNAL) == static_cast<ssize_t>(sizeof packet);
}

bool isWritten(const Descriptor &area, const void *bytes, std::size_t size)
{
    const auto *from = static_cast<const std::byte *>(bytes);
    while (size > 0) {
        const auto count = write(area.number(), from, size);
        if (count <= 0)
            return false;
        from += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

/// False where the other side is gone, or is not ours.
bool isServed(const Handler &handler)
{
    dicom::DecoderRequest request;
    auto received = dicom::receiveWithDescriptors(kDecoderSocket, &request, sizeof request);
    auto &[file, area] = received.descriptors;
    if (received.size != static_cast<std::ptrdiff_t>(sizeof request)
        || request.protocol != dicom::kDecoderProtocol || !file.isOpen() || !area.isOpen())
        return false;
    watchOver(secondsFor(request));
    const auto output = outputOf(handler, request, std::make_unique<HandedFile>(std::move(file)));
    const auto messageSize = static_cast<std::size_t>(output.message.size());
    const bool isDone = isWritten(area, output.pixels.data(), output.pixels.size())
        && isWritten(area, output.kept.bytes.data(), output.kept.bytes.size())
        && isWritten(area, output.message.constData(), messageSize)
        && isSent(dicom::DecoderReply{
            .serial = request.serial, .pixelBytes = output.pixelBytes(), .messageBytes = messageSize});
    watchOver(0);
    return isDone;
}

} // namespace

int serve(bool isCaged, const Handler &handler)
{
    if (!isSent(dicom::DecoderHello{.isCaged = isCaged ? 1U : 0U}))
        return 1;
    while (isServed(handler)) {}
    return 0;
}

} // namespace simiao::decoder
