#pragma once

#include "core/result.h"

#include <QKeyCombination>
#include <QString>

namespace simiao::tour {

/// The key with its modifiers that a text such as "Ctrl+F", "Shift+Tab", "Alt+1" or "Enter" names (the portable names
/// of QKeySequence; Enter is the main one). \returns `tour.key` (Invalid) with the text when it names none
Result<QKeyCombination> parseKey(const QString &text);

/// The text the key types: a letter, a control character, or nothing.
QString keyText(QKeyCombination key);

/// The key that types an ASCII character, as on a US keyboard.
QKeyCombination keyFor(char16_t character);

} // namespace simiao::tour
