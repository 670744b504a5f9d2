#include "integration/fhir/patient_reader.h"

#include "integration/fhir/contact_reader.h"
#include "integration/fhir/identifier_reader.h"
#include "integration/fhir/name_reader.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using administration::Confidentiality;
using administration::Gender;

namespace {

const auto kIncomplete = u"fhir.patient-incomplete"_s;

QString requiredName(const Element &resource)
{
    const QString name = readName(resource);
    if (name.isEmpty())
        resource.refuse(u"name"_s, kIncomplete);
    return name;
}

/// Patient.birthDate: YYYY and YYYY-MM are no date of birth here.
Date requiredBirthDate(const Element &resource, Date today)
{
    const auto date = Date::parse(resource.text(u"birthDate"_s)).value_or(Date{});
    if (!date.isValid() || today < date)
        resource.refuse(u"birthDate"_s, kIncomplete);
    return date;
}

Gender readGender(const Element &resource)
{
    const QString word = resource.text(u"gender"_s);
    const auto gender = fromCode<Gender>(word);
    if (!gender && !word.isEmpty())
        resource.remark(u"gender"_s, RemarkCode::ValueNotKept, word);
    return gender.value_or(Gender::Unknown);
}

/// Patient.meta.security: who may open the record without a reason.
std::optional<Confidentiality> readConfidentiality(const Element &resource)
{
    std::optional<Confidentiality> strictest;
    for (const auto &label : resource.member(u"meta"_s).list(u"security"_s)) {
        const QString code = label.text(u"code"_s);
        label.skip({u"system"_s, u"display"_s});
        const auto known = fromCode<Confidentiality>(code);
        if (known)
            strictest = strictest ? std::max(*strictest, *known) : *known;
        else
            label.drop({}, RemarkCode::ValueNotKept, code);
    }
    return strictest;
}

/// Patient.active: a record that was withdrawn there is no longer so here.
void remarkInactive(const Element &resource)
{
    if (resource.flag(u"active"_s) == false)
        resource.remark(u"active"_s, RemarkCode::ValueNotKept, u"false"_s);
}

} // namespace

administration::Patient readPatient(const Element &resource, Date today)
{
    administration::Patient patient;
    patient.name = requiredName(resource);
    patient.gender = readGender(resource);
    patient.birthDate = requiredBirthDate(resource, today);
    readIdentifiers(resource, today, patient);
    patient.phone = readPhone(resource);
    patient.address = readAddress(resource);
    patient.confidentiality = readConfidentiality(resource);
    remarkInactive(resource);
    return patient;
}

} // namespace simiao::fhir
