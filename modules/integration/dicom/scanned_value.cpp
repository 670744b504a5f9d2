#include "integration/dicom/scanned_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace simiao::dicom {

namespace {

std::optional<double> decimal(QByteArrayView text)
{
    text = text.trimmed();
    if (text.startsWith('+'))
        text = text.sliced(1);
    double value = 0;
    const auto read = std::from_chars(text.begin(), text.end(), value);
    const bool isNumber = read.ec == std::errc() && read.ptr == text.end() && std::isfinite(value);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace

QString scannedCode(QByteArrayView value)
{
    const auto *end = std::find_if(value.begin(), value.end(), [](char c) { return c == '\\' || c == '\0'; });
    return QString::fromLatin1(value.first(end - value.begin())).trimmed();
}

std::vector<double> scannedNumbers(QByteArrayView value)
{
    constexpr std::size_t kOfAnOrientation = 6;
    std::vector<double> result;
    result.reserve(kOfAnOrientation);
    for (qsizetype end = 0; end >= 0; value = value.sliced(std::min(end + 1, value.size()))) {
        end = value.indexOf('\\');
        const auto number = decimal(end < 0 ? value : value.first(end));
        if (!number)
            return {};
        result.push_back(*number);
        if (end < 0)
            break;
    }
    return result;
}

std::optional<double> scannedNumber(QByteArrayView value)
{
    if (value.indexOf('\\') < 0)
        return decimal(value);
    const auto all = scannedNumbers(value);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

} // namespace simiao::dicom
