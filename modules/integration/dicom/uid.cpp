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

/// One more decimal digit at the end; false beyond 128 bits.
bool appendDigit(std::array<std::uint32_t, 4> &words, int digit)
{
    std::uint64_t carry = static_cast<std::uint64_t>(digit);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const std::uint64_t value = std::uint64_t{*word} * 10 + carry;
        *word = static_cast<std::uint32_t>(value);
        carry = value >> 32;
    }
    return carry == 0;
}

QUuid uuidOf(const std::array<std::uint32_t, 4> &words)
{
    QByteArray bytes;
    for (const auto word : words) {
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes.append(static_cast<char>(word >> shift));
    }
    return QUuid::fromRfc4122(bytes);
}

const QString kUuidArc = u"2.25."_s;

} // namespace

bool isUid(const QString &text)
{
    static const QRegularExpression shape(uR"(^(0|[1-9]\d*)(\.(0|[1-9]\d*))+$)"_s);
    return text.size() <= kLongestUid && shape.match(text).hasMatch();
}

bool isUsableUid(const QString &text)
{
    static const QRegularExpression shape(u"^(?=.*[A-Za-z0-9])[A-Za-z0-9._-]{1,64}$"_s);
    return !text.endsWith(u'\n') && shape.match(text).hasMatch();
}

QString derivedUid(const QString &root, const QString &part)
{
    const QString name = root + u'/' + part;
    return kUuidArc + decimal(QUuid::createUuidV5(QUuid(), name));
}

QString uidOfUuid(const QString &uuid)
{
    const auto parsed = QUuid::fromString(uuid);
    return parsed.isNull() ? QString() : kUuidArc + decimal(parsed);
}

QString uuidOfUid(const QString &uid)
{
    if (!isUid(uid) || !uid.startsWith(kUuidArc))
        return {};
    std::array<std::uint32_t, 4> words{};
    for (const QChar digit : uid.sliced(kUuidArc.size())) {
        if (!digit.isDigit() || !appendDigit(words, digit.digitValue()))
            return {};
    }
    return uuidOf(words).toString(QUuid::WithoutBraces);
}

} // namespace simiao::dicom
