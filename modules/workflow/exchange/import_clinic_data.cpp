#include "workflow/exchange/import_clinic_data.h"

#include "core/task_of.h"
#include "core/text.h"
#include "workflow/exchange/import_plan.h"
#include "workflow/exchange/read_departments.h"
#include "workflow/exchange/read_prices.h"
#include "workflow/exchange/read_schedule.h"
#include "workflow/exchange/read_staff.h"
#include "workflow/exchange/read_stock.h"
#include "workflow/ports/clinic_queries.h"
#include "workflow/ports/queries.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using administration::Organization;
using medications::Medication;
using scheduling::Slot;
using security::Account;

namespace {

QString act()
{
    return u"clinic-data.import"_s;
}

/// Who may not import is told so before anything is said about the file.
Task<Result<void>> admit(Context context, CsvTable table, QStringList columns)
{
    auto authorising = authorise(context, act());
    CO_TRY_VOID(co_await authorising);
    co_return checkColumns(table, columns);
}

template <Entity T>
ClinicImportReport reportOf(const ImportPlan<T> &plan, const std::vector<CsvReject> &rejects)
{
    return {int(plan.added.size()), int(plan.changed.size()), plan.unchanged, rejects};
}

/// The counts of what was stored, now or when the command was first given. A new row has version 1.
ClinicImportReport storedBy(const Receipt &receipt, std::size_t rows)
{
    const auto added = std::ranges::count(receipt.changes, 1, &Change::version);
    const auto all = std::ssize(receipt.changes);
    return {int(added), int(all - added), int(rows) - int(all), {}};
}

/// What an import is, as the trail says it.
struct Purpose
{
    QString what;
    QString reason = {}; ///< may be empty
};

QString auditDetail(const Purpose &purpose, const ClinicImportReport &report)
{
    const auto counts = u"%1: added %2, changed %3, unchanged %4"_s.arg(
        purpose.what, QString::number(report.added), QString::number(report.changed),
        QString::number(report.unchanged));
    return purpose.reason.isEmpty() ? counts : counts + u"; reason: "_s + purpose.reason;
}

template <Entity T>
UnitOfWork workOf(const Context &context, Uuid command, const ImportPlan<T> &plan, const QString &detail)
{
    auto work = context.begin(command, act(), {}, detail);
    for (auto row : plan.added) {
        row.id = context.newId<T>();
        work.insert(std::move(row));
    }
    for (const auto &row : plan.changed)
        work.update(row);
    return work;
}

/// What was read goes into the store as a whole, or not at all.
template <Entity T>
Task<Result<ClinicImportReport>> finish(Context context,
                                        Uuid command,
                                        Purpose purpose,
                                        Reading<T> reading,
                                        std::vector<T> known,
                                        bool isDryRun,
                                        ImportWatch watch)
{
    if (watch.isStopped())
        co_return Error{ErrorKind::Cancelled, u"import.stopped"_s};
    const auto plan = planImport(reading.values, known);
    const auto report = reportOf(plan, reading.rejects);
    if (isDryRun)
        co_return report;
    auto asking = context.store->receiptOf(command);
    CO_TRY(const auto earlier, co_await asking);
    if (earlier) // before the rejects: what the first call stored may be one of them by now
        co_return storedBy(*earlier, reading.values.size() + reading.rejects.size());
    if (!reading.rejects.empty())
        co_return ClinicImportReport{0, 0, 0, reading.rejects};
    auto storing = context.store->commit(workOf(context, command, plan, auditDetail(purpose, report)));
    CO_TRY(const auto receipt, co_await storing);
    co_return storedBy(receipt, reading.values.size());
}

Task<Result<KnownStaff>> knownStaff(Context context)
{
    KnownStaff known;
    auto findingAccounts = find(context.store, query::accounts);
    CO_TRY(known.accounts, co_await findingAccounts);
    auto findingDepartments = find(context.store, query::organizations);
    CO_TRY(known.departments, co_await findingDepartments);
    for (const auto &role : context.policy->roles())
        known.roles.append(role.code);
    co_return known;
}

Task<Result<KnownSchedule>> knownSchedule(Context context, std::pair<Instant, Instant> between)
{
    KnownSchedule known;
    known.zone = context.clock->zone();
    auto findingAccounts = find(context.store, query::accounts);
    CO_TRY(known.accounts, co_await findingAccounts);
    auto findingDepartments = find(context.store, query::organizations);
    CO_TRY(known.departments, co_await findingDepartments);
    auto findingSlots = find(context.store, query::slotsTouching, between.first, between.second);
    CO_TRY(known.slots, co_await findingSlots);
    co_return known;
}

Reading<Account> withVerifier(Reading<Account> reading, const QString &verifier)
{
    for (auto &account : reading.values) {
        if (account.id.isNull())
            account.passwordHash = verifier;
    }
    return reading;
}

} // namespace

