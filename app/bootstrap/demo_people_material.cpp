#include "bootstrap/demo_people_material.h"

#include "bootstrap/resources.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

Result<Weighted<QString>> readSurname(const JsonPlace &place)
{
    Weighted<QString> surname;
    TRY(surname.value, place.text(u"zh"_s));
    TRY(surname.weight, place.integer(u"weight"_s));
    return surname;
}

Result<Complaint> readComplaint(const JsonPlace &place)
{
    Complaint complaint;
    TRY(complaint.department, place.text(u"department"_s));
    TRY(complaint.whom, readWhom(place));
    TRY(complaint.text, place.text(u"text"_s));
    TRY(complaint.history, place.text(u"history"_s));
    TRY(complaint.examination, place.text(u"examination"_s));
    complaint.diagnosis.system = codesystem::kIcd10Cn;
    TRY(complaint.diagnosis.code, place.text(u"icd10"_s));
    TRY(complaint.diagnosis.display, place.text(u"icd10Name"_s));
    TRY(complaint.drugs, place.texts(u"drugs"_s));
    return complaint;
}

Result<Allergen> readAllergen(const JsonPlace &place)
{
    Allergen allergen;
    TRY(const auto substance, place.localText(u"substance"_s));
    allergen.substance = substance.zh;
    allergen.substanceEn = substance.en;
    TRY(allergen.substanceClass, place.optionalText(u"class"_s));
    TRY(allergen.reactions, place.texts(u"reactions"_s));
    return allergen;
}

Result<Advice> readAdvice(const JsonPlace &place)
{
    Advice advice;
    TRY(advice.text, place.text(u"text"_s));
    TRY(advice.meantFor, place.texts(u"for"_s));
    return advice;
}

Result<void> readNames(const JsonPlace &root, PeopleMaterial &material)
{
    TRY(material.surnames, readList<Weighted<QString>>(root, u"surnames"_s, readSurname));
    const auto characters = root.member(u"givenCharacters"_s);
    TRY(material.maleCharacters, characters.texts(u"male"_s));
    TRY(material.femaleCharacters, characters.texts(u"female"_s));
    TRY(material.neutralCharacters, characters.texts(u"neutral"_s));
    return ok();
}

Result<void> readPlaces(const JsonPlace &root, PeopleMaterial &material)
{
    TRY(material.districts, root.texts(u"districts"_s));
    TRY(material.streets, root.texts(u"streets"_s));
    TRY(material.phonePrefixes, root.texts(u"phonePrefixes"_s));
    TRY(material.countyCodes, root.texts(u"countyCodes"_s));
    return ok();
}

Result<void> readPanelsOf(const JsonPlace &root, PeopleMaterial &material)
{
    TRY(const auto places, root.list(u"laboratoryPanels"_s));
    for (const auto &place : places) {
        TRY(const auto department, place.text(u"department"_s));
        TRY(const auto panels, place.texts(u"panels"_s));
        for (const auto &panel : panels) {
            if (!material.panels.contains(panel))
                return place.wrong(u"panels"_s);
        }
        material.panelsOf.insert({department, panels});
    }
    return ok();
}

Result<QTime> readTime(const JsonPlace &place, const QString &key)
{
    TRY(const auto text, place.text(key));
    const auto time = QTime::fromString(text, u"HH:mm"_s);
    return time.isValid() ? time : Result<QTime>(place.wrong(key));
}

Result<void> readSessions(const JsonPlace &schedule, PeopleMaterial &material)
{
    ClinicSession session;
    TRY(session.loginName, schedule.text(u"practitioner"_s));
    TRY(session.department, schedule.text(u"department"_s));
    TRY(session.slotMinutes, schedule.integer(u"slotMinutes"_s));
    for (const auto &weekday : schedule.json()[u"weekdays"_s].array())
        session.weekdays.push_back(int(weekday.toInteger()));
    TRY(const auto places, schedule.list(u"sessions"_s));
    for (const auto &place : places) {
        TRY(session.start, readTime(place, u"start"_s));
        TRY(const auto end, readTime(place, u"end"_s));
        session.slotCount = session.start.secsTo(end) / 60 / session.slotMinutes;
        if (session.slotCount < 1)
            return place.wrong(u"end"_s);
        material.sessions.push_back(session);
    }
    return ok();
}

Result<void> readClinicHours(const QString &demoFolder, PeopleMaterial &material)
{
    const auto file = u"clinic.json"_s;
    TRY(const auto json, readJsonResource(demoFolder, file));
    TRY(const auto schedules, JsonPlace(json, file).list(u"schedules"_s));
    for (const auto &schedule : schedules) {
        TRY_VOID(readSessions(schedule, material));
    }
    return ok();
}

} // namespace

Result<PeopleMaterial> readPeopleMaterial(const QString &demoFolder)
{
    const auto file = u"people.json"_s;
    TRY(const auto json, readJsonResource(demoFolder, file));
    const JsonPlace root(json, file);
    PeopleMaterial material;
    TRY_VOID(readNames(root, material));
    TRY_VOID(readPlaces(root, material));
    TRY(material.complaints, readList<Complaint>(root, u"complaints"_s, readComplaint));
    TRY(material.allergens, readList<Allergen>(root, u"allergySubstances"_s, readAllergen));
    TRY(material.advice, readList<Advice>(root, u"plans"_s, readAdvice));
    TRY(material.pastHistories, root.texts(u"pastHistories"_s));
    TRY(material.panels, readLaboratory(demoFolder));
    TRY_VOID(readPanelsOf(root, material));
    TRY_VOID(readClinicHours(demoFolder, material));
    return material;
}

} // namespace simiao::bootstrap
