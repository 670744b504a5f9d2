#include "integration/dicom/repertoire.h"

#include "integration/dicom/character_converter.h"

#include <algorithm>
#include <array>

namespace simiao::dicom {

namespace {

/// How the characters of a repertoire are looked up.
struct RepertoireFacts
{
    Repertoire repertoire;
    int width;         ///< bytes of a character
    const char *table; ///< of ICU; with all high bits set, behind `prefix`
    const char *prefix = "";
};

constexpr std::array kRepertoires{
    RepertoireFacts{Repertoire::Latin1, 1, "ISO-8859-1"},
    RepertoireFacts{Repertoire::Latin2, 1, "ISO-8859-2"},
    RepertoireFacts{Repertoire::Latin3, 1, "ISO-8859-3"},
    RepertoireFacts{Repertoire::Latin4, 1, "ISO-8859-4"},
    RepertoireFacts{Repertoire::Cyrillic, 1, "ISO-8859-5"},
    RepertoireFacts{Repertoire::Arabic, 1, "ISO-8859-6"},
    RepertoireFacts{Repertoire::Greek, 1, "ISO-8859-7"},
    RepertoireFacts{Repertoire::Hebrew, 1, "ISO-8859-8"},
    RepertoireFacts{Repertoire::Latin5, 1, "ISO-8859-9"},
    RepertoireFacts{Repertoire::Latin9, 1, "ISO-8859-15"},
    RepertoireFacts{Repertoire::Thai, 1, "TIS-620"},
    RepertoireFacts{Repertoire::JisX0208, 2, "EUC-JP"},
    RepertoireFacts{Repertoire::JisX0212, 2, "EUC-JP", "\x8F"},
    RepertoireFacts{Repertoire::KsX1001, 2, "EUC-KR"},
    RepertoireFacts{Repertoire::Gb2312, 2, "gb18030"},
};

constexpr std::array kTerms{
    TermFacts{6, Repertoire::Ascii, Repertoire::None},
    TermFacts{100, Repertoire::Ascii, Repertoire::Latin1},
    TermFacts{101, Repertoire::Ascii, Repertoire::Latin2},
    TermFacts{109, Repertoire::Ascii, Repertoire::Latin3},
    TermFacts{110, Repertoire::Ascii, Repertoire::Latin4},
    TermFacts{144, Repertoire::Ascii, Repertoire::Cyrillic},
    TermFacts{127, Repertoire::Ascii, Repertoire::Arabic},
    TermFacts{126, Repertoire::Ascii, Repertoire::Greek},
    TermFacts{138, Repertoire::Ascii, Repertoire::Hebrew},
    TermFacts{148, Repertoire::Ascii, Repertoire::Latin5},
    TermFacts{203, Repertoire::Ascii, Repertoire::Latin9},
    TermFacts{166, Repertoire::Ascii, Repertoire::Thai},
    TermFacts{13, Repertoire::JisRoman, Repertoire::JisKatakana},
    TermFacts{14, Repertoire::JisRoman, Repertoire::None},
    TermFacts{87, Repertoire::JisX0208, Repertoire::None},
    TermFacts{159, Repertoire::JisX0212, Repertoire::None},
    TermFacts{149, Repertoire::None, Repertoire::KsX1001},
    TermFacts{58, Repertoire::None, Repertoire::Gb2312},
};

/// ESC $ @ is the JIS of 1978.
constexpr std::array kEscapes{
    Escape{"$(D", false, Repertoire::JisX0212},  Escape{"$)A", true, Repertoire::Gb2312},
    Escape{"$)C", true, Repertoire::KsX1001},    Escape{"(B", false, Repertoire::Ascii},
    Escape{"(J", false, Repertoire::JisRoman},   Escape{"(I", false, Repertoire::JisKatakana},
    Escape{")I", true, Repertoire::JisKatakana}, Escape{"$B", false, Repertoire::JisX0208},
    Escape{"$@", false, Repertoire::JisX0208},   Escape{"-A", true, Repertoire::Latin1},
    Escape{"-B", true, Repertoire::Latin2},      Escape{"-C", true, Repertoire::Latin3},
    Escape{"-D", true, Repertoire::Latin4},      Escape{"-L", true, Repertoire::Cyrillic},
    Escape{"-G", true, Repertoire::Arabic},      Escape{"-F", true, Repertoire::Greek},
    Escape{"-H", true, Repertoire::Hebrew},      Escape{"-M", true, Repertoire::Latin5},
    Escape{"-b", true, Repertoire::Latin9},      Escape{"-T", true, Repertoire::Thai},
};

const RepertoireFacts *factsOf(Repertoire repertoire)
{
    const auto found = std::ranges::find(kRepertoires, repertoire, &RepertoireFacts::repertoire);
    return found == kRepertoires.end() ? nullptr : &*found;
}

std::optional<QString> katakana(int low)
{
    return low >= 0x21 && low <= 0x5F ? std::optional(QString(QChar(0xFF40 + low))) : std::nullopt;
}

} // namespace

qsizetype widthOf(Repertoire repertoire)
{
    const auto *facts = factsOf(repertoire);
    return facts ? facts->width : 1;
}

std::optional<QString> characterOf(Repertoire repertoire, QByteArray bytes)
{
    const auto code = static_cast<unsigned char>(bytes.front());
    if (repertoire == Repertoire::None)
        return std::nullopt;
    if (repertoire == Repertoire::Ascii)
        return QString(QChar(code & 0x7F));
    if (repertoire == Repertoire::JisRoman)
        return QString(code == 0x7E ? QChar(0x203E) : QChar(code));
    if (repertoire == Repertoire::JisKatakana)
        return katakana(code & 0x7F);

    const auto *facts = factsOf(repertoire);
    for (auto &byte : bytes)
        byte = static_cast<char>(byte | 0x80);
    return convertedCharacter(facts->table, QByteArray(facts->prefix + bytes));
}

void openAllRepertoires()
{
    for (const auto &facts : kRepertoires)
        static_cast<void>(characterOf(facts.repertoire, QByteArray(facts.width, '\x21')));
}

int registrationOf(const QString &term)
{
    qsizetype digits = term.size();
    while (digits > 0 && term[digits - 1].isDigit())
        --digits;
    return term.contains(QLatin1String("IR")) ? term.mid(digits).toInt() : 0;
}

std::optional<TermFacts> termFacts(const QString &term)
{
    const auto found = std::ranges::find(kTerms, registrationOf(term), &TermFacts::registration);
    return found == kTerms.end() ? std::nullopt : std::optional(*found);
}

std::optional<Escape> escapeAt(std::string_view rest)
{
    const auto found = std::ranges::find_if(
        kEscapes, [rest](const Escape &escape) { return rest.starts_with(escape.bytes); });
    return found == kEscapes.end() ? std::nullopt : std::optional(*found);
}

} // namespace simiao::dicom
