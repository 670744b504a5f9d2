#include "tour/condition.h"

#include <QRegularExpression>

namespace simiao::tour {

namespace {

const auto kIs = QStringLiteral("is");
const auto kMatches = QStringLiteral("matches");

QRegularExpression patternOf(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::DotMatchesEverythingOption);
}

Error invalid(const QString &detail)
{
    return {ErrorKind::Invalid, QStringLiteral("tour.condition"), detail};
}

} // namespace

bool Condition::holds(const QString &actual) const
{
    return isPattern ? patternOf(text).match(actual).hasMatch() : actual == text;
}

QString Condition::toString() const
{
    return QStringLiteral("%1 \"%2\"").arg(isPattern ? kMatches : kIs, text);
}

Result<Condition> parseCondition(const Json &json)
{
    const auto &exact = json[kIs];
    const auto &pattern = json[kMatches];
    if (exact.isString() == pattern.isString())
        return invalid(QStringLiteral("one of \"is\" and \"matches\" must hold a text"));
    if (exact.isString())
        return Condition{exact.toString(), false};
    const auto expression = patternOf(pattern.toString());
    if (!expression.isValid())
        return invalid(QStringLiteral("matches: %1").arg(expression.errorString()));
    return Condition{pattern.toString(), true};
}

void writeCondition(const Condition &condition, Json &object)
{
    object.insert(condition.isPattern ? kMatches : kIs, condition.text);
}

} // namespace simiao::tour
