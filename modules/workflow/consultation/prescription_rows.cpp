#include "workflow/consultation/prescription_rows.h"

#include "core/text.h"

namespace simiao::workflow {

using medications::Medication;
using medications::MedicationRequest;
using medications::Prescription;

namespace {

Prescription prescriptionOf(const Context &context,
                            const scheduling::QueueTask &task,
                            medications::PrescriptionForm form)
{
    Prescription prescription;
    prescription.id = context.newId<Prescription>();
    prescription.patient = task.patient;
    prescription.encounter = task.encounter;
    prescription.author = context.session.account;
    prescription.status = medications::PrescriptionStatus::Signed;
    prescription.form = form;
    prescription.authoredOn = context.clock->now();
    return prescription;
}

} // namespace

std::vector<Id<Medication>> drugsOf(const std::vector<MedicationDraft> &drafts)
{
    std::vector<Id<Medication>> drugs;
    for (const auto &draft : drafts)
        drugs.push_back(draft.medication);
    return drugs;
}

std::vector<PreparedLine> preparedLines(const std::vector<Medication> &drugs,
                                        const std::vector<MedicationDraft> &drafts,
                                        const SigningFacts &facts,
                                        const ReferenceData &reference)
{
    std::vector<PreparedLine> lines;
    lines.reserve(drugs.size());
    for (std::size_t at = 0; at < drugs.size(); ++at)
        lines.push_back(prepareLine(drugs[at], drafts[at], facts, reference));
    return lines;
}

Result<void> checkLineTexts(const std::vector<MedicationDraft> &drafts)
{
    for (const auto &draft : drafts) {
        TRY_VOID(checkedText(draft.overrideReason));
    }
    return ok();
}

MedicationRequest requestOf(const Context &context,
                            const Prescription &prescription,
                            const PreparedLine &line,
                            int number)
{
    MedicationRequest request;
    request.id = context.newId<MedicationRequest>();
    request.prescription = prescription.id;
    request.patient = prescription.patient;
    request.encounter = prescription.encounter;
    request.medication = line.medication.id;
    request.medicationName = line.medication.name;
    request.line = number;
    request.status = medications::MedicationRequestStatus::Active;
    request.dosage = line.draft.dosage;
    request.quantity = line.quantity.value_or(0);
    request.quantityUnit = line.medication.smallestUnit;
    request.price = line.price;
    request.overrideReason = line.draft.overrideReason;
    return request;
}

void addPrescriptions(UnitOfWork &work,
                      const Context &context,
                      const scheduling::QueueTask &task,
                      const std::vector<PreparedLine> &lines,
                      const SigningFacts &facts,
                      const ReferenceData &reference)
{
    const QString day = context.clock->today().toIso().remove(QLatin1Char('-'));
    for (const auto &[sheet, ofSheet] : linesBySheet(lines)) {
        const auto form =
            medications::formOfSheet(drugsOf(ofSheet), prescriptionFacts(facts), reference.prescriptions);
        const auto prescription = prescriptionOf(context, task, form);
        work.insert(prescription)
            .numbered(&Prescription::number,
                      {QStringLiteral("prescription/") + day, QStringLiteral("P") + day, 4});
        int number = 0;
        for (const auto *line : ofSheet)
            work.insert(requestOf(context, prescription, *line, ++number));
    }
}

} // namespace simiao::workflow
