#include "integration/dicomweb/media_type.h"

namespace simiao::dicomweb {

namespace {

/// The text up to `separator` outside quotes, which is taken from `rest`.
QByteArray takeUpTo(QByteArray &rest, char separator)
{
    bool isQuoted = false;
    qsizetype at = 0;
    for (; at < rest.size() && (isQuoted || rest[at] != separator); ++at) {
        if (isQuoted && rest[at] == '\\')
            ++at;
        else if (rest[at] == '"')
            isQuoted = !isQuoted;
    }
    const auto taken = rest.left(at).trimmed();
    rest.remove(0, std::min(at + 1, rest.size()));
    return taken;
}

QByteArray withoutQuotes(const QByteArray &value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
        return value;
    QByteArray plain;
    for (qsizetype at = 1; at < value.size() - 1; ++at) {
        if (value[at] == '\\' && at + 1 < value.size() - 1)
            ++at;
        plain += value[at];
    }
    return plain;
}

} // namespace

MediaType readMediaType(const QByteArray &header)
{
    QByteArray rest = header;
    MediaType read;
    read.type = takeUpTo(rest, ';').toLower();
    while (!rest.isEmpty()) {
        auto value = takeUpTo(rest, ';');
        const auto name = takeUpTo(value, '=').toLower();
        if (!name.isEmpty())
            read.parameters.insert(name, withoutQuotes(value.trimmed()));
    }
    return read;
}

} // namespace simiao::dicomweb
