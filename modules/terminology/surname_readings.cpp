#include "terminology/surname_readings.h"

#include "core/json.h"
#include "core/try.h"

namespace simiao::terminology {

namespace {

constexpr qsizetype kLongestSurname = 4;

} // namespace

Result<SurnameReadings> SurnameReadings::parse(const QByteArray &json)
{
    TRY(const auto file, Json::parse(json));
    const auto &entries = file[QStringLiteral("surnames")].array();
    SurnameReadings readings;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto surname = entries[i][QStringLiteral("surname")].toString();
        const auto syllables =
            entries[i][QStringLiteral("pinyin")].toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (surname.isEmpty() || surname.size() > kLongestSurname || syllables.size() != surname.size())
            return Error{ErrorKind::Invalid, QStringLiteral("surnames.shape"),
                         QStringLiteral("surnames[%1]").arg(i)};
        readings.m_readings.insert(surname, syllables);
    }
    return readings;
}

QString SurnameReadings::surnameOf(const QString &name) const
{
    for (qsizetype length = std::min(kLongestSurname, name.size()); length > 0; --length) {
        if (m_readings.contains(name.first(length)))
            return name.first(length);
    }
    return {};
}

} // namespace simiao::terminology
