#include "integration/dicom/worker/message_envelope.h"

#include "integration/dicom/worker/message_fields.h"

#include <algorithm>
#include <array>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

Error refusedMessage(const QString &detail)
{
    return {.kind = ErrorKind::Corrupt, .code = u"imaging.decoder-answer"_s, .detail = detail};
}

bool isDecoderCode(const QString &text)
{
    static constexpr std::array kAreas{"imaging."_L1, "deidentify."_L1, "presentation."_L1, "report."_L1,
                                       "waveform."_L1};
    const auto isPart = [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-' || c == u'.'; };
    return text.size() <= 64 && std::ranges::all_of(text, isPart)
        && std::ranges::any_of(kAreas, [&](QLatin1StringView area) { return text.startsWith(area); });
}

std::span<const std::byte> bytesOf(const QByteArray &message)
{
    return std::as_bytes(std::span(message.constData(), static_cast<std::size_t>(message.size())));
}

QByteArray errorMessage(const Error &error)
{
    MessageWriter writer;
    writer(false, error);
    return std::move(writer).bytes();
}

QByteArray contradictionMessage()
{
    return errorMessage({.kind = ErrorKind::Corrupt,
                         .code = u"imaging.file-damaged"_s,
                         .detail = u"the attributes contradict each other"_s});
}

Result<MessageReader> begunMessage(std::span<const std::byte> message)
{
    MessageReader reader(message);
    bool isGood = false;
    reader(isGood);
    if (isGood)
        return reader;
    Error error;
    reader(error);
    if (!reader.isWhole() || !isDecoderCode(error.code) || error.kind == ErrorKind::Cancelled)
        return refusedMessage(u"no error and no answer"_s);
    return error;
}

} // namespace simiao::dicom
