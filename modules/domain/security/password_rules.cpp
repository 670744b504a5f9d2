#include "domain/security/password_rules.h"

#include "core/json.h"
#include "core/text.h"
#include "core/try.h"

#include <algorithm>
#include <set>

namespace simiao::security {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kDaySeconds = 86'400;

Error refused(const QString &reason, const QString &detail = {})
{
    return {ErrorKind::Invalid, u"password."_s + reason, detail};
}

enum class CharacterKind { Lower, Upper, Digit, Other };

CharacterKind kindOf(QChar character)
{
    if (character.isLower())
        return CharacterKind::Lower;
    if (character.isUpper())
        return CharacterKind::Upper;
    return character.isDigit() ? CharacterKind::Digit : CharacterKind::Other;
}

std::size_t countKinds(const QString &text)
{
    std::set<CharacterKind> kinds;
    for (const auto character : text)
        kinds.insert(kindOf(character));
    return kinds.size();
}

int longestRun(const QString &text)
{
    int longest = 0;
    int run = 0;
    QChar previous;
    for (const auto character : text) {
        run = run > 0 && character == previous ? run + 1 : 1;
        longest = std::max(longest, run);
        previous = character;
    }
    return longest;
}

/// "Password2026" is as common as "password".
QString withoutTrailingDigits(QString text)
{
    while (!text.isEmpty() && text.back().isDigit())
        text.chop(1);
    return text;
}

Result<int> readCount(const Json &json, const QString &key)
{
    if (!json[key].isNumber() || json[key].toInteger() < 0)
        return Error{ErrorKind::Invalid, u"passwords.shape"_s, key};
    return int(json[key].toInteger());
}

} // namespace

Result<void> PasswordRules::check(const QString &password, const QString &loginName) const
{
    TRY_VOID(checkedText(password));
    const QString lower = password.toLower();
    if (password.size() < shortest)
        return refused(u"short"_s, QString::number(shortest));
    if (countKinds(password) < std::size_t(fewestKinds))
        return refused(u"kinds"_s, QString::number(fewestKinds));
    if (longestRun(password) > longestSame)
        return refused(u"repeated"_s, QString::number(longestSame));
    if (!loginName.isEmpty() && lower.contains(loginName.toLower()))
        return refused(u"login-name"_s);
    if (forbidden.contains(lower) || forbidden.contains(withoutTrailingDigits(lower)))
        return refused(u"common"_s);
    return ok();
}

bool PasswordRules::isExpired(std::optional<Instant> changedAt, Instant now) const
{
    if (!changedAt)
        return true;
    return maximumAgeDays > 0 && changedAt->plusSeconds(maximumAgeDays * kDaySeconds) < now;
}

Result<PasswordRules> PasswordRules::parse(const QByteArray &bytes)
{
    TRY(const auto json, Json::parse(bytes));
    PasswordRules rules;
    TRY(rules.shortest, readCount(json, u"shortest"_s));
    TRY(rules.fewestKinds, readCount(json, u"fewestKinds"_s));
    TRY(rules.longestSame, readCount(json, u"longestSame"_s));
    TRY(rules.maximumAgeDays, readCount(json, u"maximumAgeDays"_s));
    for (const auto &word : json[u"forbidden"_s].array())
        rules.forbidden.append(word.toString().toLower());
    return rules;
}

} // namespace simiao::security
