#include "integration/dicom/uid.h"

#include <QRegularExpression>
#include <QUuid>

#include <array>
#include <cstdint>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestUid = 64;

/// Schoolbook division of a 128-bit number by ten, in words of 32 bits.
int takeLastDigit(std::array<std::uint32_t, 4> &words)
{
    std::uint64_t remainder = 0;
    for (auto &word : words) {
        const std::uint64_t value = (remainder << 32) | word;
        word = static_cast<std::uint32_t>(value / 10);
        remainder = value % 10;
    }
    return static_cast<int>(remainder);
}

QString decimal(const QUuid &uuid)
{
    const QByteArray bytes = uuid.toRfc4122();
    std::array<std::uint32_t, 4> words{};
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        auto &word = words[static_cast<std::size_t>(i / 4)];
        word = (word << 8) | static_cast<std::uint8_t>(bytes[i]);
    }
    QString digits;
    while (words != std::array<std::uint32_t, 4>{})
        digits.prepend(QChar(u'0' + takeLastDigit(words)));
    return digits;
}

} // namespace

bool isUid(const QString &text)
{
    static const QRegularExpression shape(uR"(^(0|[1-9]\d*)(\.(0|[1-9]\d*))+$)"_s);
    return text.size() <= kLongestUid && shape.match(text).hasMatch();
}

QString derivedUid(const QString &root, const QString &part)
{
    const QString name = root + u'/' + part;
    return u"2.25."_s + decimal(QUuid::createUuidV5(QUuid(), name));
}

} // namespace simiao::dicom
