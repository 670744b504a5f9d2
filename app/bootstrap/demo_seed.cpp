#include "bootstrap/demo_seed.h"

#include "bootstrap/demo_commit.h"
#include "bootstrap/demo_people_seed.h"
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

using HospitalPointer = std::shared_ptr<const DemoHospital>;
using WorkPointer = std::shared_ptr<workflow::UnitOfWork>;

const QString kHospitalPart = u"hospital"_s;

/// One commit: a demonstration is whole or not there.
void insertHospital(workflow::UnitOfWork &work, const DemoHospital &hospital)
{
    insertAll(work, hospital.clinic.departments | std::views::values);
    insertAll(work, hospital.clinic.accounts | std::views::values);
    insertAll(work, hospital.clinic.slots);
    insertAll(work, hospital.pharmacy.medications);
    insertAll(work, hospital.pharmacy.lots);
    insertAll(work, hospital.people.patients | std::views::values);
    insertAll(work, hospital.people.allergies);
    insertAll(work, hospital.people.observations);
    insertAll(work, hospital.settings);
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

Task<Result<workflow::Receipt>> seedStudies(Context context,
                                            std::shared_ptr<workflow::PhantomStudyWriter> phantoms,
                                            std::vector<DemoStudy> studies)
{
    auto work = context.begin(context.newCommand(), kSeedAct, {}, u"studies"_s);
    for (const auto &study : studies) {
        auto writing = phantoms->write(study.order);
        CO_TRY_VOID(co_await writing);
        work.insert(study.row);
    }
    auto storing = context.store->commit(std::move(work));
    co_return co_await storing;
}

Task<Result<HospitalPointer>> readAsync(DemoMaker maker)
{
    return taskOf(QtConcurrent::run([maker = std::move(maker)]() -> Result<HospitalPointer> {
        TRY(auto hospital, readDemoHospital(maker));
        return HospitalPointer(std::make_shared<DemoHospital>(std::move(hospital)));
    }));
}

/// `work` with the rows of the hospital: thousands, too many to make on the GUI thread.
Task<WorkPointer> fillAsync(WorkPointer work, HospitalPointer hospital)
{
    return taskOf(QtConcurrent::run([work, hospital] {
        insertHospital(*work, *hospital);
        return work;
    }));
}

Task<Result<workflow::Receipt>> commitHospital(Context context, HospitalPointer hospital)
{
    auto filling = fillAsync(std::make_shared<workflow::UnitOfWork>(
                                 context.begin(seedCommand(kHospitalPart), kSeedAct, {}, kHospitalPart)),
                             hospital);
    const auto work = co_await filling;
    auto storing = context.store->commit(std::move(*work));
    co_return co_await storing;
}

Task<Result<DemoReport>> seedHospital(DemoPorts ports)
{
    auto context = std::move(ports.context);
    context.rng = std::make_shared<SeededRng>(kSeed);
    auto reading =
        readAsync({ports.demoFolder, ports.imagesFolder, context.clock, context.rng, context.nameKeys});
    CO_TRY(const auto hospital, co_await reading);
    const auto &people = hospital->people;
    DemoReport report;
    report.isSeeded = true;
    report.waiting = int(people.waiting.size());
    CO_TRY(const auto administrator, actingAs(context, hospital->clinic, u"administrator"_s));
    auto committing = commitHospital(administrator, hospital);
    CO_TRY(const auto stored, co_await committing);
    countRows(stored, report.rows);
    auto queueing = seedQueue(context, hospital->clinic, people.waiting);
    CO_TRY_VOID(co_await queueing);
    if (ports.phantoms && !people.studies.empty()) {
        auto picturing = seedStudies(administrator, ports.phantoms, people.studies);
        CO_TRY(const auto pictured, co_await picturing);
        countRows(pictured, report.rows);
    }
    co_return report;
}

/// What people ask for, from the rows.
DemoReport withTotals(DemoReport report)
{
    report.patients = report.rows[u"Patient"_s];
    report.medications = report.rows[u"Medication"_s];
    report.studies = report.rows[u"ImagingStudy"_s];
    return report;
}

} // namespace

Result<DemoHospital> readDemoHospital(const DemoMaker &maker)
{
    DemoHospital hospital;
    TRY(hospital.clinic, readDemoClinic(maker));
    TRY(hospital.pharmacy, readDemoPharmacy(maker));
    TRY(hospital.people, readDemoPatients(maker));
    TRY(hospital.settings, readDemoSettings(maker));
    return hospital;
}

DemoPorts demoPorts(const ApplicationGraph &graph)
{
    workflow::Session session;
    session.site = graph.config.value(u"site.code"_s);
    session.workstation = graph.config.value(u"workstation.name"_s);
    return {graph.contextFor(session), graph.phantoms, graph.resources + u"/demo"_s,
            graph.profile->folders().data + u"/images"_s,
            std::make_shared<const workflow::ReferenceData>(graph.reference)};
}

Task<Result<bool>> holdsDemo(std::shared_ptr<workflow::Store> store)
{
    auto asking = store->receiptOf(seedCommand(kHospitalPart));
    CO_TRY(const auto hospital, co_await asking);
    co_return hospital.has_value();
}

Task<Result<DemoReport>> seedDemo(DemoPorts ports)
{
    auto finding = workflow::find(ports.context.store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await finding);
    auto asking = ports.context.store->receiptOf(seedCommand(kHospitalPart));
    CO_TRY(const auto hospital, co_await asking);
    if (!accounts.empty() && (ports.size == DemoSize::Small || !hospital))
        co_return DemoReport{};

    DemoReport report;
    if (accounts.empty()) {
        auto seeding = seedHospital(ports);
        CO_TRY(report, co_await seeding);
    } else {
        countRows(*hospital, report.rows);
    }
    if (ports.size == DemoSize::Full) {
        auto seeding = seedPeople(ports, report);
        CO_TRY(report, co_await seeding);
    }
    co_return withTotals(report);
}

} // namespace simiao::bootstrap
