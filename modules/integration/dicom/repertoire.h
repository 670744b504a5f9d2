#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>

namespace simiao::dicom {

/// A set of characters that stands in one half of the code table (PS3.3 C.12.1.1.2).
enum class Repertoire : quint8 {
    None,
    Ascii,
    Latin1,
    Latin2,
    Latin3,
    Latin4,
    Cyrillic,
    Arabic,
    Greek,
    Hebrew,
    Latin5,
    Latin9,
    Thai,
    JisRoman,
    JisKatakana,
    JisX0208,
    JisX0212,
    KsX1001,
    Gb2312,
};

/// Bytes of a character.
qsizetype widthOf(Repertoire repertoire);

/// A character of `repertoire`, its bytes in either half of the code table; nothing where it has none there.
std::optional<QString> characterOf(Repertoire repertoire, QByteArray bytes);

/// Opens the tables of all of them, for this thread.
void openAllRepertoires();

/// What a defined term puts into G0 and G1 (PS3.3 tables C.12-2 to C.12-4), by the number of its registration.
struct TermFacts
{
    int registration;
    Repertoire lower;
    Repertoire upper;
};

/// Of a term such as "ISO 2022 IR 100", "ISO_IR 100" or "ISO-IR_100": only the number at its end counts.
std::optional<TermFacts> termFacts(const QString &term);
/// That number; 0 where there is none.
int registrationOf(const QString &term);

/// An escape sequence without its ESC (PS3.3 tables C.12-3, C.12-4).
struct Escape
{
    std::string_view bytes;
    bool isUpper; ///< it goes into G1
    Repertoire repertoire;
};

/// The one that `rest` begins with.
std::optional<Escape> escapeAt(std::string_view rest);

} // namespace simiao::dicom
