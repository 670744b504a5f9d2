#pragma once

#include <QString>

namespace simiao::administration {

/// A person's name as it may hang on a wall: the family name and one star (张*, 欧阳*), however long the rest is; of a name
/// that is not written in Chinese the first letter of each word (J* S*). Never the whole name: of a single character only
/// the star is left.
/// \source  family names of two characters: 百家姓 and those in use today; general knowledge
/// \thread  any, pure
QString maskedName(const QString &name);

} // namespace simiao::administration
