#include "integration/dicom/worker/exchange_windows.h"

#include "integration/dicom/worker/shared_area_windows.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace simiao::dicom {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using Why = FailedExchange::Why;

std::unexpected<FailedExchange> failed(Why why, std::string detail = {})
{
    return std::unexpected(FailedExchange{.why = why, .detail = std::move(detail)});
}

Why whyOf(PacketFate fate)
{
    switch (fate) {
    case PacketFate::Late: return Why::Late;
    case PacketFate::Interrupted: return Why::Interrupted;
    case PacketFate::Misshapen: return Why::Broken;
    case PacketFate::Whole:
    case PacketFate::Ended: break;
    }
    return Why::Ended;
}

/// The packets of one question, all within its time.
class Conversation
{
public:
    Conversation(CagedChild &child, milliseconds patience)
        : m_child(child)
        , m_end(steady_clock::now() + patience)
    {
    }

    template <typename Packet>
    std::expected<void, FailedExchange> say(const Packet &packet)
    {
        const auto fate = m_child.line().send(&packet, sizeof packet, left());
        if (fate != PacketFate::Whole)
            return failed(whyOf(fate));
        return {};
    }

    template <typename Packet>
    std::expected<Packet, FailedExchange> hear()
    {
        Packet packet;
        const auto fate = m_child.line().receive(&packet, sizeof packet, left());
        if (fate != PacketFate::Whole)
            return failed(whyOf(fate), fate == PacketFate::Misshapen ? "a packet of another size" : "");
        if (packet.protocol != kDecoderProtocol)
            return failed(Why::Broken, "protocol " + std::to_string(packet.protocol));
        return packet;
    }

    /// What is said, then what is heard, to this question.
    template <typename Heard, typename Said>
    std::expected<Heard, FailedExchange> askedFor(const Said &said, std::uint32_t serial)
    {
        if (const auto sent = say(said); !sent)
            return std::unexpected(sent.error());
        auto heard = hear<Heard>();
        if (heard && heard->serial != serial)
            return failed(Why::Broken, "an answer to another question");
        return heard;
    }

private:
    milliseconds left() const
    {
        const auto left = std::chrono::ceil<milliseconds>(m_end - steady_clock::now());
        return std::max(left, milliseconds(0));
    }

    CagedChild &m_child;
    steady_clock::time_point m_end;
};

/// The decoder may go on writing there: nothing is looked at before it is ours.
std::expected<CopiedAnswer, FailedExchange> copied(const Handle &area, const DecoderReply &reply)
{
    const auto size = static_cast<std::size_t>(reply.pixelBytes + reply.messageBytes);
    const AreaView view(area, size, AreaView::Access::Read);
    if (!view.isOpen())
        return failed(Why::NoMemory, "view of " + std::to_string(size) + " bytes");
    try {
        auto bytes = std::make_shared_for_overwrite<std::byte[]>(size);
        std::memcpy(bytes.get(), view.bytes().data(), size);
        return CopiedAnswer{.bytes = std::move(bytes),
                            .pixelBytes = static_cast<std::size_t>(reply.pixelBytes),
                            .messageBytes = static_cast<std::size_t>(reply.messageBytes)};
    } catch (const std::bad_alloc &) {
        return failed(Why::NoMemory, std::to_string(size) + " bytes");
    }
}

} // namespace

std::expected<bool, FailedExchange> greeted(CagedChild &child, milliseconds patience)
{
    const auto hello = Conversation(child, patience).hear<DecoderHello>();
    if (!hello)
        return std::unexpected(hello.error());
    return hello->isCaged == 1;
}

std::expected<CopiedAnswer, FailedExchange> exchanged(CagedChild &child,
                                                      const DecoderRequest &request,
                                                      const Handle &file,
                                                      std::uint64_t mostPixels,
                                                      milliseconds patience)
{
    Conversation conversation(child, patience);
    HandedRequest question{.request = request,
                           .file = child.handOver(file, FILE_READ_DATA | FILE_READ_ATTRIBUTES)};
    if (question.file == 0 || !child.job().allowTime(patience + std::chrono::seconds(1)))
        return failed(Why::Ended, "error " + std::to_string(GetLastError()));
    const auto reply = conversation.askedFor<DecoderReply>(question, request.serial);
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->pixelBytes > mostPixels || reply->messageBytes == 0 || reply->messageBytes > kLargestMessage)
        return failed(Why::Broken,
                      std::to_string(reply->pixelBytes) + " and " + std::to_string(reply->messageBytes)
                          + " bytes");
    const Handle area = makeSharedArea(reply->pixelBytes + reply->messageBytes);
    if (!area.isOpen())
        return failed(Why::NoMemory, "error " + std::to_string(GetLastError()));
    const HandedArea handed{.serial = request.serial,
                            .area = child.handOver(area, FILE_MAP_READ | FILE_MAP_WRITE)};
    if (handed.area == 0)
        return failed(Why::Ended, "error " + std::to_string(GetLastError()));
    if (const auto filled = conversation.askedFor<AreaFilled>(handed, request.serial); !filled)
        return std::unexpected(filled.error());
    return copied(area, *reply);
}

} // namespace simiao::dicom
