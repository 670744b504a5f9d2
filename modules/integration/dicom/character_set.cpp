#include "integration/dicom/character_set.h"

#include "integration/dicom/character_converter.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace simiao::dicom {

namespace {

constexpr char kEscape = '\x1b';

/// Reads a text whose sets are switched by escape sequences.
class Switching
{
public:
    Switching(Repertoire lower, Repertoire upper, Repertoire fallbackUpper, QByteArrayView delimiters)
        : m_firstLower(lower)
        , m_firstUpper(upper)
        , m_lastUpper(fallbackUpper)
        , m_delimiters(delimiters)
    {
        begin();
    }

    DecodedText read(const QByteArray &bytes)
    {
        for (m_at = 0; m_at < bytes.size();)
            step(bytes);
        return std::move(m_result);
    }

private:
    void begin()
    {
        m_lower = m_firstLower;
        m_upper = m_firstUpper;
    }

    void step(const QByteArray &bytes)
    {
        const auto code = static_cast<unsigned char>(bytes[m_at]);
        if (bytes[m_at] == kEscape)
            return switchSet(bytes);
        if (code <= 0x20 || (code < 0x80 && widthOf(m_lower) == 1))
            return takeLow(bytes[m_at]);
        if (code < 0x80)
            return take(m_lower, bytes);
        take(m_upper == Repertoire::None ? m_lastUpper : m_upper, bytes);
    }

    void takeLow(char c)
    {
        const bool isControl = static_cast<unsigned char>(c) < 0x20;
        const auto set = isControl || c == ' ' ? Repertoire::Ascii : m_lower;
        if (const auto character = characterOf(set, QByteArray(1, c)))
            m_result.text += *character;
        else
            keep(c);
        ++m_at;
        if (isControl || m_delimiters.contains(c))
            begin();
    }

    void take(Repertoire set, const QByteArray &bytes)
    {
        const auto character = m_at + widthOf(set) <= bytes.size()
            ? characterOf(set, bytes.mid(m_at, widthOf(set)))
            : std::nullopt;
        if (!character) {
            keep(bytes[m_at++]);
            return;
        }
        m_result.text += *character;
        m_at += widthOf(set);
    }

    void switchSet(const QByteArray &bytes)
    {
        const std::string_view rest(bytes.constData() + m_at + 1, std::size_t(bytes.size() - m_at - 1));
        const auto found = escapeAt(rest);
        if (!found) {
            keep(bytes[m_at++]);
            return;
        }
        (found->isUpper ? m_upper : m_lower) = found->repertoire;
        if (found->isUpper)
            m_lastUpper = found->repertoire;
        m_at += 1 + static_cast<qsizetype>(found->bytes.size());
    }

    void keep(char c)
    {
        m_result.text += QLatin1Char(c);
        m_result.isClean = false;
    }

    Repertoire m_firstLower;
    Repertoire m_firstUpper;
    Repertoire m_lower = Repertoire::Ascii;
    Repertoire m_upper = Repertoire::None;
    Repertoire m_lastUpper;
    QByteArrayView m_delimiters;
    qsizetype m_at = 0;
    DecodedText m_result;
};

/// Bytes of the character at `at` by the lead byte's rule, at least 1.
using Length = qsizetype (*)(const QByteArray &bytes, qsizetype at);

qsizetype lengthInUtf8(const QByteArray &bytes, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

qsizetype lengthInGb18030(const QByteArray &bytes, qsizetype at)
{
    if (static_cast<unsigned char>(bytes[at]) < 0x80 || at + 1 >= bytes.size())
        return 1;
    const char second = bytes[at + 1];
    return second >= '0' && second <= '9' ? 4 : 2;
}

DecodedText readWhole(const QByteArray &bytes, const char *table, Length lengthAt)
{
    DecodedText result;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto length = lengthAt(bytes, at);
        const auto character = static_cast<unsigned char>(bytes[at]) < 0x80
            ? std::optional(QString(QLatin1Char(bytes[at])))
            : at + length <= bytes.size() ? convertedCharacter(table, bytes.mid(at, length))
                                          : std::nullopt;
        result.text += character.value_or(QString(QLatin1Char(bytes[at])));
        result.isClean = result.isClean && character.has_value();
        at += character ? length : 1;
    }
    return result;
}

} // namespace

CharacterSet::CharacterSet(const QStringList &terms)
{
    for (qsizetype i = 0; i < terms.size(); ++i)
        take(terms[i].trimmed().toUpper(), i == 0);
}

void CharacterSet::take(const QString &term, bool isFirst)
{
    if (term.isEmpty())
        return;
    m_isDeclared = true;
    const int registration = registrationOf(term);
    if (registration == 192 || term == QLatin1String("UTF-8") || term == QLatin1String("UTF8")) {
        m_whole = Whole::Utf8;
        return;
    }
    if (term.startsWith(QLatin1String("GB"))) {
        m_whole = Whole::Gb18030;
        return;
    }
    const auto facts = termFacts(term);
    if (!facts) {
        m_isKnown = false;
        return;
    }
    // Double-byte sets are never there from the beginning: they are switched to (PS3.5 6.1.2.5.4).
    if (isFirst && widthOf(facts->lower) == 1 && facts->lower != Repertoire::None)
        m_lower = facts->lower;
    if (isFirst && widthOf(facts->upper) == 1)
        m_upper = facts->upper;
    if (facts->upper != Repertoire::None)
        m_fallbackUpper = facts->upper;
}

DecodedText CharacterSet::decode(const QByteArray &bytes, QByteArrayView delimiters) const
{
    switch (m_whole) {
    case Whole::Utf8: return fromUtf8(bytes);
    case Whole::Gb18030: return fromGb18030(bytes);
    case Whole::No: break;
    }
    return Switching(m_lower, m_upper, m_fallbackUpper, delimiters).read(bytes);
}

DecodedText fromGb18030(const QByteArray &bytes)
{
    return readWhole(bytes, "gb18030", lengthInGb18030);
}

DecodedText fromUtf8(const QByteArray &bytes)
{
    constexpr QByteArrayView kMark(
        "\xEF\xBB\xBF"); // of the byte order: says that this is UTF-8, and is no part of the text
    return readWhole(bytes.startsWith(kMark) ? bytes.sliced(kMark.size()) : bytes, "UTF-8", lengthInUtf8);
}

} // namespace simiao::dicom
