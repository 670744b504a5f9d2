#include "integration/dicom/text.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kUtf8 = "ISO_IR 192"_L1;
constexpr auto kGb18030 = "GB18030"_L1;

bool isAscii(const QByteArray &bytes)
{
    return std::ranges::all_of(bytes,
                               [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\x1b'; });
}

CharacterSet setOf(DcmItem &item)
{
    const auto terms = QString::fromLatin1(rawText(item, DCM_SpecificCharacterSet));
    return CharacterSet(terms.isEmpty() ? QStringList() : terms.split(u'\\'));
}

/// All that is not ASCII are pairs in the rows of the GB 2312 ideographs, which accented letters hardly ever are.
bool looksLikeGb2312(const QByteArray &bytes)
{
    const auto code = [&](qsizetype i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
    };
    qsizetype pairs = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (code(i) < 0x80)
            continue;
        if (code(i) < 0xB0 || code(i) > 0xF7 || code(i + 1) < 0xA1)
            return false;
        ++pairs;
        ++i;
    }
    return pairs > 0;
}

/// Also without NUL in between, which no text of ours holds.
QString withoutPadding(QString text)
{
    text.replace(QChar(QChar::Null), u' ');
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isSpace())
        --end;
    return text.first(end);
}

bool isIdeographic(const QString &group)
{
    return std::ranges::any_of(group, [](QChar c) { return c.unicode() >= 0x2E80; });
}

/// Accented letters in a word, each for itself ("Müller"): with the letter behind it, such a byte is a character of GBK too.
bool looksWestern(const QByteArray &bytes)
{
    const auto isHigh = [&](qsizetype i) {
        return i >= 0 && i < bytes.size() && static_cast<unsigned char>(bytes[i]) >= 0x80;
    };
    const auto isLetter = [&](qsizetype i) { return i >= 0 && QChar::isLetter(char32_t(bytes[i]) & 0x7F); };
    bool isInWord = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!isHigh(i))
            continue;
        if (isHigh(i + 1))
            return false;
        isInWord = isInWord || (!isHigh(i - 1) && isLetter(i - 1));
    }
    return isInWord;
}

/// UTF-8 that is no pairs of GB 2312, or gives what somebody would write: letters of the West, or ideographs.
bool looksLikeUtf8(const QByteArray &bytes)
{
    const auto utf8 = fromUtf8(bytes);
    return utf8.isClean && (!looksLikeGb2312(bytes) || std::ranges::all_of(utf8.text, [](QChar c) {
               return c.unicode() < 0x180 || c.unicode() >= 0x2E80;
           }));
}

/// A text, and by which set it was read in place of the declared one.
struct Reading
{
    DecodedText decoded;
    QString guess = {};
};

Reading readingBy(const CharacterSet &set, const QByteArray &bytes)
{
    if (isAscii(bytes))
        return {{.text = QString::fromLatin1(bytes)}};
    auto declared = set.decode(bytes);
    if (declared.isClean || bytes.contains('\x1b'))
        return {std::move(declared)};
    if (auto utf8 = fromUtf8(bytes); utf8.isClean)
        return {std::move(utf8), kUtf8};
    if (auto chinese = fromGb18030(bytes); chinese.isClean && !looksWestern(bytes))
        return {std::move(chinese), kGb18030};
    return {std::move(declared)};
}

} // namespace

DatasetText::DatasetText(DcmItem &dataset, const QString &characterSet)
    : m_dataset(dataset)
    , m_isOverridden(!characterSet.isEmpty())
    , m_set(m_isOverridden ? CharacterSet(characterSet.split(u'\\')) : setOf(dataset))
{
}

QString DatasetText::at(const DcmTagKey &tag) const
{
    return of(m_dataset, tag);
}

QString DatasetText::of(DcmItem &item, const DcmTagKey &tag) const
{
    const bool hasOwn = &item != &m_dataset && !m_isOverridden && item.tagExists(DCM_SpecificCharacterSet);
    return textBy(hasOwn ? setOf(item) : m_set, rawText(item, tag));
}

QString DatasetText::decoded(const QByteArray &bytes) const
{
    return readingBy(m_set, bytes).decoded.text;
}

bool DatasetText::explains(const DcmTagKey &tag) const
{
    return readingBy(m_set, rawText(m_dataset, tag)).decoded.isClean;
}

QString DatasetText::likelier(const DcmTagKey &tag) const
{
    return likelierSet(m_set, rawText(m_dataset, tag));
}

QString DatasetText::guessed(const DcmTagKey &tag) const
{
    return readingBy(m_set, rawText(m_dataset, tag)).guess;
}

QString likelierSet(const CharacterSet &set, const QByteArray &bytes)
{
    if (isAscii(bytes) || !set.isWestern() || !set.decode(bytes).isClean)
        return {};
    if (looksLikeUtf8(bytes))
        return kUtf8;
    return looksLikeGb2312(bytes) ? QString(kGb18030) : QString();
}

QByteArray rawText(DcmItem &item, const DcmTagKey &tag)
{
    DcmElement *element = nullptr;
    if (item.findAndGetElement(tag, element).bad())
        return {};
    // The joined value: the toolkit would split at 0x5C, which may be half of a GB18030 character.
    char *text = nullptr;
    Uint32 length = 0;
    if (element->getString(text, length).good())
        return text != nullptr ? QByteArray(text, static_cast<qsizetype>(length)) : QByteArray();
    Uint8 *bytes = nullptr;
    if (element->getUint8Array(bytes).bad() || bytes == nullptr)
        return {};
    return {reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(element->getLength())};
}

QString textBy(const CharacterSet &set, const QByteArray &bytes)
{
    return withoutPadding(readingBy(set, bytes).decoded.text);
}

QString personName(const QString &pn)
{
    const auto groups = pn.split(u'=');
    const bool hasIdeographic = groups.size() > 1 && !groups[1].isEmpty();
    const QString &chosen = hasIdeographic ? groups[1] : groups[0];
    const QString separator = isIdeographic(chosen) ? QString() : u" "_s;
    return chosen.split(u'^', Qt::SkipEmptyParts).join(separator).trimmed();
}

} // namespace simiao::dicom
