#include "workflow/exchange/import_patients.h"

#include "workflow/mrn_numbering.h"
#include "workflow/ports/history_queries.h"
#include "workflow/ports/queries.h"

#include <algorithm>
#include <set>

namespace simiao::workflow {

using administration::Patient;

namespace {

/// A person of the file, without the history.
struct Person
{
    QString entry;
    Patient patient;
};

/// Who gave a number, and the number.
using Number = std::pair<QString, QString>;

QString act()
{
    return QStringLiteral("patient.import");
}

Error conflict(const QString &reason, const QString &entries)
{
    return {ErrorKind::Conflict, QStringLiteral("import.") + reason, entries};
}

/// HL7 table 0203, MR: a medical record number that nobody claims may be ours.
bool isUnclaimedMrn(const Identifier &identifier)
{
    return identifier.system.isEmpty() && identifier.type == QLatin1StringView("MR");
}

std::vector<Identifier> identifiersOf(const Patient &patient)
{
    return patient.identifiers.value_or(std::vector<Identifier>{});
}

/// Who gave a number; where nobody says so, it tells people apart only together with name and date of birth.
QString giverOf(const Identifier &identifier, const Patient &patient)
{
    const QString person = patient.birthDate.toIso() + QLatin1Char(' ') + patient.name;
    return identifier.system.isEmpty() ? person : identifier.system;
}

/// The numbers that tell this person from every other one.
std::vector<Number> numbersOf(const Patient &patient)
{
    std::vector<Number> numbers;
    if (!patient.identityNumber.isEmpty())
        numbers.emplace_back(QStringLiteral("identity-number"), patient.identityNumber);
    for (const auto &identifier : identifiersOf(patient))
        numbers.emplace_back(giverOf(identifier, patient), identifier.value);
    return numbers;
}

Result<void> refuseTwins(const std::vector<Person> &persons)
{
    std::map<Number, QString> holders;
    for (const auto &person : persons) {
        for (const auto &number : numbersOf(person.patient)) {
            const auto [holder, isNew] = holders.emplace(number, person.entry);
            if (!isNew && holder->second != person.entry)
                return conflict(QStringLiteral("duplicate-patient"),
                                holder->second + QStringLiteral(", ") + person.entry);
        }
    }
    return ok();
}

Task<Result<bool>> isIdentityOnRecord(Context context, QString identityNumber)
{
    if (identityNumber.isEmpty())
        co_return false;
    auto finding = find(context.store, query::patientByIdentity, identityNumber);
    CO_TRY(const auto found, co_await finding);
    co_return !found.empty();
}

Task<Result<bool>> isMrnOnRecord(Context context, std::vector<Identifier> identifiers)
{
    for (const auto &identifier : identifiers) {
        if (!isUnclaimedMrn(identifier))
            continue;
        auto finding = find(context.store, query::patientByMrn, identifier.value);
        CO_TRY(const auto found, co_await finding);
        if (!found.empty())
            co_return true;
    }
    co_return false;
}

Task<Result<std::set<Number>>> numbersOnRecord(Context context)
{
    auto finding = find(context.store, query::patientsWithIdentifiers);
    CO_TRY(const auto patients, co_await finding);
    std::set<Number> numbers;
    for (const auto &patient : patients) {
        for (auto &number : numbersOf(patient))
            numbers.insert(std::move(number));
    }
    co_return numbers;
}

Task<Result<void>> refuseKnown(Context context, std::vector<Person> persons)
{
    auto collecting = numbersOnRecord(context);
    CO_TRY(const auto taken, co_await collecting);
    for (const auto &person : persons) {
        auto askingIdentity = isIdentityOnRecord(context, person.patient.identityNumber);
        CO_TRY(const bool hasIdentity, co_await askingIdentity);
        auto askingMrn = isMrnOnRecord(context, identifiersOf(person.patient));
        CO_TRY(const bool hasMrn, co_await askingMrn);
        const bool hasNumber = std::ranges::any_of(
            numbersOf(person.patient), [&taken](const Number &number) { return taken.contains(number); });
        if (hasIdentity || hasMrn || hasNumber)
            co_return conflict(QStringLiteral("known-patient"), person.entry);
    }
    co_return ok();
}

std::vector<Person> personsOf(const std::vector<PatientHistory> &histories)
{
    std::vector<Person> persons;
    for (const auto &history : histories)
        persons.push_back({history.entry, history.patient});
    return persons;
}

Patient withNameKeys(const Context &context, Patient patient)
{
    const auto keys = context.nameKeys ? context.nameKeys(patient.name) : NameKeys{};
    patient.nameInitials = keys.initials;
    patient.namePinyin = keys.pinyin;
    return patient;
}

template <Entity T>
void insertAll(UnitOfWork &work, const std::vector<T> &rows)
{
    for (const auto &row : rows)
        work.insert(row);
}

UnitOfWork workOf(const Context &context, Uuid command, const std::vector<PatientHistory> &histories)
{
    const auto only = histories.size() == 1 ? std::optional(histories.front().patient.id) : std::nullopt;
    auto work = context.begin(command, act(), only, QStringLiteral("patients=%1").arg(histories.size()));
    for (const auto &history : histories) {
        work.insert(withNameKeys(context, history.patient)).numbered(&Patient::mrn, mrnNumbering());
        insertAll(work, history.encounters);
        insertAll(work, history.conditions);
        insertAll(work, history.allergies);
        insertAll(work, history.observations);
        insertAll(work, history.medicationStatements);
    }
    return work;
}

void count(ImportReceipt &receipt, const QString &type)
{
    ++receipt.rows[type];
    receipt.patients += type == typeInfo<Patient>().name ? 1 : 0;
}

ImportReceipt plannedBy(const UnitOfWork &work)
{
    ImportReceipt receipt;
    for (const auto &step : work.steps())
        count(receipt, QString(std::get<RowChange>(step).type->name));
    return receipt;
}

ImportReceipt storedBy(const Receipt &stored)
{
    ImportReceipt receipt;
    for (const auto &change : stored.changes)
        count(receipt, change.type);
    receipt.mrns = stored.numbers;
    return receipt;
}

} // namespace

Task<Result<ImportReceipt>> importPatients(Context context,
                                           Uuid command,
                                           std::vector<PatientHistory> histories,
                                           bool isDryRun)
{
    auto authorising = authorise(context, act());
    CO_TRY_VOID(co_await authorising);
    auto repeating = context.store->receiptOf(command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return storedBy(*earlier);
    if (histories.empty())
        co_return Error{ErrorKind::Invalid, QStringLiteral("import.no-patient")};
    const auto persons = personsOf(histories);
    CO_TRY_VOID(refuseTwins(persons));
    auto checking = refuseKnown(context, persons);
    CO_TRY_VOID(co_await checking);
    auto work = workOf(context, command, histories);
    if (isDryRun)
        co_return plannedBy(work);
    auto storing = context.store->commit(std::move(work));
    CO_TRY(const auto receipt, co_await storing);
    co_return storedBy(receipt);
}

} // namespace simiao::workflow
