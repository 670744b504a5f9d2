#include "terminology/pinyin.h"

#include "core/log.h"

#include <unicode/translit.h>

#include <memory>

namespace simiao::terminology {

namespace {

using Transliterator = std::unique_ptr<icu::Transliterator>;

Transliterator load(const char *id)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError position;
    Transliterator loaded(icu::Transliterator::createInstance(id, UTRANS_FORWARD, position, status));
    if (!loaded)
        log::warning(QStringLiteral("pinyin.unavailable: %1 %2")
                         .arg(QLatin1String(id), QLatin1String(u_errorName(status))));
    return loaded;
}

/// ICU's objects are costly to make and not thread-safe: one of each kind a thread.
const Transliterator &termReader()
{
    thread_local const auto reader = load("Han-Latin");
    return reader;
}

const Transliterator &nameReader()
{
    thread_local const auto reader = load("Han-Latin/Names");
    return reader;
}

/// "lǜ" is lv, "nüè" is nue: the letters an input method takes.
QString typedLetters(const QString &syllable)
{
    constexpr QChar kDiaeresis(0x0308);
    QString letters;
    for (const QChar c : syllable.normalized(QString::NormalizationForm_D).toLower()) {
        if (c == kDiaeresis && letters.endsWith(QLatin1Char('u')))
            letters.back() = QLatin1Char('v');
        else if (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            letters.append(c);
    }
    return letters.replace(QLatin1String("ve"), QLatin1String("ue"));
}

/// Syllables of a text of Chinese characters only; what has no reading is left out.
QStringList syllablesOf(const QString &characters, const icu::Transliterator &reader)
{
    icu::UnicodeString read(reinterpret_cast<const char16_t *>(characters.utf16()),
                            int32_t(characters.size()));
    reader.transliterate(read);
    QStringList syllables;
    for (const auto &syllable :
         QString(reinterpret_cast<const QChar *>(read.getBuffer()), read.length()).split(QLatin1Char(' ')))
        syllables.append(typedLetters(syllable));
    syllables.removeAll(QString());
    return syllables;
}

void append(const QStringList &syllables, PinyinKeys &keys)
{
    for (const auto &syllable : syllables) {
        keys.initials += syllable.front();
        keys.full += syllable;
    }
}

bool isChinese(QStringView character)
{
    return QChar::script(character.toUcs4().front()) == QChar::Script_Han;
}

/// Characters from `from` on that one pass of ICU reads together; empty when a plain letter stands there.
QString chineseRun(const QString &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size()) {
        const auto character =
            QStringView(text).sliced(end, text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1);
        if (!isChinese(character))
            break;
        end += character.size();
    }
    return text.sliced(from, end - from);
}

PinyinKeys keysOf(const QString &text, const Transliterator &reader)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC).toLower();
    PinyinKeys keys;
    for (qsizetype at = 0; at < plain.size();) {
        if (const auto run = chineseRun(plain, at); !run.isEmpty()) {
            if (reader)
                append(syllablesOf(run, *reader), keys);
            at += run.size();
            continue;
        }
        const QChar c = plain[at++];
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            append({QString(c)}, keys);
    }
    return keys;
}

} // namespace

PinyinKeys pinyinOf(const QString &text)
{
    return keysOf(text, termReader());
}

PinyinKeys pinyinOfName(const QString &name, const SurnameReadings &surnames)
{
    const QString surname = surnames.surnameOf(name);
    if (surname.isEmpty())
        return keysOf(name, nameReader());
    PinyinKeys keys;
    append(surnames.reading(surname), keys);
    const PinyinKeys given = keysOf(name.sliced(surname.size()), termReader());
    return {keys.initials + given.initials, keys.full + given.full};
}

} // namespace simiao::terminology
