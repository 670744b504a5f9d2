#include "integration/fhir/identifier_reader.h"

#include "domain/administration/identity_number.h"
#include "integration/fhir/concept_reader.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using administration::Patient;

namespace {

/// WS/T 500: the object identifier of resident identity numbers.
const auto kIdentitySystem = "urn:oid:2.16.156.10011.1.3"_L1;
/// HL7 table 0203: national person identifier, China.
const auto kIdentityType = "NNCHN"_L1;

bool isIdentityNumber(const Identifier &identifier, const Coding &type)
{
    return identifier.system == kIdentitySystem || identifier.type == kIdentityType
        || type.display.contains(u"身份证"_s);
}

Result<QString> checkedIdentity(const QString &text, const Patient &patient, Date today)
{
    TRY(const auto identity, administration::parseIdentityNumber(text, today));
    if (identity.birthDate != patient.birthDate || identity.gender != patient.gender)
        return Error{ErrorKind::Invalid, u"patient.identity-disagrees"_s};
    return identity.text;
}

/// Why an identifier is left out; empty when it is not.
QString obstacle(const Identifier &identifier, const QString &use)
{
    if (identifier.value.isEmpty())
        return u"no value"_s;
    return use == "old"_L1 ? use : QString();
}

void keepIdentity(const Element &element, const QString &text, Date today, Patient &patient)
{
    const auto identity = checkedIdentity(text, patient, today);
    if (identity && patient.identityNumber.isEmpty())
        patient.identityNumber = *identity;
    else
        element.drop({}, RemarkCode::ValueNotKept,
                     identity ? u"one identity number is kept"_s : identity.error().code);
}

void keepForeign(const Identifier &identifier, Patient &patient)
{
    if (!patient.identifiers)
        patient.identifiers.emplace();
    patient.identifiers->push_back(identifier);
}

void readIdentifier(const Element &element, Date today, Patient &patient)
{
    const auto type = readConcept(element.member(u"type"_s));
    const Identifier identifier{type.isEmpty() ? type.display : type.code, element.text(u"system"_s),
                                element.text(u"value"_s).trimmed()};
    const QString left = obstacle(identifier, element.text(u"use"_s));
    if (!left.isEmpty())
        element.drop({}, RemarkCode::ValueNotKept, left);
    else if (isIdentityNumber(identifier, type))
        keepIdentity(element, identifier.value, today, patient);
    else
        keepForeign(identifier, patient);
}

} // namespace

void readIdentifiers(const Element &resource, Date today, Patient &patient)
{
    for (const auto &element : resource.list(u"identifier"_s))
        readIdentifier(element, today, patient);
}

} // namespace simiao::fhir
