#include "support/memory_queries.h"

#include "workflow/ports/history_queries.h"
#include "workflow/ports/library_queries.h"
#include "workflow/ports/queries.h"
#include "workflow/ports/setting_queries.h"

#include <algorithm>
#include <functional>

namespace simiao::test {

using workflow::Parameters;
using State = MemoryStore::State;

namespace {

const MemoryStore::Table &tableOf(const State &state, QLatin1StringView name)
{
    static const MemoryStore::Table empty;
    const auto found = state.tables.find(QString(name));
    return found == state.tables.end() ? empty : found->second;
}

const Scalar &value(const TypeInfo &type, const Row &row, const char *field)
{
    return row[std::size_t(type.indexOf(QLatin1StringView(field)))];
}

template <Entity T>
std::vector<T> all(const State &state)
{
    std::vector<T> found;
    for (const auto &[id, row] : tableOf(state, QLatin1StringView(Describe<T>::table)))
        found.push_back(*fromRow<T>(row));
    return found;
}

/// Rows whose field equals the parameter of the same name, ordered by the given fields.
std::vector<Row> rowsWhere(const State &state,
                           const TypeInfo &type,
                           const Parameters &parameters,
                           const std::vector<const char *> &equal,
                           const std::vector<const char *> &order,
                           bool newestFirst = false)
{
    std::vector<Row> rows;
    for (const auto &[id, row] : tableOf(state, type.table)) {
        const bool isMatch = std::ranges::all_of(equal, [&](const char *field) {
            return value(type, row, field) == parameters.at(QString::fromLatin1(field));
        });
        if (isMatch)
            rows.push_back(row);
    }
    std::ranges::sort(rows, [&](const Row &a, const Row &b) {
        for (const char *field : order) {
            if (value(type, a, field) != value(type, b, field))
                return (value(type, a, field) < value(type, b, field)) != newestFirst;
        }
        return a.front() < b.front();
    });
    return rows;
}

template <Entity T>
std::vector<Row> toRows(const std::vector<T> &entities)
{
    std::vector<Row> rows;
    for (const auto &entity : entities)
        rows.push_back(toRow(entity));
    return rows;
}

QString text(const Parameters &parameters, const char *name)
{
    return std::get<QString>(parameters.at(QString::fromLatin1(name)));
}

/// How sure it is that somebody meant this person: 0 a number, … 4 a part inside the name; nothing: not meant.
std::optional<int> rankOf(const administration::Patient &patient, const QString &typed)
{
    if (patient.mrn == typed || patient.identityNumber == typed.toUpper())
        return 0;
    if (patient.name.startsWith(typed))
        return 1;
    if (patient.nameInitials.startsWith(typed.toLower()) || patient.namePinyin.startsWith(typed.toLower()))
        return 2;
    if (patient.mrn.startsWith(typed) || (typed.size() >= 4 && patient.phone.endsWith(typed)))
        return 3;
    return patient.name.contains(typed) ? std::optional(4) : std::nullopt;
}

std::vector<Row> searchPatients(const State &state, const Parameters &parameters)
{
    auto patients = all<administration::Patient>(state);
    std::erase_if(patients, [typed = text(parameters, "text")](const auto &patient) {
        return !rankOf(patient, typed);
    });
    std::ranges::sort(patients, {}, [typed = text(parameters, "text")](const auto &p) {
        return std::tuple(*rankOf(p, typed), p.name, p.birthDate.toIso(), p.mrn);
    });
    const auto limit = std::size_t(std::get<qint64>(parameters.at(QStringLiteral("limit"))));
    patients.resize(std::min(patients.size(), limit));
    return toRows(patients);
}

std::vector<Row> patientsWithIdentifiers(const State &state, const Parameters &)
{
    auto rows = rowsWhere(state, typeInfo<administration::Patient>(), {}, {}, {"mrn"});
    std::erase_if(rows, [](const Row &row) {
        return value(typeInfo<administration::Patient>(), row, "identifiers") == Scalar{};
    });
    return rows;
}

bool isWithdrawn(const State &state, const financial::ChargeItem &item)
{
    return std::ranges::any_of(all<medications::Prescription>(state), [&item](const auto &prescription) {
        return item.prescription == prescription.id
            && prescription.status == medications::PrescriptionStatus::Cancelled;
    });
}

bool isOpen(const State &state, const financial::ChargeItem &item)
{
    if (isWithdrawn(state, item))
        return false;
    return std::ranges::none_of(all<financial::Invoice>(state), [&item](const financial::Invoice &invoice) {
        return std::ranges::find(invoice.lines, item.id, &financial::InvoiceLine::chargeItem)
            != invoice.lines.end();
    });
}

std::vector<Row> openCharges(const State &state, const Parameters &parameters)
{
    auto items = all<financial::ChargeItem>(state);
    const Scalar encounter = parameters.at(QStringLiteral("encounter"));
    std::erase_if(items, [&](const auto &item) {
        return FieldCodec<decltype(item.encounter)>::write(item.encounter) != encounter
            || !isOpen(state, item);
    });
    return toRows(items);
}

std::vector<Row> encountersToPay(const State &state, const Parameters &)
{
    auto encounters = all<administration::Encounter>(state);
    const auto items = all<financial::ChargeItem>(state);
    std::erase_if(encounters, [&](const auto &encounter) {
        return std::ranges::none_of(
            items, [&](const auto &item) { return item.encounter == encounter.id && isOpen(state, item); });
    });
    return toRows(encounters);
}

std::vector<Row> patientsInQueue(const State &state, const Parameters &parameters)
{
    const auto tasks =
        rowsWhere(state, typeInfo<scheduling::QueueTask>(), parameters, {"department", "day"}, {"number"});
    std::vector<Row> patients;
    for (const auto &task : tasks) {
        const auto id = std::get<QByteArray>(value(typeInfo<scheduling::QueueTask>(), task, "patient"));
        patients.push_back(tableOf(state, QLatin1StringView("patient")).at(id));
    }
    return patients;
}

/// Who waits or is called in, by department code and number.
std::vector<scheduling::QueueTask> waitingTasks(const State &state, const Parameters &parameters)
{
    std::map<Id<administration::Organization>, QString> codes;
    for (const auto &department : all<administration::Organization>(state))
        codes[department.id] = department.code;
    auto tasks = all<scheduling::QueueTask>(state);
    std::erase_if(tasks, [&](const scheduling::QueueTask &task) {
        const bool isThere = task.status == scheduling::TaskStatus::Requested
            || task.status == scheduling::TaskStatus::InProgress;
        return !isThere || Scalar{task.day.toIso()} != parameters.at(QStringLiteral("day"));
    });
    std::ranges::sort(tasks, {}, [&codes](const scheduling::QueueTask &task) {
        return std::pair(codes[task.department], task.number);
    });
    return tasks;
}

std::vector<Row> tasksWaitingOn(const State &state, const Parameters &parameters)
{
    return toRows(waitingTasks(state, parameters));
}

std::vector<Row> patientsWaitingOn(const State &state, const Parameters &parameters)
{
    auto patients = all<administration::Patient>(state);
    const auto tasks = waitingTasks(state, parameters);
    std::erase_if(patients, [&tasks](const administration::Patient &patient) {
        return std::ranges::find(tasks, patient.id, &scheduling::QueueTask::patient) == tasks.end();
    });
    std::ranges::sort(patients, {}, &administration::Patient::mrn);
    return toRows(patients);
}

std::vector<Row> slotsBetween(const State &state, const Parameters &parameters)
{
    auto rows = rowsWhere(state, typeInfo<scheduling::Slot>(), parameters, {"department"},
                          {"start_at", "practitioner"});
    std::erase_if(rows, [&](const Row &row) {
        const Scalar &start = value(typeInfo<scheduling::Slot>(), row, "start_at");
        return start < parameters.at(QStringLiteral("from"))
            || !(start < parameters.at(QStringLiteral("until")));
    });
    return rows;
}

std::vector<Row> slotsTouching(const State &state, const Parameters &parameters)
{
    const auto &type = typeInfo<scheduling::Slot>();
    auto rows = rowsWhere(state, type, {}, {}, {"start_at", "practitioner"});
    std::erase_if(rows, [&](const Row &row) {
        return !(value(type, row, "start_at") < parameters.at(QStringLiteral("until")))
            || !(parameters.at(QStringLiteral("from")) < value(type, row, "end_at"));
    });
    return rows;
}

std::vector<Row> latestSlot(const State &state, const Parameters &)
{
    auto rows = rowsWhere(state, typeInfo<scheduling::Slot>(), {}, {}, {"end_at"}, true);
    rows.resize(std::min<std::size_t>(rows.size(), 1));
    return rows;
}

std::vector<Row> validConditions(const State &state, const Parameters &parameters)
{
    auto rows =
        rowsWhere(state, typeInfo<clinical::Condition>(), parameters, {"patient"}, {"recorded_at"}, true);
    std::erase_if(rows, [](const Row &row) {
        return value(typeInfo<clinical::Condition>(), row, "verification_status")
            == Scalar{QStringLiteral("entered-in-error")};
    });
    return rows;
}

std::vector<Row> allergiesInForce(const State &state, const Parameters &parameters)
{
    const auto &type = typeInfo<clinical::AllergyIntolerance>();
    auto rows = rowsWhere(state, type, parameters, {"patient"}, {"recorded_at"}, true);
    std::erase_if(rows, [&type](const Row &row) {
        return value(type, row, "verification") == Scalar{QStringLiteral("entered-in-error")};
    });
    return rows;
}

std::vector<Row> linesInForce(const State &state, const Parameters &parameters)
{
    const auto &type = typeInfo<medications::MedicationRequest>();
    auto rows = rowsWhere(state, type, parameters, {"prescription"}, {"line"});
    std::erase_if(rows, [&type](const Row &row) {
        return value(type, row, "status") == Scalar{QStringLiteral("cancelled")};
    });
    return rows;
}

std::vector<Row> linesCancelled(const State &state, const Parameters &parameters)
{
    const auto &type = typeInfo<medications::MedicationRequest>();
    auto rows = rowsWhere(state, type, parameters, {"prescription"}, {"line"});
    std::erase_if(rows, [&type](const Row &row) {
        return value(type, row, "status") != Scalar{QStringLiteral("cancelled")};
    });
    return rows;
}

std::vector<Row> prescriptionsWithdrawn(const State &state, const Parameters &parameters)
{
    const auto &type = typeInfo<medications::Prescription>();
    auto rows = rowsWhere(state, type, {}, {}, {"recorded_at", "number"});
    std::erase_if(rows, [&](const Row &row) {
        return value(type, row, "status") != Scalar{QStringLiteral("cancelled")}
        || value(type, row, "authored_on") < parameters.at(QStringLiteral("signed_since"))
            || value(type, row, "recorded_at") < parameters.at(QStringLiteral("since"));
    });
    return rows;
}

administration::SettingLevel levelOf(const Row &row)
{
    const auto code = std::get<QString>(value(typeInfo<administration::Setting>(), row, "level"));
    return *fromCode<administration::SettingLevel>(code);
}

std::vector<Row> settingsOfSession(const State &state, const Parameters &parameters)
{
    auto rows = rowsWhere(state, typeInfo<administration::Setting>(), {}, {}, {"key"});
    std::erase_if(rows, [&](const Row &row) {
        const auto &type = typeInfo<administration::Setting>();
        const Scalar level = value(type, row, "level");
        return (level == Scalar{QStringLiteral("department")}
                && value(type, row, "department") != parameters.at(QStringLiteral("department")))
            || (level == Scalar{QStringLiteral("user")}
                && value(type, row, "account") != parameters.at(QStringLiteral("account")));
    });
    std::ranges::sort(rows, {}, [](const Row &row) {
        return std::pair(levelOf(row), value(typeInfo<administration::Setting>(), row, "key"));
    });
    return rows;
}

std::vector<Row> settingsUnderKey(const State &state, const Parameters &parameters)
{
    auto rows = rowsWhere(state, typeInfo<administration::Setting>(), parameters, {"key"}, {});
    std::ranges::sort(rows, {}, [](const Row &row) { return std::pair(levelOf(row), row.front()); });
    return rows;
}

std::vector<Row> activeLibrary(const State &state, const Parameters &parameters)
{
    auto rows = rowsWhere(state, typeInfo<administration::Library>(), parameters, {"name"}, {});
    std::erase_if(rows, [](const Row &row) {
        return value(typeInfo<administration::Library>(), row, "status") != Scalar{QStringLiteral("active")};
    });
    return rows;
}

using Answer = std::function<std::vector<Row>(const State &, const TypeInfo &, const Parameters &)>;

Answer where(std::vector<const char *> equal, std::vector<const char *> order, bool newestFirst = false)
{
    return [=](const State &state, const TypeInfo &type, const Parameters &parameters) {
        return rowsWhere(state, type, parameters, equal, order, newestFirst);
    };
}

Answer own(std::vector<Row> (*function)(const State &, const Parameters &))
{
    return [function](const State &state, const TypeInfo &, const Parameters &parameters) {
        return function(state, parameters);
    };
}

const std::map<QString, Answer> &answers()
{
    static const std::map<QString, Answer> known{
        {QStringLiteral("account/by_login"), where({"login_name"}, {})},
        {QStringLiteral("account/all"), where({}, {"login_name"})},
        {QStringLiteral("organization/all"), where({}, {"code"})},
        {QStringLiteral("patient/search"), own(searchPatients)},
        {QStringLiteral("patient/by_identity"), where({"identity_number"}, {})},
        {QStringLiteral("patient/by_mrn"), where({"mrn"}, {})},
        {QStringLiteral("patient/with_identifiers"), own(patientsWithIdentifiers)},
        {QStringLiteral("patient/all"), where({}, {"mrn"})},
        {QStringLiteral("patient/in_queue"), own(patientsInQueue)},
        {QStringLiteral("slot/between"), own(slotsBetween)},
        {QStringLiteral("slot/touching"), own(slotsTouching)},
        {QStringLiteral("slot/latest"), own(latestSlot)},
        {QStringLiteral("task/queue_of_day"), where({"department", "day"}, {"number"})},
        {QStringLiteral("task/of_encounter"), where({"encounter"}, {})},
        {QStringLiteral("task/waiting_of_day"), own(tasksWaitingOn)},
        {QStringLiteral("patient/waiting_of_day"), own(patientsWaitingOn)},
        {QStringLiteral("encounter/of_patient"), where({"patient"}, {"period_start"}, true)},
        {QStringLiteral("encounter/to_pay"), own(encountersToPay)},
        {QStringLiteral("allergy_intolerance/of_patient"), own(allergiesInForce)},
        {QStringLiteral("observation/of_patient"), where({"patient"}, {"effective", "recorded_at"}, true)},
        {QStringLiteral("imaging_study/of_patient"), where({"patient"}, {"recorded_at"}, true)},
        {QStringLiteral("condition/of_patient"), own(validConditions)},
        {QStringLiteral("composition/of_patient"), where({"patient"}, {"recorded_at"}, true)},
        {QStringLiteral("medication/all"), where({}, {"code"})},
        {QStringLiteral("lot/all"), where({}, {"medication", "expiry", "lot_number"})},
        {QStringLiteral("lot/of_medication"), where({"medication"}, {"expiry", "lot_number"})},
        {QStringLiteral("prescription/in_status"), where({"status"}, {"authored_on", "number"})},
        {QStringLiteral("prescription/of_encounter"), where({"encounter"}, {"number"})},
        {QStringLiteral("prescription/withdrawn"), own(prescriptionsWithdrawn)},
        {QStringLiteral("medication_request/of_prescription"), own(linesInForce)},
        {QStringLiteral("medication_request/cancelled_of_prescription"), own(linesCancelled)},
        {QStringLiteral("medication_statement/of_patient"), where({"patient"}, {"effective_start"}, true)},
        {QStringLiteral("medication_dispense/of_prescription"), where({"prescription"}, {"when_prepared"})},
        {QStringLiteral("charge_item/open_of_encounter"), own(openCharges)},
        {QStringLiteral("invoice/of_encounter"), where({"encounter"}, {"date", "number"})},
        {QStringLiteral("desk_device/of_workstation"), where({"workstation"}, {"role"})},
        {QStringLiteral("desk_device/all"), where({}, {"workstation", "role"})},
        {QStringLiteral("setting/of_session"), own(settingsOfSession)},
        {QStringLiteral("setting/of_key"), own(settingsUnderKey)},
        {QStringLiteral("library/all"), where({}, {"name"})},
        {QStringLiteral("library/of_name"), where({"name"}, {})},
        {QStringLiteral("library/active_of_name"), own(activeLibrary)},
        {QStringLiteral("concept/of_system"), where({"system"}, {"code"})},
    };
    return known;
}

/// Changes the entity with the call's id when `change` says its condition holds.
template <Entity T>
bool changeIf(State &state, const Parameters &parameters, const std::function<bool(T &)> &change)
{
    auto &table = state.tables[QString::fromLatin1(Describe<T>::table)];
    const auto row = table.find(std::get<QByteArray>(parameters.at(QStringLiteral("id"))));
    if (row == table.end())
        return false;
    T entity = *fromRow<T>(row->second);
    if (!change(entity))
        return false;
    ++entity.version;
    row->second = toRow(entity);
    return true;
}

bool bookSlot(State &state, const Parameters &parameters)
{
    return changeIf<scheduling::Slot>(state, parameters,
                                      [](auto &slot) { return slot.booked++ < slot.capacity; });
}

bool changeLot(State &state, const Parameters &parameters, bool takes)
{
    const auto quantity = std::get<qint64>(parameters.at(QStringLiteral("quantity")));
    return changeIf<medications::Lot>(state, parameters, [=](medications::Lot &lot) {
        const qint64 available = takes ? std::min(lot.onHand, lot.reserved) : lot.onHand - lot.reserved;
        lot.onHand -= takes ? quantity : 0;
        lot.reserved += takes ? -quantity : quantity;
        return quantity > 0 && available >= quantity;
    });
}

Error unknownStatement(const QString &name)
{
    return {ErrorKind::NotFound, QStringLiteral("storage.statement-unknown"), name};
}

} // namespace

Result<std::vector<Row>> answer(const State &state,
                                const TypeInfo &type,
                                const QString &query,
                                const Parameters &parameters)
{
    const auto known = answers().find(query);
    if (known == answers().end())
        return unknownStatement(query);
    return known->second(state, type, parameters);
}

Result<bool> runEffect(State &state, const workflow::EffectCall &call)
{
    if (call.name == QLatin1String("slot/book"))
        return bookSlot(state, call.parameters);
    if (call.name == QLatin1String("lot/take"))
        return changeLot(state, call.parameters, true);
    if (call.name == QLatin1String("lot/reserve"))
        return changeLot(state, call.parameters, false);
    return unknownStatement(call.name);
}

} // namespace simiao::test
