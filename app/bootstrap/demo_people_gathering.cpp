#include "bootstrap/demo_people_gathering.h"

#include "bootstrap/demo_commit.h"
#include "core/task_of.h"
#include "core/try.h"
#include "workflow/ports/queries.h"

#include <QtConcurrentRun>

#include <set>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t kSeed = 20261122;

using MaterialPointer = std::shared_ptr<const PeopleMaterial>;

Task<Result<MaterialPointer>> readMaterialAsync(QString demoFolder)
{
    return taskOf(QtConcurrent::run([demoFolder]() -> Result<MaterialPointer> {
        TRY(auto material, readPeopleMaterial(demoFolder));
        return MaterialPointer(std::make_shared<PeopleMaterial>(std::move(material)));
    }));
}

Task<Result<DemoClinic>> storedClinic(std::shared_ptr<workflow::Store> store)
{
    auto findingDepartments = workflow::find(store, workflow::query::organizations);
    CO_TRY(const auto departments, co_await findingDepartments);
    auto findingAccounts = workflow::find(store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await findingAccounts);
    DemoClinic clinic;
    for (const auto &department : departments)
        clinic.departments.insert({department.code, department});
    for (const auto &account : accounts)
        clinic.accounts.insert({account.loginName, account});
    co_return clinic;
}

std::set<QString> drugsNamed(const PeopleMaterial &material)
{
    std::set<QString> codes;
    for (const auto &complaint : material.complaints)
        codes.insert(complaint.drugs.begin(), complaint.drugs.end());
    return codes;
}

Task<Result<std::map<QString, DemoDrug>>> storedDrugs(std::shared_ptr<workflow::Store> store,
                                                      std::set<QString> codes)
{
    auto finding = workflow::find(store, workflow::query::medications);
    CO_TRY(const auto medications, co_await finding);
    std::map<QString, DemoDrug> drugs;
    for (const auto &medication : medications) {
        if (!codes.contains(medication.code))
            continue;
        auto findingLots = workflow::find(store, workflow::query::lotsOfMedication, medication.id);
        CO_TRY(const auto lots, co_await findingLots);
        if (const auto drug = drugOnShelf(medication, lots))
            drugs.insert({medication.code, *drug});
    }
    co_return drugs;
}

/// Who reviews and who takes the money.
Result<void> appointStaff(PeopleSource &source)
{
    const auto *pharmacist = withRole(source.clinic, u"pharmacist"_s);
    const auto *cashier = withRole(source.clinic, u"cashier"_s);
    if (!pharmacist || !cashier)
        return Error{ErrorKind::NotFound, u"demo.role-missing"_s, u"pharmacist,cashier"_s};
    source.pharmacist = pharmacist->id;
    source.cashier = cashier->id;
    return ok();
}

} // namespace

Task<Result<SourcePointer>> gatherPeopleSource(DemoPorts ports)
{
    auto reading = readMaterialAsync(ports.demoFolder);
    CO_TRY(const auto material, co_await reading);
    const auto source = std::make_shared<PeopleSource>();
    source->material = *material;
    auto findingClinic = storedClinic(ports.context.store);
    CO_TRY(source->clinic, co_await findingClinic);
    auto findingDrugs = storedDrugs(ports.context.store, drugsNamed(*material));
    CO_TRY(source->drugs, co_await findingDrugs);
    CO_TRY_VOID(appointStaff(*source));
    source->reference = ports.reference;
    source->nameKeys = ports.context.nameKeys;
    source->imagesFolder = ports.imagesFolder;
    source->today = ports.context.clock->today();
    source->zone = ports.context.clock->zone();
    source->seed = kSeed;
    const SourcePointer gathered = source;
    co_return gathered;
}

} // namespace simiao::bootstrap
