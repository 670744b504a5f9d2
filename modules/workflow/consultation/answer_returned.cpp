#include "workflow/consultation/answer_returned.h"

#include "core/text.h"
#include "workflow/commit_and_load.h"
#include "workflow/consultation/prescription_rows.h"
#include "workflow/earlier_result.h"

#include <algorithm>

namespace simiao::workflow {

using medications::MedicationRequest;
using medications::MedicationRequestStatus;
using medications::Prescription;
using medications::PrescriptionStatus;

namespace {

bool concerns(const Session &session,
              const Prescription &prescription,
              const administration::Encounter &visit)
{
    const bool isOfDepartment = session.department && visit.department == session.department;
    return prescription.author == session.account || isOfDepartment;
}

bool isSame(const MedicationRequest &stored, const PreparedLine &line)
{
    return stored.medication == line.medication.id && stored.dosage == line.draft.dosage && line.quantity
        && stored.quantity == *line.quantity && stored.overrideReason == line.draft.overrideReason;
}

/// Takes the stored line that says the same out of `left`.
std::optional<MedicationRequest> takeSame(std::vector<MedicationRequest> &left, const PreparedLine &line)
{
    const auto same =
        std::ranges::find_if(left, [&line](const MedicationRequest &stored) { return isSame(stored, line); });
    if (same == left.end())
        return std::nullopt;
    const MedicationRequest taken = *same;
    left.erase(same);
    return taken;
}

/// What stays keeps its row, the rest is cancelled and written anew.
void replaceLines(UnitOfWork &work,
                  const Context &context,
                  const Prescription &prescription,
                  std::vector<MedicationRequest> stored,
                  const std::vector<PreparedLine> &lines)
{
    int number = 0;
    for (const auto &line : lines) {
        ++number;
        auto same = takeSame(stored, line);
        if (!same) {
            work.insert(requestOf(context, prescription, line, number));
        } else if (same->line != number) {
            same->line = number;
            work.update(*same);
        }
    }
    for (auto &left : stored) {
        left.status = MedicationRequestStatus::Cancelled;
        work.update(left);
    }
}

/// One sheet stays one sheet: what does not fit on it needs a visit of its own.
std::vector<MedicationDraft> onOneSheet(std::vector<MedicationDraft> lines)
{
    for (auto &line : lines)
        line.sheet.reset();
    return lines;
}

} // namespace

Task<Result<std::vector<ReturnedPrescription>>> returnedPrescriptions(Context context)
{
    auto authorising = authorise(context, QStringLiteral("queue.read"));
    CO_TRY_VOID(co_await authorising);
    auto finding = find(context.store, query::prescriptionsInStatus, codeOf(PrescriptionStatus::Returned));
    CO_TRY(const auto prescriptions, co_await finding);
    std::vector<ReturnedPrescription> returned;
    for (const auto &prescription : prescriptions) {
        auto asking = ask(context.store, one(prescription.encounter), one(prescription.patient),
                          all(query::taskOfEncounter, prescription.encounter));
        CO_TRY(const auto found, co_await asking);
        const auto &[visit, patient, tasks] = found;
        if (!tasks.empty() && concerns(context.session, prescription, visit))
            returned.push_back({prescription, patient, tasks.front()});
    }
    co_return Result<std::vector<ReturnedPrescription>>(std::move(returned));
}

Task<Result<Prescription>> answerReturned(Context context,
                                          Uuid command,
                                          ReturnAnswer answer,
                                          std::shared_ptr<const ReferenceData> reference)
{
    const auto act = QStringLiteral("medication-request.sign");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    CO_TRY(const auto reason, checkedText(answer.reason.trimmed()));
    if (reason.isEmpty())
        co_return Error{ErrorKind::Invalid, QStringLiteral("answer.reason-missing"),
                        QStringLiteral("answer")};
    CO_TRY_VOID(checkLineTexts(answer.lines));
    auto repeating = earlierResult<Prescription>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<Prescription>(*earlier);
    auto loading = load(context.store, answer.prescription);
    CO_TRY(auto prescription, co_await loading);
    if (prescription.status != PrescriptionStatus::Returned)
        co_return Error{ErrorKind::Conflict, QStringLiteral("prescription.state"),
                        codeOf(prescription.status)};
    const auto drafts = onOneSheet(answer.lines);
    auto gathering =
        ask(context.store, one(prescription.patient), all(query::allergiesOfPatient, prescription.patient),
            all(query::linesOfPrescription, prescription.id), several(drugsOf(drafts)));
    CO_TRY(const auto gathered, co_await gathering);
    const auto &[patient, allergies, stored, drugs] = gathered;
    const SigningFacts facts{patient, allergies, context.clock->today(), context.session.title};
    const auto lines = preparedLines(drugs, drafts, facts, *reference);
    const auto found = lineObstacles(lines, sheetFindings(lines, facts, *reference));
    if (!found.empty())
        co_return Error{ErrorKind::Invalid, found.front().code, found.front().field};

    prescription.status = lines.empty() ? PrescriptionStatus::Cancelled : PrescriptionStatus::Signed;
    prescription.author = context.session.account;
    prescription.authoredOn = context.clock->now();
    prescription.answer = reason;
    prescription.form = lines.empty()
        ? prescription.form
        : medications::formOfSheet(drugs, prescriptionFacts(facts), reference->prescriptions);
    auto work = context.begin(command, act, prescription.patient,
                              QStringLiteral("answered: ") + codeOf(prescription.status));
    work.update(prescription);
    replaceLines(work, context, prescription, stored, lines);
    auto storing = commitAndLoad(context, std::move(work), prescription.id);
    co_return co_await storing;
}

} // namespace simiao::workflow
