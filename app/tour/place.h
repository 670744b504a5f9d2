#pragma once

#include "core/json.h"

#include <QStringList>

#include <optional>

namespace simiao::tour {

/// A value of the file, where it stands, and the language it is read in.
struct Place
{
    const Json &json;
    QString path;
    QString language;

    Place operator[](const QString &key) const { return {json[key], path + u'.' + key, language}; }
    /// Invalid `tour.file`: the place and `what` is wrong there.
    Error error(const QString &what) const;
};

/// The text there: a string, or the member for the place's language.
Result<QString> textAt(const Place &place);
/// A whole number from 0 to `most`; nothing when there is none.
Result<std::optional<int>> numberAt(const Place &place, int most);
/// Refuses what is no object, and members that are not `known`: a mistyped one would test nothing.
Result<void> onlyMembers(const Place &place, const QStringList &known);

} // namespace simiao::tour
