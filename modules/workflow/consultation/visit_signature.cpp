#include "workflow/consultation/visit_signature.h"

namespace simiao::workflow {

Task<Result<void>> authoriseSigning(Context context, bool hasDrugs)
{
    auto authorising = authorise(context, kSigningNote);
    CO_TRY_VOID(co_await authorising);
    if (hasDrugs) {
        auto authorisingDrugs = authorise(context, QStringLiteral("medication-request.sign"));
        CO_TRY_VOID(co_await authorisingDrugs);
    }
    co_return ok();
}

void addDiagnoses(UnitOfWork &work,
                  const Context &context,
                  const scheduling::QueueTask &task,
                  const std::vector<DiagnosisDraft> &diagnoses,
                  int rank)
{
    for (const auto &diagnosis : diagnoses) {
        clinical::Condition condition;
        condition.id = context.newId<clinical::Condition>();
        condition.patient = task.patient;
        condition.encounter = task.encounter;
        condition.code = diagnosis.code;
        condition.rank = ++rank;
        condition.note = diagnosis.note;
        work.insert(condition);
    }
}

SignedVisit signedVisit(const Receipt &receipt)
{
    return {receipt, QStringList(receipt.numbers.begin(), receipt.numbers.end()).join(QStringLiteral(", "))};
}

} // namespace simiao::workflow
