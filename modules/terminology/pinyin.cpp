#include "terminology/pinyin.h"

#include "core/log.h"

#include <QHash>

#include <unicode/translit.h>

#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>

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

/// ICU's objects are costly to make and not thread-safe: one of each kind a process, and one thread at a time.
class Reader
{
public:
    explicit Reader(const char *id)
        : m_icu(load(id))
    {
    }

    /// Latin letters with tones, a blank between syllables; empty when ICU has no such reading.
    QString read(const QString &characters) const
    {
        if (!m_icu)
            return {};
        icu::UnicodeString text(reinterpret_cast<const char16_t *>(characters.utf16()),
                                int32_t(characters.size()));
        const std::scoped_lock lock(m_mutex);
        m_icu->transliterate(text);
        return QString(reinterpret_cast<const QChar *>(text.getBuffer()), text.length());
    }

private:
    Transliterator m_icu;
    mutable std::mutex m_mutex;
};

const Reader &termReader()
{
    static const Reader reader("Han-Latin");
    return reader;
}

const Reader &nameReader()
{
    static const Reader reader("Han-Latin/Names");
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
QStringList syllablesOf(const QString &characters, const Reader &reader)
{
    QStringList syllables;
    for (const auto &syllable : reader.read(characters).split(QLatin1Char(' ')))
        syllables.append(typedLetters(syllable));
    syllables.removeAll(QString());
    return syllables;
}

/// A term is read as its characters are, and a hospital's terms are made of few thousand: each is asked for once.
class TermSyllables
{
public:
    QStringList of(const QString &character)
    {
        if (const auto known = find(character))
            return *known;
        const auto syllables = syllablesOf(character, termReader());
        const std::scoped_lock lock(m_mutex);
        return *m_known.insert(character, syllables);
    }

private:
    std::optional<QStringList> find(const QString &character) const
    {
        const std::shared_lock lock(m_mutex);
        const auto known = m_known.constFind(character);
        return known == m_known.constEnd() ? std::nullopt : std::optional(*known);
    }

    QHash<QString, QStringList> m_known;
    mutable std::shared_mutex m_mutex;
};

/// Syllables of a run of Chinese characters.
using Reading = QStringList (*)(const QString &run);

QStringList readAsTerm(const QString &run)
{
    static TermSyllables known;
    QStringList syllables;
    for (qsizetype at = 0; at < run.size();) {
        const qsizetype length = run[at].isHighSurrogate() ? 2 : 1;
        syllables += known.of(run.sliced(at, length));
        at += length;
    }
    return syllables;
}

/// The first characters are a surname, which has a reading of its own.
QStringList readAsName(const QString &run)
{
    return syllablesOf(run, nameReader());
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

PinyinKeys keysOf(const QString &text, Reading read)
{
    const QString plain = text.normalized(QString::NormalizationForm_KC).toLower();
    PinyinKeys keys;
    for (qsizetype at = 0; at < plain.size();) {
        if (const auto run = chineseRun(plain, at); !run.isEmpty()) {
            append(read(run), keys);
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

void loadPinyin()
{
    static_cast<void>(termReader());
    static_cast<void>(nameReader());
}

PinyinKeys pinyinOf(const QString &text)
{
    return keysOf(text, readAsTerm);
}

PinyinKeys pinyinOfName(const QString &name, const SurnameReadings &surnames)
{
    const QString surname = surnames.surnameOf(name);
    if (surname.isEmpty())
        return keysOf(name, readAsName);
    PinyinKeys keys;
    append(surnames.reading(surname), keys);
    const PinyinKeys given = keysOf(name.sliced(surname.size()), readAsTerm);
    return {keys.initials + given.initials, keys.full + given.full};
}

} // namespace simiao::terminology
