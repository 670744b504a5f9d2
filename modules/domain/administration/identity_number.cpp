#include "domain/administration/identity_number.h"

namespace simiao::administration {

namespace {

constexpr qsizetype kLength = 18;

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

Error wrong(const QString &what, qsizetype position)
{
    return {ErrorKind::Invalid, QStringLiteral("identity.") + what, QString::number(position)};
}

qsizetype firstNonDigit(QStringView text, qsizetype count)
{
    qsizetype i = 0;
    while (i < count && isDigit(text[i]))
        ++i;
    return i;
}

} // namespace

QChar identityCheckCharacter(QStringView digits)
{
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static constexpr char characters[] = "10X98765432";
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += digits[i].digitValue() * weights[i];
    return QLatin1Char(characters[sum % 11]);
}

Result<IdentityNumber> parseIdentityNumber(const QString &input, Date today)
{
    const QString text = input.trimmed().toUpper();
    if (text.size() != kLength)
        return wrong(QStringLiteral("length"), text.size());
    const qsizetype digits = firstNonDigit(text, kLength);
    const bool endsInX = digits == kLength - 1 && text.back() == QLatin1Char('X');
    if (digits < kLength && !endsInX)
        return wrong(QStringLiteral("character"), digits + 1);
    const Date birth{QDate::fromString(text.mid(6, 8), QStringLiteral("yyyyMMdd"))};
    if (!birth.isValid() || today < birth || birth.day.year() < 1850)
        return wrong(QStringLiteral("birth-date"), 7);
    if (identityCheckCharacter(text) != text.back())
        return wrong(QStringLiteral("check-digit"), kLength);
    const bool isMale = text[16].digitValue() % 2 == 1;
    return IdentityNumber{text, text.left(6), birth, isMale ? Gender::Male : Gender::Female};
}

} // namespace simiao::administration
