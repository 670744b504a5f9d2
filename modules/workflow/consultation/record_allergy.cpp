#include "workflow/consultation/record_allergy.h"

#include "core/text.h"
#include "workflow/commit_and_load.h"
#include "workflow/earlier_result.h"

#include <algorithm>

namespace simiao::workflow {

using administration::AllergyStatus;
using administration::Patient;
using clinical::AllergyIntolerance;
using clinical::AllergyVerification;

namespace {

const auto kAct = QStringLiteral("allergy.write");

Error wrong(ErrorKind kind, const char *reason, const QString &detail = {})
{
    return {kind, QStringLiteral("allergy.") + QLatin1String(reason), detail};
}

/// As far as it is known: 2015 is not after 2015-03-02.
bool isAfter(const QString &iso, const QString &other)
{
    const auto length = std::min(iso.size(), other.size());
    return iso.left(length) > other.left(length);
}

Result<void> checkOnset(const std::optional<PartialDateTime> &onset, Date birth, Date today)
{
    const bool isImpossible =
        onset && (isAfter(onset->toIso(), today.toIso()) || isAfter(birth.toIso(), onset->toIso()));
    return isImpossible ? Result<void>(wrong(ErrorKind::Invalid, "onset", onset->toIso())) : ok();
}

Result<AllergyEntry> checkedEntry(AllergyEntry entry)
{
    TRY(entry.substance, checkedText(entry.substance.trimmed()));
    TRY(entry.substanceEn, checkedText(entry.substanceEn.trimmed()));
    for (auto &reaction : entry.reactions) {
        TRY(reaction, checkedText(reaction.trimmed()));
    }
    std::erase(entry.reactions, QString());
    if (entry.substance.isEmpty())
        return wrong(ErrorKind::Invalid, "substance-missing");
    return entry;
}

bool isSame(const AllergyIntolerance &known, const AllergyEntry &entry)
{
    if (known.code && entry.code && known.code->system == entry.code->system)
        return known.code->code == entry.code->code;
    return known.substance.compare(entry.substance, Qt::CaseInsensitive) == 0;
}

AllergyIntolerance allergyOf(const Context &context, Id<Patient> patient, const AllergyEntry &entry)
{
    AllergyIntolerance allergy;
    allergy.id = context.newId<AllergyIntolerance>();
    allergy.patient = patient;
    allergy.substance = entry.substance;
    allergy.substanceEn = entry.substanceEn;
    allergy.substanceClass = entry.substanceClass;
    allergy.code = entry.code;
    allergy.criticality = entry.criticality;
    allergy.verification = entry.verification;
    allergy.onset = entry.onset;
    if (!entry.reactions.empty())
        allergy.reaction = entry.reactions.front();
    if (entry.reactions.size() > 1)
        allergy.furtherReactions = std::vector(entry.reactions.begin() + 1, entry.reactions.end());
    return allergy;
}

} // namespace

Task<Result<AllergyIntolerance>> recordAllergy(Context context,
                                               Uuid command,
                                               Id<Patient> patientId,
                                               AllergyEntry entry)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    auto repeating = earlierResult<AllergyIntolerance>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<AllergyIntolerance>(*earlier);
    CO_TRY(const auto checked, checkedEntry(std::move(entry)));
    auto asking = ask(context.store, one(patientId), all(query::allergiesOfPatient, patientId));
    CO_TRY(auto known, co_await asking);
    auto &[patient, allergies] = known;
    CO_TRY_VOID(checkOnset(checked.onset, patient.birthDate, context.clock->today()));
    const bool isOnRecord = std::ranges::any_of(
        allergies, [&checked](const AllergyIntolerance &other) { return isSame(other, checked); });
    if (isOnRecord)
        co_return wrong(ErrorKind::Conflict, "on-record", checked.substance);

    const auto allergy = allergyOf(context, patientId, checked);
    auto work = context.begin(command, kAct, patientId, QStringLiteral("recorded"));
    work.insert(allergy);
    if (patient.allergyStatus != AllergyStatus::Recorded) {
        patient.allergyStatus = AllergyStatus::Recorded;
        work.update(patient);
    }
    auto storing = commitAndLoad(context, std::move(work), allergy.id);
    co_return co_await storing;
}

Task<Result<Patient>> assertNoKnownAllergies(Context context, Uuid command, Id<Patient> patientId)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    auto asking = ask(context.store, one(patientId), all(query::allergiesOfPatient, patientId));
    CO_TRY(auto known, co_await asking);
    auto &[patient, allergies] = known;
    if (!allergies.empty())
        co_return wrong(ErrorKind::Conflict, "in-force", allergies.front().substance);
    patient.allergyStatus = AllergyStatus::NoneKnown;
    auto work = context.begin(command, kAct, patientId, QStringLiteral("none-known"));
    work.update(patient); // also when it said so before: it was asked again
    auto storing = commitAndLoad(context, std::move(work), patientId);
    co_return co_await storing;
}

Task<Result<AllergyIntolerance>> strikeAllergy(Context context,
                                               Uuid command,
                                               Id<AllergyIntolerance> id,
                                               QString reason)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    CO_TRY(const auto why, checkedText(reason.trimmed()));
    if (why.isEmpty())
        co_return wrong(ErrorKind::Invalid, "reason-missing");
    auto repeating = earlierResult<AllergyIntolerance>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<AllergyIntolerance>(*earlier);
    auto loading = load(context.store, id);
    CO_TRY(auto allergy, co_await loading);
    if (!allergy.isInForce())
        co_return wrong(ErrorKind::Conflict, "state", allergy.substance);
    auto asking = ask(context.store, one(allergy.patient), all(query::allergiesOfPatient, allergy.patient));
    CO_TRY(auto known, co_await asking);
    auto &[patient, allergies] = known;

    allergy.verification = AllergyVerification::EnteredInError;
    allergy.errorReason = why;
    auto work = context.begin(command, kAct, allergy.patient, QStringLiteral("entered-in-error"));
    work.update(allergy);
    if (allergies.size() <= 1) {
        patient.allergyStatus = AllergyStatus::NotAsked;
        work.update(patient);
    }
    auto storing = commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

} // namespace simiao::workflow
