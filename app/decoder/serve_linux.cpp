#include "decoder/serve.h"

#include "decoder/cage.h"
#include "decoder/handed_file.h"
#include "integration/dicom/worker/descriptor.h"
#include "integration/dicom/worker/message_envelope.h"

#include <sys/socket.h>
#include <unistd.h>

#include <exception>
#include <new>

namespace simiao::decoder {

using namespace Qt::StringLiterals;
using dicom::Descriptor;
using dicom::kDecoderSocket;

namespace {

/// Longer than the workstation has patience with the largest file: it is dead when this ends a task.
constexpr unsigned kSeconds = 30;

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

/// What a library throws is an answer too.
Output outputOf(const Handler &handler, const dicom::DecoderRequest &request, Descriptor file)
{
    try {
        return handler(request, std::make_unique<HandedFile>(std::move(file)));
    } catch (const std::bad_alloc &) {
        return {.message = dicom::errorMessage({.kind = ErrorKind::Invalid,
                                                .code = u"imaging.decoder-memory"_s,
                                                .detail = u"more than 1.5 GiB"_s})};
    } catch (const std::exception &thrown) {
        return {.message = dicom::errorMessage({.kind = ErrorKind::Internal,
                                                .code = u"imaging.decoder-threw"_s,
                                                .detail = QString::fromUtf8(thrown.what())})};
    }
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
    watchOver(kSeconds);
    const auto output = outputOf(handler, request, std::move(file));
    const auto messageSize = static_cast<std::size_t>(output.message.size());
    const bool isDone = isWritten(area, output.pixels.data(), output.pixels.size())
        && isWritten(area, output.message.constData(), messageSize)
        && isSent(dicom::DecoderReply{
            .serial = request.serial, .pixelBytes = output.pixels.size(), .messageBytes = messageSize});
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
