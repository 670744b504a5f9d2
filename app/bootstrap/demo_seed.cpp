#include "bootstrap/demo_seed.h"

#include "bootstrap/demo_hospital.h"
#include "core/task_of.h"
#include "core/try.h"
#include "workflow/frontdesk/check_in.h"
#include "workflow/ports/queries.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <ranges>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using workflow::Context;

namespace {

constexpr std::uint64_t kSeed = 20261122;

template <typename Rows>
void insertAll(workflow::UnitOfWork &work, Rows &&rows)
{
    for (const auto &row : rows)
        work.insert(row);
}

/// The account of the first person with this role.
const security::Account *withRole(const DemoClinic &clinic, const QString &role)
{
    for (const auto &account : clinic.accounts | std::views::values) {
        if (std::ranges::find(account.roles, role) != account.roles.end())
            return &account;
    }
    return nullptr;
}

/// The seeder acts as somebody of the hospital, so that the trail names a person.
Result<Context> actingAs(Context context, const DemoClinic &clinic, const QString &role)
{
    const auto *account = withRole(clinic, role);
    if (!account)
        return Error{ErrorKind::NotFound, u"demo.role-missing"_s, role};
    auto &session = context.session;
    session.account = account->id;
    session.roles = QStringList(account->roles.begin(), account->roles.end());
    session.department = account->department;
    return context;
}

workflow::UnitOfWork seedWork(const Context &context, const QString &part)
{
    return context.begin(context.newCommand(), u"demo.seed"_s, {}, part);
}

/// One commit: a demonstration is whole or not there.
workflow::UnitOfWork rowsOf(const Context &context, const DemoHospital &hospital)
{
    auto work = seedWork(context, u"hospital"_s);
    insertAll(work, hospital.clinic.departments | std::views::values);
    insertAll(work, hospital.clinic.accounts | std::views::values);
    insertAll(work, hospital.clinic.slots);
    insertAll(work, hospital.pharmacy.medications);
    insertAll(work, hospital.pharmacy.lots);
    insertAll(work, hospital.people.patients | std::views::values);
    insertAll(work, hospital.people.allergies);
    insertAll(work, hospital.people.observations);
    return work;
}

Result<workflow::CheckIn> checkInOf(const DemoWaiting &waiting, const DemoClinic &clinic)
{
    const auto physician = clinic.accounts.find(waiting.loginName);
    const auto slot = std::ranges::find_if(clinic.slots, [&](const scheduling::Slot &candidate) {
        return physician != clinic.accounts.end() && candidate.practitioner == physician->second.id
            && candidate.start == waiting.slotStart;
    });
    if (slot == clinic.slots.end())
        return Error{ErrorKind::NotFound, u"demo.slot-missing"_s, waiting.slotStart.toIso()};
    return workflow::CheckIn{waiting.patient, slot->department, slot->id};
}

Task<Result<void>> seedQueue(Context context, DemoClinic clinic, std::vector<DemoWaiting> queue)
{
    CO_TRY(const auto registrar, actingAs(context, clinic, u"registrar"_s));
    for (const auto &waiting : queue) {
        CO_TRY(const auto wish, checkInOf(waiting, clinic));
        auto checking = workflow::checkIn(registrar, registrar.newCommand(), wish);
        CO_TRY_VOID(co_await checking);
    }
    co_return ok();
}

Task<Result<void>> seedStudies(Context context,
                               std::shared_ptr<workflow::PhantomStudyWriter> phantoms,
                               std::vector<DemoStudy> studies)
{
    auto work = seedWork(context, u"studies"_s);
    for (const auto &study : studies) {
        auto writing = phantoms->write(study.order);
        CO_TRY_VOID(co_await writing);
        work.insert(study.row);
    }
    auto storing = context.store->commit(std::move(work));
    CO_TRY_VOID(co_await storing);
    co_return ok();
}

Task<Result<DemoHospital>> readAsync(DemoMaker maker)
{
    return taskOf(QtConcurrent::run([maker = std::move(maker)] { return readDemoHospital(maker); }));
}

} // namespace

Result<DemoHospital> readDemoHospital(const DemoMaker &maker)
{
    DemoHospital hospital;
    TRY(hospital.clinic, readDemoClinic(maker));
    TRY(hospital.pharmacy, readDemoPharmacy(maker));
    TRY(hospital.people, readDemoPatients(maker));
    return hospital;
}

DemoPorts demoPorts(const ApplicationGraph &graph)
{
    workflow::Session session;
    session.site = graph.config.value(u"site.code"_s);
    session.workstation = graph.config.value(u"workstation.name"_s);
    return {graph.contextFor(session), graph.phantoms, graph.resources + u"/demo"_s,
            graph.profile->folders().data + u"/images"_s};
}

Task<Result<DemoReport>> seedDemo(DemoPorts ports)
{
    auto context = std::move(ports.context);
    auto finding = workflow::find(context.store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await finding);
    if (!accounts.empty())
        co_return DemoReport{};

    context.rng = std::make_shared<SeededRng>(kSeed);
    auto reading =
        readAsync({ports.demoFolder, ports.imagesFolder, context.clock, context.rng, context.nameKeys});
    CO_TRY(const auto hospital, co_await reading);
    const auto &[clinic, pharmacy, people] = hospital;
    CO_TRY(const auto administrator, actingAs(context, clinic, u"administrator"_s));
    auto committing = context.store->commit(rowsOf(administrator, hospital));
    CO_TRY_VOID(co_await committing);
    auto queueing = seedQueue(context, clinic, people.waiting);
    CO_TRY_VOID(co_await queueing);
    if (ports.phantoms && !people.studies.empty()) {
        auto picturing = seedStudies(administrator, ports.phantoms, people.studies);
        CO_TRY_VOID(co_await picturing);
    }
    const DemoReport report{true, int(people.patients.size()), int(pharmacy.medications.size()),
                            int(people.waiting.size()), ports.phantoms ? int(people.studies.size()) : 0};
    co_return report;
}

} // namespace simiao::bootstrap
