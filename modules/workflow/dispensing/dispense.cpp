#include "workflow/dispensing/dispense.h"

#include "workflow/commit_and_load.h"
#include "workflow/earlier_result.h"

#include <algorithm>
#include <numeric>

namespace simiao::workflow {

namespace {

using medications::PrescriptionStatus;

Error stateError(PrescriptionStatus status)
{
    return {ErrorKind::Conflict, QStringLiteral("prescription.state"), codeOf(status)};
}

qint64 sumOf(const std::vector<medications::Pick> &picks)
{
    return std::accumulate(picks.begin(), picks.end(), qint64(0),
                           [](qint64 sum, const medications::Pick &pick) { return sum + pick.quantity; });
}

std::vector<medications::Pick> picksOf(const medications::MedicationRequest &request,
                                       const std::vector<PickedLine> &lines)
{
    const auto line = std::ranges::find(lines, request.id, [](const auto &l) { return l.request.id; });
    return line == lines.end() ? std::vector<medications::Pick>{} : line->picks;
}

bool addsUp(const std::vector<medications::MedicationRequest> &requests, const std::vector<PickedLine> &lines)
{
    return requests.size() == lines.size()
        && std::ranges::all_of(requests, [&lines](const medications::MedicationRequest &request) {
               return sumOf(picksOf(request, lines)) == request.quantity;
           });
}

/// The wrong drug or an expired one must not leave the counter, whatever was picked.
Result<void> checkLots(const std::vector<medications::Pick> &picks,
                       const std::vector<medications::Lot> &lotsOfDrug,
                       Date today)
{
    for (const auto &pick : picks) {
        const auto lot = std::ranges::find(lotsOfDrug, pick.lot, [](const auto &l) { return l.id; });
        if (lot == lotsOfDrug.end() || lot->expiry < today)
            return Error{ErrorKind::Conflict, QStringLiteral("dispense.lot"), pick.lot.toString()};
    }
    return ok();
}

medications::MedicationDispense dispenseOf(const Context &context,
                                           const medications::MedicationRequest &request,
                                           const medications::Pick &pick)
{
    medications::MedicationDispense given;
    given.id = context.newId<medications::MedicationDispense>();
    given.request = request.id;
    given.prescription = request.prescription;
    given.patient = request.patient;
    given.medication = request.medication;
    given.lot = pick.lot;
    given.quantity = pick.quantity;
    given.performer = context.session.account;
    given.whenPrepared = context.clock->now();
    return given;
}

PickedLine pickedLine(const medications::MedicationRequest &request,
                      std::vector<medications::Pick> picks,
                      const std::vector<medications::Lot> &lots)
{
    PickedLine line{request, std::move(picks), {}};
    for (const auto &pick : line.picks)
        line.lots.push_back(*std::ranges::find(lots, pick.lot, [](const auto &lot) { return lot.id; }));
    return line;
}

/// Only what is reserved can be taken: payment promised these units.
std::vector<medications::Lot> reservedLots(std::vector<medications::Lot> lots)
{
    for (auto &lot : lots)
        lot.onHand = lot.reserved;
    return lots;
}

Task<Result<void>> checkAllLots(Context context,
                                std::vector<medications::MedicationRequest> requests,
                                std::vector<PickedLine> lines)
{
    for (const auto &request : requests) {
        auto finding = find(context.store, query::lotsOfMedication, request.medication);
        CO_TRY(const auto lots, co_await finding);
        CO_TRY_VOID(checkLots(picksOf(request, lines), lots, context.clock->today()));
    }
    co_return ok();
}

} // namespace

Task<Result<std::vector<PickedLine>>> proposePicks(Context context,
                                                   Id<medications::Prescription> prescription)
{
    auto authorising = authorise(context, QStringLiteral("stock.read"));
    CO_TRY_VOID(co_await authorising);
    auto finding = find(context.store, query::linesOfPrescription, prescription);
    CO_TRY(const auto requests, co_await finding);
    std::vector<PickedLine> lines;
    std::vector<medications::Pick> taken;
    for (const auto &request : requests) {
        auto findingLots = find(context.store, query::lotsOfMedication, request.medication);
        CO_TRY(const auto lots, co_await findingLots);
        const auto left = medications::withoutPicks(reservedLots(lots), taken);
        CO_TRY(auto picks, medications::pickLots(left, request.quantity, context.clock->today()));
        taken.insert(taken.end(), picks.begin(), picks.end());
        lines.push_back(pickedLine(request, std::move(picks), lots));
    }
    co_return lines;
}

Task<Result<medications::Prescription>> dispense(Context context,
                                                 Uuid command,
                                                 Id<medications::Prescription> id,
                                                 std::vector<PickedLine> lines)
{
    const auto act = QStringLiteral("medication.dispense");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto repeating = earlierResult<medications::Prescription>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<medications::Prescription>(*earlier);
    auto loading = load(context.store, id);
    CO_TRY(auto prescription, co_await loading);
    if (!medications::isAllowed(prescription.status, PrescriptionStatus::Dispensed))
        co_return stateError(prescription.status);
    auto finding = find(context.store, query::linesOfPrescription, id);
    CO_TRY(const auto requests, co_await finding);
    if (!addsUp(requests, lines))
        co_return Error{ErrorKind::Conflict, QStringLiteral("dispense.quantity")};
    auto checking = checkAllLots(context, requests, lines);
    CO_TRY_VOID(co_await checking);

    prescription.status = PrescriptionStatus::Dispensed;
    auto work = context.begin(command, act, prescription.patient, codeOf(prescription.status));
    work.update(prescription);
    for (const auto &request : requests) {
        for (const auto &pick : picksOf(request, lines))
            work.apply(effect::takeFromLot, pick.lot, pick.quantity)
                .insert(dispenseOf(context, request, pick));
    }
    auto storing = commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

Task<Result<medications::Prescription>> handOver(Context context,
                                                 Uuid command,
                                                 Id<medications::Prescription> id)
{
    const auto act = QStringLiteral("medication.dispense");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto repeating = earlierResult<medications::Prescription>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<medications::Prescription>(*earlier);
    auto loading = load(context.store, id);
    CO_TRY(auto prescription, co_await loading);
    if (!medications::isAllowed(prescription.status, PrescriptionStatus::HandedOver))
        co_return stateError(prescription.status);
    prescription.status = PrescriptionStatus::HandedOver;
    auto work = context.begin(command, act, prescription.patient, codeOf(prescription.status));
    work.update(prescription);
    auto storing = commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

} // namespace simiao::workflow
