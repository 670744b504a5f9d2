#include "workflow/dispensing/review_prescription.h"

#include "core/text.h"
#include "workflow/commit_and_load.h"
#include "workflow/earlier_result.h"

namespace simiao::workflow {

namespace {

financial::ChargeItem chargeOf(const Context &context, const medications::MedicationRequest &line)
{
    financial::ChargeItem item;
    item.id = context.newId<financial::ChargeItem>();
    item.patient = line.patient;
    item.encounter = line.encounter;
    item.kind = financial::ChargeKind::Medication;
    item.request = line.id;
    item.prescription = line.prescription;
    item.description = line.medicationName;
    item.quantity = line.quantity;
    item.unit = line.quantityUnit;
    item.amount = line.price;
    return item;
}

} // namespace

Task<Result<medications::Prescription>> reviewPrescription(Context context, Uuid command, Review review)
{
    using medications::PrescriptionStatus;
    const auto act = QStringLiteral("prescription.review");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    CO_TRY(const auto note, checkedText(review.note.trimmed()));
    if (!review.isPassed && note.isEmpty())
        co_return Error{ErrorKind::Invalid, QStringLiteral("review.note-missing")};
    auto repeating = earlierResult<medications::Prescription>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<medications::Prescription>(*earlier);
    auto loading = load(context.store, review.prescription);
    CO_TRY(auto prescription, co_await loading);
    const auto next = review.isPassed ? PrescriptionStatus::Reviewed : PrescriptionStatus::Returned;
    if (!medications::isAllowed(prescription.status, next))
        co_return Error{ErrorKind::Conflict, QStringLiteral("prescription.state"),
                        codeOf(prescription.status)};
    auto finding = find(context.store, query::linesOfPrescription, review.prescription);
    CO_TRY(const auto lines, co_await finding);

    prescription.status = next;
    prescription.reviewer = context.session.account;
    prescription.reviewedAt = context.clock->now();
    if (!review.isPassed) // what was asked stays readable beside the answer
        prescription.reviewNote = note;
    auto work = context.begin(command, act, prescription.patient, codeOf(next));
    work.update(prescription);
    if (review.isPassed) {
        for (const auto &line : lines)
            work.insert(chargeOf(context, line));
    }
    auto storing = commitAndLoad(context, std::move(work), review.prescription);
    co_return co_await storing;
}

} // namespace simiao::workflow
