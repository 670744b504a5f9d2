#pragma once

#include "core/result.h"

#include <QString>

namespace simiao::tour {

/// What a person would read there: the property as text. An object is a widget by its object name, of several one that
/// is visible, else the action with this command id.
///
/// Besides Qt properties: `text` of a text editor; of a list or table `count` (rows), `current` and `rows` (text of the
/// current row, of all rows, one a line; cells joined by a blank); of the object `app`, `focus` (name of what has the
/// focus). `visible` of something that does not exist is "false".
/// \returns `tour.object` or `tour.property` (NotFound)
Result<QString> readProperty(const QString &name, const QString &property);

/// For a person who writes a tour: what has the focus, where it stands, and what can be read there.
QString focusDescription();

} // namespace simiao::tour
