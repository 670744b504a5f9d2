#include "core/text_encoding.h"

#include <QStringDecoder>

#include <unicode/ucnv.h>

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
    if (auto text = fromUtf8(bytes))
        return DecodedText{*std::move(text), TextEncoding::Utf8};
    if (auto text = fromGb18030(bytes))
        return DecodedText{*std::move(text), TextEncoding::Gb18030};
    return Error{ErrorKind::Invalid, QStringLiteral("import.encoding")};
}

} // namespace simiao
