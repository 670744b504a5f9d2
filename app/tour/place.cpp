#include "tour/place.h"

namespace simiao::tour {

using namespace Qt::StringLiterals;

Error Place::error(const QString &what) const
{
    return {ErrorKind::Invalid, u"tour.file"_s, path + u": "_s + what};
}

Result<QString> textAt(const Place &place)
{
    if (place.json.isString())
        return place.json.toString();
    if (place.json.isObject() && place.json[place.language].isString())
        return place.json[place.language].toString();
    return place.error(u"must be a text, or an object with a text for \"%1\""_s.arg(place.language));
}

Result<std::optional<int>> numberAt(const Place &place, int most)
{
    if (place.json.isNull())
        return std::optional<int>();
    const auto value = place.json.toInteger();
    if (!place.json.isNumber() || value < 0 || value > most)
        return place.error(u"must be a number from 0 to %1"_s.arg(most));
    return std::optional(int(value));
}

Result<void> onlyMembers(const Place &place, const QStringList &known)
{
    if (!place.json.isObject())
        return place.error(u"must be an object"_s);
    for (const auto &[key, value] : place.json.object()) {
        if (!known.contains(key))
            return place.error(u"\"%1\" is not known here"_s.arg(key));
    }
    return ok();
}

} // namespace simiao::tour
