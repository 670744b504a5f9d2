#include "workflow/consultation/open_record.h"

#include "workflow/commit_and_load.h"
#include "workflow/ports/history_queries.h"

#include <map>
#include <set>

namespace simiao::workflow {

using administration::Patient;

namespace {

constexpr int kEventsForRecent = 400; // of one person: a day's work

Task<Result<PatientRecord>> readAll(Context context, PatientRecord record)
{
    const auto patient = record.patient.id;
    auto asking =
        ask(context.store, all(query::allergiesOfPatient, patient), all(query::encountersOfPatient, patient),
            all(query::conditionsOfPatient, patient), all(query::compositionsOfPatient, patient),
            all(query::observationsOfPatient, patient), all(query::studiesOfPatient, patient),
            all(query::medicationStatementsOfPatient, patient));
    CO_TRY(auto answers, co_await asking);
    std::tie(record.allergies, record.encounters, record.conditions, record.notes, record.observations,
             record.studies, record.statements) = std::move(answers);
    co_return record;
}

Result<security::AuditEvent> eventOf(const AuditRecord &record)
{
    TRY(const auto json, Json::parse(record.event.toUtf8()));
    auto members = json.object();
    members.erase(QStringLiteral("command"));
    members.erase(QStringLiteral("changes"));
    return fromJson<security::AuditEvent>(Json(members));
}

Result<std::vector<security::AuditEvent>> eventsOf(const std::vector<AuditRecord> &records)
{
    std::vector<security::AuditEvent> events;
    for (const auto &record : records) {
        TRY(auto event, eventOf(record));
        events.push_back(std::move(event));
    }
    return events;
}

/// Each patient once, the latest first.
std::vector<Id<Patient>> patientsIn(const std::vector<security::AuditEvent> &events, int limit)
{
    std::vector<Id<Patient>> patients;
    std::set<Id<Patient>> seen;
    for (const auto &event : events) {
        if (event.patient && int(patients.size()) < limit && seen.insert(*event.patient).second)
            patients.push_back(*event.patient);
    }
    return patients;
}

Task<Result<std::map<Id<security::Account>, QString>>> namesOfAll(Context context)
{
    auto finding = find(context.store, query::accounts);
    CO_TRY(const auto accounts, co_await finding);
    std::map<Id<security::Account>, QString> names;
    for (const auto &account : accounts)
        names.emplace(account.id, account.name);
    co_return names;
}

} // namespace

Task<Result<PatientRecord>> openPatientRecord(Context context,
                                              Id<Patient> patient,
                                              std::optional<BreakGlassReason> reason)
{
    const auto act = QStringLiteral("patient.read");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    PatientRecord record;
    auto loading = load(context.store, patient);
    CO_TRY(record.patient, co_await loading);
    auto opening = openRecord(context, record.patient, reason);
    CO_TRY(record.ground, co_await opening);
    auto reading = readAll(context, record);
    CO_TRY(const auto read, co_await reading);
    auto recording = context.store->commit(context.begin(context.newCommand(), act, patient));
    CO_TRY_VOID(co_await recording);
    co_return read;
}

Task<Result<std::vector<Patient>>> recentPatients(Context context, int limit)
{
    auto authorising = authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    auto finding =
        find(context.store, query::auditOfAgent, context.session.account.toString(), kEventsForRecent);
    CO_TRY(const auto records, co_await finding);
    CO_TRY(const auto events, eventsOf(records));
    std::vector<Patient> patients;
    for (const auto &id : patientsIn(events, limit)) {
        auto loading = load(context.store, id);
        const auto patient = co_await loading;
        if (patient) // an event may be about somebody whose registration was refused
            patients.push_back(*patient);
    }
    co_return patients;
}

Task<Result<std::vector<RecordAccess>>> recordTrail(Context context, Id<Patient> patient, int limit)
{
    auto authorising = authorise(context, QStringLiteral("patient.trail"));
    CO_TRY_VOID(co_await authorising);
    auto finding = find(context.store, query::auditOfPatient, patient.toString(), limit);
    CO_TRY(const auto records, co_await finding);
    CO_TRY(const auto events, eventsOf(records));
    auto naming = namesOfAll(context);
    CO_TRY(const auto names, co_await naming);
    std::vector<RecordAccess> trail;
    for (const auto &event : events) {
        const auto name = names.find(event.agent);
        trail.push_back({event, name == names.end() ? QString() : name->second});
    }
    co_return trail;
}

Task<Result<Patient>> restrictRecord(Context context,
                                     Uuid command,
                                     Id<Patient> id,
                                     std::optional<administration::Confidentiality> to,
                                     std::optional<BreakGlassReason> reason)
{
    const auto act = QStringLiteral("patient.restrict");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto loading = load(context.store, id);
    CO_TRY(auto patient, co_await loading);
    const bool isLifted = patient.confidentiality && (!to || *to < *patient.confidentiality);
    if (isLifted) { // else whoever may restrict could read what she may not open
        auto opening = openRecord(context, patient, reason);
        CO_TRY_VOID(co_await opening);
    }
    patient.confidentiality = to;
    auto work = context.begin(command, act, id, to ? codeOf(*to) : QStringLiteral("N"));
    work.update(patient);
    auto storing = commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

} // namespace simiao::workflow
