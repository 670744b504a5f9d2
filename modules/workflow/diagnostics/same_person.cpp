#include "workflow/diagnostics/same_person.h"

namespace simiao::workflow {

namespace {

bool isMaleAndFemale(const NamedPerson &a, const NamedPerson &b)
{
    return (a.sex == u"M" && b.sex == u"F") || (a.sex == u"F" && b.sex == u"M");
}

bool isAlike(const QString &a, const QString &b)
{
    return !a.isEmpty() && a == b;
}

} // namespace

NamedPerson personIn(const ImageSeries &series)
{
    return {series.patientId, series.patientName, series.patientBirthDate, series.patientSex};
}

bool isSamePerson(const NamedPerson &a, const NamedPerson &b)
{
    if (!a.isAnybody() && !b.isAnybody())
        return true;
    if (isMaleAndFemale(a, b))
        return false;
    const bool isName = isAlike(a.name, b.name);
    const bool isBirthDate = isAlike(a.birthDate, b.birthDate);
    if (isName && isBirthDate)
        return true;
    if (!isAlike(a.id, b.id))
        return false;
    // Numbers of two hospitals collide; a name may be written in letters and in characters.
    const bool isNothingElse =
        (a.name.isEmpty() || b.name.isEmpty()) && (a.birthDate.isEmpty() || b.birthDate.isEmpty());
    return isName || isBirthDate || isNothingElse;
}

} // namespace simiao::workflow
