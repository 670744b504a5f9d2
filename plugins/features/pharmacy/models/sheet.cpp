#include "pharmacy/models/sheet.h"

#include "workflow/consultation/withdrawn_prescriptions.h"

namespace simiao::pharmacy {

using medications::PrescriptionStatus;

namespace {

std::optional<Quantity> latestWeight(const std::vector<diagnostics::Observation> &newestFirst)
{
    const auto weight = std::ranges::find_if(newestFirst, [](const diagnostics::Observation &observation) {
        return observation.code.code == diagnostics::kBodyWeight;
    });
    return weight == newestFirst.end() ? std::nullopt : std::optional(weight->value);
}

Task<Result<sdk::BannerPatient>> readBanner(workflow::Context context, Id<administration::Patient> id)
{
    auto loading = workflow::load(context.store, id);
    CO_TRY(const auto patient, co_await loading);
    auto findingAllergies = workflow::find(context.store, workflow::query::allergiesOfPatient, id);
    CO_TRY(const auto allergies, co_await findingAllergies);
    auto findingObservations = workflow::find(context.store, workflow::query::observationsOfPatient, id);
    CO_TRY(const auto observations, co_await findingObservations);
    const sdk::BannerPatient banner{patient, allergies, latestWeight(observations)};
    co_return banner;
}

Task<Result<std::vector<clinical::Condition>>> diagnosesOf(workflow::Context context,
                                                           medications::Prescription sheet)
{
    auto finding = workflow::find(context.store, workflow::query::conditionsOfPatient, sheet.patient);
    CO_TRY(auto diagnoses, co_await finding);
    std::erase_if(diagnoses,
                  [&sheet](const auto &diagnosis) { return diagnosis.encounter != sheet.encounter; });
    std::ranges::sort(diagnoses, {}, &clinical::Condition::rank);
    co_return diagnoses;
}

/// Of a withdrawn prescription what it said.
Task<Result<std::vector<medications::MedicationRequest>>> readRequests(workflow::Context context,
                                                                       medications::Prescription sheet)
{
    if (sheet.status == PrescriptionStatus::Cancelled) {
        auto reading = workflow::withdrawnLines(context, sheet);
        co_return co_await reading;
    }
    auto finding = workflow::find(context.store, workflow::query::linesOfPrescription, sheet.id);
    co_return co_await finding;
}

Task<Result<std::vector<SheetLine>>> readLines(workflow::Context context, medications::Prescription sheet)
{
    auto finding = readRequests(context, sheet);
    CO_TRY(const auto requests, co_await finding);
    std::vector<SheetLine> lines;
    for (const auto &request : requests) {
        auto loading = workflow::load(context.store, request.medication);
        CO_TRY(const auto medication, co_await loading);
        auto findingLots =
            workflow::find(context.store, workflow::query::lotsOfMedication, request.medication);
        CO_TRY(const auto lots, co_await findingLots);
        SheetLine line{request, medication, 0, 0};
        for (const auto &lot : lots) {
            const bool isUsable = context.clock->today() <= lot.expiry;
            line.onHand += isUsable ? lot.onHand : 0;
            line.promised += isUsable ? lot.reserved : 0;
        }
        lines.push_back(line);
    }
    co_return lines;
}

std::vector<LotPart> partsOf(const std::vector<workflow::PickedLine> &picks)
{
    std::vector<LotPart> parts;
    for (const auto &line : picks) {
        for (std::size_t i = 0; i < line.picks.size(); ++i)
            parts.push_back({line.request, line.lots.at(i), line.picks.at(i).quantity});
    }
    return parts;
}

Task<Result<std::vector<LotPart>>> givenParts(workflow::Context context,
                                              Id<medications::Prescription> id,
                                              std::vector<SheetLine> lines)
{
    auto finding = workflow::find(context.store, workflow::query::dispensesOfPrescription, id);
    CO_TRY(const auto dispenses, co_await finding);
    std::vector<LotPart> parts;
    for (const auto &given : dispenses) {
        auto loading = workflow::load(context.store, given.lot);
        CO_TRY(const auto lot, co_await loading);
        const auto line =
            std::ranges::find(lines, given.request, [](const SheetLine &one) { return one.request.id; });
        if (line != lines.end())
            parts.push_back({line->request, lot, given.quantity});
    }
    std::ranges::sort(parts, {},
                      [](const LotPart &part) { return std::pair(part.request.line, part.lot.expiry); });
    co_return parts;
}

} // namespace

Task<Result<Sheet>> readSheet(workflow::Context context, Id<medications::Prescription> id)
{
    auto authorising = workflow::authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    Sheet sheet;
    auto loading = workflow::load(context.store, id);
    CO_TRY(sheet.prescription, co_await loading);
    auto readingBanner = readBanner(context, sheet.prescription.patient);
    CO_TRY(sheet.banner, co_await readingBanner);
    auto loadingVisit = workflow::load(context.store, sheet.prescription.encounter);
    CO_TRY(const auto visit, co_await loadingVisit);
    if (visit.department) {
        auto loadingDepartment = workflow::load(context.store, *visit.department);
        CO_TRY(sheet.department, co_await loadingDepartment);
    }
    auto loadingPrescriber = workflow::load(context.store, sheet.prescription.author);
    CO_TRY(sheet.prescriber, co_await loadingPrescriber);
    if (sheet.prescription.status == PrescriptionStatus::Cancelled) {
        auto loadingWho = workflow::load(context.store, sheet.prescription.recordedBy);
        CO_TRY(const auto who, co_await loadingWho);
        sheet.withdrawnBy = {who.nameEn, who.name};
    }
    auto readingDiagnoses = diagnosesOf(context, sheet.prescription);
    CO_TRY(sheet.diagnoses, co_await readingDiagnoses);
    auto readingLines = readLines(context, sheet.prescription);
    CO_TRY(sheet.lines, co_await readingLines);
    if (sheet.prescription.status == PrescriptionStatus::Paid) {
        auto proposing = workflow::proposePicks(context, id);
        const auto picks = co_await proposing;
        sheet.pickProblem = picks ? std::nullopt : std::optional(picks.error());
        sheet.picks = picks.value_or(std::vector<workflow::PickedLine>{});
        sheet.parts = partsOf(sheet.picks);
        co_return sheet;
    }
    auto readingParts = givenParts(context, id, sheet.lines);
    CO_TRY(sheet.parts, co_await readingParts);
    co_return sheet;
}

} // namespace simiao::pharmacy
