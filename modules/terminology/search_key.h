#pragma once

#include <QString>

#include <vector>

namespace simiao::terminology {

/// A form under which an entry is found. An entry may have several.
struct SearchKey
{
    QString text;  ///< as searchable() gives it
    int entry = 0; ///< position of the entry in its list
};

using SearchKeys = std::vector<SearchKey>;

/// The form in which keys and typed text are compared: Unicode NFKC (full-width letters become plain), case
/// folded, without blanks.
QString searchable(const QString &text);

} // namespace simiao::terminology
