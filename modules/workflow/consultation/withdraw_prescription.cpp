#include "workflow/consultation/withdraw_prescription.h"

#include "core/text.h"

namespace simiao::workflow {

using medications::Prescription;
using medications::PrescriptionStatus;

namespace {

const QString kAct = QStringLiteral("medication-request.sign");

/// What is stored, or the reason against it.
Result<UnitOfWork> withdrawing(const Context &context,
                               Uuid command,
                               const Withdrawal &withdrawal,
                               Reader &rows)
{
    TRY(auto prescription, rows.get(one(withdrawal.prescription)));
    if (!canWithdraw(prescription))
        return Error{ErrorKind::Conflict, QStringLiteral("prescription.state"), codeOf(prescription.status)};
    TRY(auto lines, rows.get(all(query::linesOfPrescription, prescription.id)));
    prescription.status = PrescriptionStatus::Cancelled;
    prescription.answer = withdrawal.reason;
    auto work = context.begin(command, kAct, prescription.patient,
                              QStringLiteral("withdrawn: ") + codeOf(prescription.status));
    work.update(prescription);
    for (auto &line : lines) {
        line.status = medications::MedicationRequestStatus::Cancelled;
        work.update(line);
    }
    return work;
}

} // namespace

bool canWithdraw(const Prescription &prescription)
{
    return medications::isAllowed(prescription.status, PrescriptionStatus::Cancelled);
}

Task<Result<Prescription>> withdrawPrescription(Context context, Uuid command, Withdrawal withdrawal)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    CO_TRY(withdrawal.reason, checkedText(withdrawal.reason.trimmed()));
    if (withdrawal.reason.isEmpty())
        co_return Error{ErrorKind::Invalid, QStringLiteral("withdraw.reason-missing"),
                        QStringLiteral("reason")};
    auto storing = context.store->decide(
        command, [=](Reader &rows) { return withdrawing(context, command, withdrawal, rows); });
    CO_TRY_VOID(co_await storing);
    auto loading = load(context.store, withdrawal.prescription);
    co_return co_await loading;
}

} // namespace simiao::workflow
