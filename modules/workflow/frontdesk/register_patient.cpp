#include "workflow/frontdesk/register_patient.h"

#include "core/text.h"
#include "domain/administration/identity_number.h"
#include "workflow/mrn_numbering.h"

namespace simiao::workflow {

namespace {

Error wrong(const QString &code, const QString &detail = {})
{
    return {ErrorKind::Invalid, QStringLiteral("patient.") + code, detail};
}

Result<void> checkIdentity(PatientDetails &details, Date today)
{
    if (details.identityNumber.trimmed().isEmpty()) {
        details.identityNumber.clear();
        return ok();
    }
    TRY(const auto identity, administration::parseIdentityNumber(details.identityNumber, today));
    if (identity.birthDate != details.birthDate)
        return wrong(QStringLiteral("identity-disagrees"), QStringLiteral("birth-date"));
    if (identity.gender != details.gender)
        return wrong(QStringLiteral("identity-disagrees"), QStringLiteral("gender"));
    details.identityNumber = identity.text;
    return ok();
}

administration::Patient patientOf(const Context &context, const PatientDetails &details)
{
    administration::Patient patient;
    patient.id = context.newId<administration::Patient>();
    patient.name = details.name;
    const auto keys = context.nameKeys ? context.nameKeys(details.name) : NameKeys{};
    patient.nameInitials = keys.initials;
    patient.namePinyin = keys.pinyin;
    patient.gender = details.gender;
    patient.birthDate = details.birthDate;
    patient.identityNumber = details.identityNumber;
    patient.phone = details.phone;
    patient.address = details.address;
    patient.payer = details.payer;
    return patient;
}

} // namespace

Result<PatientDetails> checkedDetails(PatientDetails details, Date today)
{
    TRY(details.name, checkedText(details.name.trimmed()));
    TRY(details.phone, checkedText(details.phone.trimmed()));
    TRY(details.address, checkedText(details.address.trimmed()));
    if (details.name.isEmpty())
        return wrong(QStringLiteral("name-missing"));
    if (!details.birthDate.isValid() || today < details.birthDate)
        return wrong(QStringLiteral("birth-date-missing"));
    TRY_VOID(checkIdentity(details, today));
    return details;
}

Task<Result<administration::Patient>> registerPatient(Context context, Uuid command, PatientDetails details)
{
    const auto act = QStringLiteral("patient.register");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    CO_TRY(const auto checked, checkedDetails(std::move(details), context.clock->today()));
    auto patient = patientOf(context, checked);
    auto work = context.begin(command, act, patient.id);
    work.insert(patient).numbered(&administration::Patient::mrn, mrnNumbering());
    auto storing = context.store->commit(std::move(work));
    CO_TRY(const auto receipt, co_await storing);
    // A repeated command was committed under the first one's id.
    const Id<administration::Patient> stored{receipt.changes.front().id};
    auto loading = load(context.store, stored);
    co_return co_await loading;
}

} // namespace simiao::workflow
