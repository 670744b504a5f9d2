#pragma once

#include "terminology/surname_readings.h"

namespace simiao::terminology {

/// How a Chinese text is typed in Latin letters; lower case, without tones and blanks. Letters and digits
/// that stand in the text are kept ("2型糖尿病": 2xtnb, 2xingtangniaobing); everything else is left out.
struct PinyinKeys
{
    QString initials; ///< first letter of each syllable
    QString full;     ///< ü is v (lv, nv), but ue after n and l (nue)

    bool operator==(const PinyinKeys &) const = default;
};

/// Reads the tables of ICU, which takes 200 ms once in a process; what is called before waits for it. Not on the GUI thread.
void loadPinyin();

/// Keys of a term: drugs, diagnoses, departments. About 7 µs for a character that was not read before.
PinyinKeys pinyinOf(const QString &text);

/// Keys of a person's name: its beginning is read as a surname (单 shan, 解 xie).
/// \param surnames  readings that go before those of ICU
PinyinKeys pinyinOfName(const QString &name, const SurnameReadings &surnames = {});

} // namespace simiao::terminology
