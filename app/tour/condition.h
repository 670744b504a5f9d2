#pragma once

#include "core/json.h"

namespace simiao::tour {

/// What a text must be: exactly this, or a match of a regular expression anywhere in it.
struct Condition
{
    QString text;
    bool isPattern = false;

    bool operator==(const Condition &) const = default;
    bool holds(const QString &actual) const;
    /// `is "…"` or `matches "…"`, for reports.
    QString toString() const;
};

/// From the members `is` or `matches` of an object, one of which must be there.
/// \returns `tour.condition` (Invalid) when there is none, when there are both, or the pattern is none
Result<Condition> parseCondition(const Json &json);
/// The member and its value, to be put into an object.
void writeCondition(const Condition &condition, Json &object);

} // namespace simiao::tour
