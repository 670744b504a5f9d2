#include "bootstrap/demo_hospital.h"
#include "bootstrap/demo_study.h"
#include "bootstrap/json_place.h"
#include "bootstrap/resources.h"

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using administration::Patient;
using clinical::AllergyIntolerance;
using diagnostics::Observation;

namespace {

Result<Patient> readPatient(const JsonPlace &place, const DemoMaker &maker)
{
    Patient patient;
    patient.id = maker.newId<Patient>();
    TRY(patient.mrn, place.text(u"mrn"_s));
    TRY(patient.name, place.text(u"name"_s));
    TRY(patient.gender, place.code<administration::Gender>(u"sex"_s));
    TRY(const auto birthDate, place.text(u"birthDate"_s));
    TRY(patient.birthDate, Date::parse(birthDate));
    TRY(const auto idType, place.optionalText(u"idType"_s));
    if (idType == "resident-identity-card"_L1) {
        TRY(patient.identityNumber, place.text(u"idNumber"_s));
    }
    TRY(patient.phone, place.optionalText(u"phone"_s));
    TRY(patient.address, place.optionalText(u"address"_s));
    TRY(patient.payer, place.code<administration::Payer>(u"payer"_s));
    TRY(patient.allergyStatus, place.code<administration::AllergyStatus>(u"allergyStatus"_s));
    const auto keys = maker.nameKeys(patient.name);
    patient.nameInitials = keys.initials;
    patient.namePinyin = keys.pinyin;
    return patient;
}

Result<AllergyIntolerance> readAllergy(const JsonPlace &place, Id<Patient> patient, const DemoMaker &maker)
{
    AllergyIntolerance allergy;
    allergy.id = maker.newId<AllergyIntolerance>();
    allergy.patient = patient;
    TRY(const auto substance, place.localText(u"substance"_s));
    allergy.substance = substance.zh;
    allergy.substanceEn = substance.en;
    TRY(allergy.substanceClass, place.optionalText(u"class"_s));
    TRY(allergy.criticality, place.code<clinical::Criticality>(u"criticality"_s));
    TRY(allergy.reaction, place.member(u"reaction"_s).text(u"code"_s));
    return allergy;
}

/// The weight, where one is known.
Result<std::vector<Observation>> readWeight(const JsonPlace &place,
                                            Id<Patient> patient,
                                            const DemoMaker &maker)
{
    TRY(const auto kilograms, place.optionalDecimal(u"weightKg"_s));
    if (!kilograms)
        return std::vector<Observation>();
    Observation weight;
    weight.id = maker.newId<Observation>();
    weight.patient = patient;
    weight.code = {QString(codesystem::kLoinc), QString(diagnostics::kBodyWeight), u"体重"_s};
    weight.value = {*kilograms, u"kg"_s};
    weight.effective = maker.clock->now();
    return std::vector{weight};
}

/// Latin letters and characters, as DICOM writes a Chinese name: Zhang^Wei=张^伟.
Result<QString> dicomName(const JsonPlace &place)
{
    TRY(const auto latin, place.text(u"nameLatin"_s));
    TRY(const auto family, place.text(u"familyName"_s));
    TRY(const auto given, place.text(u"givenName"_s));
    return u"%1=%2^%3"_s.arg(QString(latin).replace(u' ', u'^'), family, given);
}

Result<DemoStudy> readStudy(const JsonPlace &place, const Patient &patient, const DemoMaker &maker)
{
    const auto phantom = place.member(u"phantomStudy"_s);
    DemoStudy study;
    TRY(study.order.patientName, dicomName(place));
    TRY(const auto daysAgo, phantom.integer(u"daysAgo"_s));
    TRY(study.order.slices, phantom.integer(u"slices"_s));
    TRY(const auto seed, phantom.integer(u"seed"_s));
    TRY(study.row.description, phantom.text(u"description"_s));
    study.order.studyDate = maker.clock->today().plusDays(-daysAgo).toIso();
    study.order.seed = std::uint32_t(seed);
    const auto uid = Uuid::v7(*maker.clock, *maker.rng);
    study.row.id = maker.newId<diagnostics::ImagingStudy>();
    completeStudy(study, patient, maker.imagesFolder, uid);
    return study;
}

Result<void> readPerson(const JsonPlace &place, const DemoMaker &maker, DemoPatients &people)
{
    TRY(const auto code, place.text(u"code"_s));
    TRY(const auto patient, readPatient(place, maker));
    TRY(const auto allergies, readList<AllergyIntolerance>(place, u"allergies"_s, [&](const JsonPlace &item) {
            return readAllergy(item, patient.id, maker);
        }));
    TRY(const auto weight, readWeight(place, patient.id, maker));
    if (!place.isNull(u"phantomStudy"_s)) {
        TRY(auto study, readStudy(place, patient, maker));
        people.studies.push_back(std::move(study));
    }
    people.patients.insert({code, patient});
    people.allergies.insert(people.allergies.end(), allergies.begin(), allergies.end());
    people.observations.insert(people.observations.end(), weight.begin(), weight.end());
    return ok();
}

Result<DemoWaiting> readWaiting(const JsonPlace &place, const DemoMaker &maker, const DemoPatients &people)
{
    TRY(const auto code, place.text(u"patient"_s));
    const auto patient = people.patients.find(code);
    if (patient == people.patients.end())
        return place.wrong(u"patient"_s);
    DemoWaiting waiting;
    waiting.patient = patient->second.id;
    TRY(waiting.loginName, place.text(u"practitioner"_s));
    TRY(const auto time, place.text(u"slot"_s));
    TRY(waiting.slotStart, localInstant(time, maker.clock->today(), maker.clock->zone()));
    return waiting;
}

} // namespace

Result<DemoPatients> readDemoPatients(const DemoMaker &maker)
{
    const auto file = u"patients.json"_s;
    TRY(const auto json, readJsonResource(maker.folder, file));
    const JsonPlace root(json, file);
    DemoPatients people;
    TRY(const auto places, root.list(u"patients"_s));
    for (const auto &place : places) {
        TRY_VOID(readPerson(place, maker, people));
    }
    TRY(people.waiting, readList<DemoWaiting>(root, u"waitingToday"_s, [&](const JsonPlace &place) {
            return readWaiting(place, maker, people);
        }));
    return people;
}

} // namespace simiao::bootstrap
