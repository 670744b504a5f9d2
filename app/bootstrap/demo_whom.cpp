#include "bootstrap/demo_whom.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

bool Whom::includes(administration::Gender gender, int years) const
{
    return (!sex || *sex == gender) && fromYears <= years && years <= toYears;
}

Result<Whom> readWhom(const JsonPlace &place)
{
    Whom whom;
    TRY(const auto sex, place.text(u"sex"_s));
    if (sex != "any"_L1) {
        TRY(whom.sex, place.code<administration::Gender>(u"sex"_s));
    }
    TRY(whom.fromYears, place.integer(u"fromAge"_s));
    if (!place.isNull(u"toAge"_s)) {
        TRY(whom.toYears, place.integer(u"toAge"_s));
    }
    return whom;
}

int yearsOld(Date birthDate, Date day)
{
    return ageOn(birthDate, day).value_or(Age{}).years;
}

} // namespace simiao::bootstrap