Task<Result<ClinicImportReport>> importDepartments(Context context,
                                                   Uuid command,
                                                   CsvTable table,
                                                   bool isDryRun,
                                                   ImportWatch watch)
{
    auto admitting = admit(context, table, departmentColumns());
    CO_TRY_VOID(co_await admitting);
    auto finding = find(context.store, query::organizations);
    CO_TRY(const auto known, co_await finding);
    auto reading = taskOf(QtConcurrent::run(&readDepartments, table, known, watch));
    const auto read = co_await reading;
    auto finishing = finish(context, command, Purpose{u"departments"_s}, read, known, isDryRun, watch);
    co_return co_await finishing;
}

Task<Result<ClinicImportReport>> importStaff(Context context,
                                             Uuid command,
                                             CsvTable table,
                                             QString verifier,
                                             bool isDryRun,
                                             ImportWatch watch)
{
    auto admitting = admit(context, table, staffColumns());
    CO_TRY_VOID(co_await admitting);
    auto authorising = authorise(context, u"account.manage"_s);
    CO_TRY_VOID(co_await authorising);
    auto finding = knownStaff(context);
    CO_TRY(const auto known, co_await finding);
    auto reading = taskOf(QtConcurrent::run(&readStaff, table, known, watch));
    const auto read = co_await reading;
    auto finishing = finish(context, command, Purpose{u"staff"_s}, withVerifier(read, verifier),
                            known.accounts, isDryRun, watch);
    co_return co_await finishing;
}

Task<Result<ClinicImportReport>> importMedications(Context context,
                                                   Uuid command,
                                                   CsvTable table,
                                                   DrugVocabulary words,
                                                   bool isDryRun,
                                                   ImportWatch watch)
{
    auto admitting = admit(context, table, medicationColumns());
    CO_TRY_VOID(co_await admitting);
    auto finding = find(context.store, query::medications);
    CO_TRY(const auto known, co_await finding);
    auto reading = taskOf(QtConcurrent::run(&readMedications, table, known, words, watch));
    const auto read = co_await reading;
    auto finishing = finish(context, command, Purpose{u"drugs"_s}, read, known, isDryRun, watch);
    co_return co_await finishing;
}

Task<Result<ClinicImportReport>> importPrices(Context context,
                                              Uuid command,
                                              CsvTable table,
                                              bool isDryRun,
                                              ImportWatch watch)
{
    auto admitting = admit(context, table, priceColumns());
    CO_TRY_VOID(co_await admitting);
    auto finding = find(context.store, query::medications);
    CO_TRY(const auto known, co_await finding);
    auto reading = taskOf(QtConcurrent::run(&readPrices, table, known, watch));
    const auto read = co_await reading;
    auto finishing = finish(context, command, Purpose{u"prices"_s}, read, known, isDryRun, watch);
    co_return co_await finishing;
}

Task<Result<ClinicImportReport>> importStock(Context context,
                                             Uuid command,
                                             CsvTable table,
                                             QString reason,
                                             bool isDryRun,
                                             ImportWatch watch)
{
    auto admitting = admit(context, table, stockColumns());
    CO_TRY_VOID(co_await admitting);
    CO_TRY(const auto why, checkedText(reason.trimmed()));
    if (why.isEmpty() && !isDryRun)
        co_return Error{ErrorKind::Invalid, u"import.reason-missing"_s};
    auto asking = ask(context.store, all(query::medications), all(query::lots));
    CO_TRY(const auto answers, co_await asking);
    const KnownStock known{std::get<0>(answers), std::get<1>(answers), context.clock->today()};
    auto reading = taskOf(QtConcurrent::run(&readStock, table, known, watch));
    const auto read = co_await reading;
    auto finishing = finish(context, command, Purpose{u"stock"_s, why}, read, known.lots, isDryRun, watch);
    co_return co_await finishing;
}

Task<Result<ClinicImportReport>> importSchedule(Context context,
                                                Uuid command,
                                                CsvTable table,
                                                bool isDryRun,
                                                ImportWatch watch)
{
    auto admitting = admit(context, table, scheduleColumns());
    CO_TRY_VOID(co_await admitting);
    auto finding = knownSchedule(context, spanOf(table, context.clock->zone()));
    CO_TRY(const auto known, co_await finding);
    auto reading = taskOf(QtConcurrent::run(&readSchedule, table, known, watch));
    const auto read = co_await reading;
    auto finishing = finish(context, command, Purpose{u"schedule"_s}, read, known.slots, isDryRun, watch);
    co_return co_await finishing;
}

} // namespace simiao::workflow
