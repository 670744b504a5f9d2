#include "bootstrap/demo_people_seed.h"

#include "bootstrap/demo_commit.h"
#include "bootstrap/demo_people_gathering.h"
#include "bootstrap/demo_people_generator.h"
#include "core/task_of.h"
#include "core/try.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using workflow::Context;

namespace {

constexpr int kPeopleABatch = 50;

/// What one commit takes.
struct Batch
{
    workflow::UnitOfWork work;
    std::vector<workflow::PhantomStudyOrder> pictures; ///< to be made before it
};
using BatchPointer = std::shared_ptr<Batch>;

void insertVisit(workflow::UnitOfWork &work, const DemoVisit &visit)
{
    work.insert(visit.encounter).insert(visit.note);
    insertAll(work, visit.conditions);
    insertAll(work, visit.observations);
    if (visit.prescription)
        work.insert(*visit.prescription);
    insertAll(work, visit.requests);
    insertAll(work, visit.dispenses);
    insertAll(work, visit.charges);
    work.insert(visit.invoice);
}

void insertPerson(workflow::UnitOfWork &work, const DemoPerson &person)
{
    work.insert(person.patient);
    insertAll(work, person.allergies);
    for (const auto &visit : person.visits)
        insertVisit(work, visit);
}

void addPictures(Batch &batch, const std::vector<DemoPerson> &people)
{
    for (const auto &person : people) {
        if (!person.study)
            continue;
        batch.pictures.push_back(person.study->order);
        batch.work.insert(person.study->row);
    }
}

/// Counts for the trail: the persons' numbers, from 1, and their visits.
QString detailOf(const std::vector<DemoPerson> &people, int first)
{
    std::size_t visits = 0;
    for (const auto &person : people)
        visits += person.visits.size();
    return u"people %1-%2 encounters=%3"_s.arg(first + 1).arg(first + int(people.size())).arg(visits);
}

QString partOf(int first)
{
    return u"people/%1"_s.arg(first);
}

/// Makes the batch that begins with the person number `first` on the thread pool. The context goes there
/// without its store: the last pointer to a store must not die on another thread.
Task<BatchPointer> makeBatchAsync(Context context, SourcePointer source, int first, bool hasPictures)
{
    context.store.reset();
    return taskOf(QtConcurrent::run([context, source, first, hasPictures] {
        const auto people = generatePeople(*source, first, std::min(kPeopleABatch, kGeneratedPeople - first));
        auto work = context.begin(seedCommand(partOf(first)), kSeedAct, {}, detailOf(people, first));
        const auto batch = std::make_shared<Batch>(Batch{std::move(work), {}});
        for (const auto &person : people)
            insertPerson(batch->work, person);
        if (hasPictures)
            addPictures(*batch, people);
        return batch;
    }));
}

Task<Result<workflow::Receipt>> seedBatch(Context context,
                                          std::shared_ptr<workflow::PhantomStudyWriter> phantoms,
                                          SourcePointer source,
                                          int first)
{
    auto making = makeBatchAsync(context, source, first, phantoms != nullptr);
    const auto batch = co_await making;
    for (const auto &order : batch->pictures) {
        auto writing = phantoms->write(order);
        CO_TRY_VOID(co_await writing);
    }
    auto storing = context.store->commit(std::move(batch->work));
    co_return co_await storing;
}

} // namespace

Task<Result<DemoReport>> seedPeople(DemoPorts ports, DemoReport report)
{
    auto gathering = gatherPeopleSource(ports);
    CO_TRY(const auto source, co_await gathering);
    CO_TRY(const auto context, actingAs(ports.context, source->clinic, u"administrator"_s));
    for (int first = 0; first < kGeneratedPeople; first += kPeopleABatch) {
        auto asking = context.store->receiptOf(seedCommand(partOf(first)));
        CO_TRY(auto receipt, co_await asking);
        if (!receipt) {
            auto seeding = seedBatch(context, ports.phantoms, source, first);
            CO_TRY(receipt, co_await seeding);
            report.isSeeded = true;
        }
        countRows(*receipt, report.rows);
        if (ports.progress)
            ports.progress(std::min(first + kPeopleABatch, kGeneratedPeople), kGeneratedPeople);
    }
    co_return report;
}

} // namespace simiao::bootstrap
