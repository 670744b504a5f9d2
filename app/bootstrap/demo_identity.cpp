#include "bootstrap/demo_identity.h"

#include "domain/administration/identity_number.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using administration::Gender;
using administration::Patient;
using administration::Payer;

namespace {

constexpr int kFirstMrn = 101'001; ///< registration begins with 2
constexpr int kPercentFemale = 51;
constexpr int kAdultYears = 18;
constexpr int kDaysWithoutNumber = 60;

struct AgeBand
{
    int from;
    int to;
};

const std::vector<Weighted<AgeBand>> &ageBands()
{
    static const std::vector<Weighted<AgeBand>> bands{
        {{0, 4}, 4},    {{5, 17}, 8},   {{18, 29}, 14}, {{30, 44}, 22},
        {{45, 59}, 24}, {{60, 74}, 19}, {{75, 89}, 8},  {{90, 95}, 1},
    };
    return bands;
}

} // namespace

QString inventName(const PeopleMaterial &material, Gender gender, Dice &dice)
{
    const auto &last = gender == Gender::Male ? material.maleCharacters : material.femaleCharacters;
    QString name = dice.oneOf(material.surnames);
    name += dice.oneOf(material.neutralCharacters);
    name += dice.oneOf(last);
    return name;
}

Date inventBirthDate(Date today, Dice &dice)
{
    const auto band = dice.oneOf(ageBands());
    const int years = dice.between(band.from, band.to);
    const int days = dice.between(years == 0 ? kDaysWithoutNumber : 0, 364);
    return Date{today.day.addYears(-years).addDays(-days)};
}

QString inventIdentityNumber(const PeopleMaterial &material, int index, Gender gender, Date birthDate)
{
    // Each index has a county and, in it, an even and an odd number of its own: no two people share one.
    const int counties = int(material.countyCodes.size());
    const int pair = 2 * (index / counties + 1);
    const QString digits = material.countyCodes[std::size_t(index % counties)]
        + birthDate.day.toString(u"yyyyMMdd"_s)
        + u"%1"_s.arg(gender == Gender::Male ? pair + 1 : pair, 3, 10, QChar(u'0'));
    return digits + administration::identityCheckCharacter(digits);
}

QString inventPhone(const PeopleMaterial &material, Dice &dice)
{
    const QString prefix = dice.oneOf(material.phonePrefixes);
    return prefix + u"%1"_s.arg(dice.below(100'000'000), 8, 10, QChar(u'0'));
}

QString inventAddress(const PeopleMaterial &material, Dice &dice)
{
    QString address = u"演示市"_s + dice.oneOf(material.districts);
    address += dice.oneOf(material.streets);
    address += u"%1号"_s.arg(dice.between(1, 199));
    return address;
}

Payer inventPayer(int years, Dice &dice)
{
    static const std::vector<Weighted<Payer>> adults{
        {Payer::UrbanEmployee, 55}, {Payer::Resident, 33}, {Payer::SelfPay, 12}};
    static const std::vector<Weighted<Payer>> minors{{Payer::Resident, 85}, {Payer::SelfPay, 15}};
    return dice.oneOf(years < kAdultYears ? minors : adults);
}

Patient inventPatient(const PeopleSource &source, int index, Dice &dice)
{
    const auto &material = source.material;
    Patient patient;
    patient.id = dice.newId<Patient>();
    patient.mrn = QString::number(kFirstMrn + index);
    patient.gender = dice.happens(kPercentFemale) ? Gender::Female : Gender::Male;
    patient.name = inventName(material, patient.gender, dice);
    const auto keys = source.nameKeys(patient.name);
    patient.nameInitials = keys.initials;
    patient.namePinyin = keys.pinyin;
    patient.birthDate = inventBirthDate(source.today, dice);
    patient.identityNumber = inventIdentityNumber(material, index, patient.gender, patient.birthDate);
    patient.phone = inventPhone(material, dice);
    patient.address = inventAddress(material, dice);
    patient.payer = inventPayer(yearsOld(patient.birthDate, source.today), dice);
    return patient;
}

} // namespace simiao::bootstrap
