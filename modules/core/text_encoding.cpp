#include "core/text_encoding.h"

#include <QByteArrayList>
#include <QStringDecoder>

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace simiao {

namespace {

struct CloseConverter
{
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};

std::optional<QString> fromUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    // A character cut off by the end of the file is no error yet for a decoder that could be given more.
    text += QString(decoder(QByteArray("\n")));
    if (decoder.hasError())
        return std::nullopt;
    return text.chopped(1);
}

std::optional<QString> fromGb18030(const QByteArray &bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("gb18030", &status));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QString text(bytes.size() + 1, Qt::Uninitialized);
    const int32_t length =
        ucnv_toUChars(converter.get(), reinterpret_cast<char16_t *>(text.data()), int32_t(text.size()),
                      bytes.constData(), int32_t(bytes.size()), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    return text.first(length);
}

bool isAscii(const QByteArray &line)
{
    return std::ranges::all_of(line, [](char byte) { return (byte & 0x80) == 0; });
}

/// UTF-8 beyond doubt: short words of GB18030 fit UTF-8 by chance, a run of three-byte characters does not.
bool isCertainlyUtf8(const QByteArray &line)
{
    constexpr int kEnough = 2;
    const auto text = fromUtf8(line);
    return text && std::ranges::count_if(*text, [](QChar c) { return c.unicode() >= 0x0800; }) >= kEnough;
}

Error atLine(const char *code, qsizetype line)
{
    return {ErrorKind::Invalid, QString::fromLatin1(code), QString::number(line + 1)};
}

/// Why a file that is not UTF-8 as a whole cannot be taken for GB18030 either; nothing when it can.
std::optional<Error> faultOf(const QByteArray &bytes, bool isGb18030)
{
    const QList<QByteArray> lines = bytes.split('\n');
    std::optional<bool> isUtf8Before;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (isAscii(lines[i]))
            continue;
        const bool isUtf8 = isCertainlyUtf8(lines[i]);
        if (!isUtf8 && fromUtf8(lines[i]))
            continue; // fits both, tells nothing
        if (!isUtf8 && !isGb18030 && !fromGb18030(lines[i]))
            return atLine("import.encoding", i);
        if (isUtf8Before && *isUtf8Before != isUtf8)
            return atLine("import.encoding-mixed", i);
        isUtf8Before = isUtf8;
    }
    return std::nullopt;
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return QStringLiteral("UTF-8");
    case TextEncoding::Gb18030: return QStringLiteral("GB18030");
    }
    return {};
}

Result<DecodedText> decodeText(const QByteArray &bytes)
{
    if (bytes.size() > kMostTextBytes)
        return Error{ErrorKind::Invalid, QStringLiteral("import.too-large"), QStringLiteral("64 MiB")};
    if (auto text = fromUtf8(bytes))
        return DecodedText{*std::move(text), TextEncoding::Utf8};
    auto text = fromGb18030(bytes);
    if (const auto fault = faultOf(bytes, text.has_value()))
        return *fault;
    if (text)
        return DecodedText{*std::move(text), TextEncoding::Gb18030};
    return atLine("import.encoding", bytes.count('\n'));
}

} // namespace simiao
