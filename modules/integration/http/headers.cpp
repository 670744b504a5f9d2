#include "integration/http/headers.h"

#include <algorithm>
#include <cctype>

namespace simiao::http {

namespace {

/// RFC 9110 5.6.2.
bool isTokenCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isValueCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

} // namespace

QByteArray valueOf(const Headers &headers, QByteArrayView name)
{
    const auto found = std::ranges::find_if(headers, [name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value.trimmed();
}

bool appendLine(Headers &headers, QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    headers.push_back(
        {line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool isSendable(const Header &header)
{
    return !header.name.isEmpty() && std::ranges::all_of(header.name, isTokenCharacter)
        && std::ranges::all_of(header.value, isValueCharacter);
}

} // namespace simiao::http
