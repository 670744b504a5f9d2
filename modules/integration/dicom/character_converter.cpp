#include "integration/dicom/character_converter.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <array>
#include <map>
#include <memory>
#include <string>

namespace simiao::dicom {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter opened(const char *table)
{
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(table, &error), &ucnv_close);
    if (converter)
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    return U_SUCCESS(error) ? std::move(converter) : Converter(nullptr, &ucnv_close);
}

/// Converters keep state, so each thread has its own.
UConverter *converterOf(const char *table)
{
    thread_local std::map<std::string, Converter> converters;
    auto found = converters.find(table);
    if (found == converters.end())
        found = converters.emplace(table, opened(table)).first;
    return found->second.get();
}

} // namespace

std::optional<QString> convertedCharacter(const char *table, QByteArrayView bytes)
{
    auto *converter = converterOf(table);
    if (converter == nullptr)
        return std::nullopt;
    std::array<UChar, 8> text;
    UErrorCode error = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter, text.data(), static_cast<int32_t>(text.size()), bytes.data(),
                                      static_cast<int32_t>(bytes.size()), &error);
    if (U_FAILURE(error) || length == 0)
        return std::nullopt;
    return QString(reinterpret_cast<const QChar *>(text.data()), length);
}

} // namespace simiao::dicom
