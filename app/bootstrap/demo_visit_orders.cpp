#include "bootstrap/demo_visit_orders.h"

#include "workflow/consultation/sign_visit.h"

#include <algorithm>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using medications::MedicationDispense;
using medications::MedicationRequest;
using medications::Prescription;
using workflow::PreparedLine;

namespace {

constexpr int kPercentWithPanels = 34;
constexpr int kPercentWithTwoPanels = 40;
constexpr int kDaysOfPrescriptions = 365;
constexpr int kSecondsToReview = 2 * 60;
constexpr int kSecondsToHandOver = 7 * 60;
constexpr int kSecondsToSample = 8 * 60;

OrderedPanel inventPanel(const LaboratoryPanel &panel, const VisitScene &scene, Dice &dice)
{
    OrderedPanel ordered{panel.name, {}, {}};
    for (const auto &test : panel.tests) {
        const auto *interval = test.intervalFor(scene.patient().gender, scene.years());
        if (!interval)
            continue;
        const Quantity value{inventResult(test, *interval, dice), test.unit};
        const auto at = scene.signedAt().plusSeconds(kSecondsToSample);
        ordered.results.push_back(observationOf(scene, test.code, value, at, dice));
        ordered.price = ordered.price + test.price;
    }
    return ordered;
}

/// Nothing that would have had to be signed with a reason.
bool isGiven(const PreparedLine &line)
{
    return line.quantity && std::ranges::all_of(line.issues, [](const Issue &issue) {
               return issue.severity == Severity::Notice;
           });
}

std::vector<PreparedLine> linesFor(const VisitScene &scene)
{
    const workflow::SigningFacts facts{scene.patient(), scene.person.allergies};
    std::vector<PreparedLine> lines;
    for (const auto &code : scene.complaint().drugs) {
        const auto drug = scene.source.drugs.find(code);
        if (drug == scene.source.drugs.end())
            continue;
        const auto &medication = drug->second.medication;
        const medications::Dosage usual{medication.defaultDose, medication.defaultRoute,
                                        medication.defaultFrequency, medication.defaultDays};
        auto line =
            workflow::prepareLine(medication, {medication.id, usual, {}}, facts, *scene.source.reference);
        if (isGiven(line))
            lines.push_back(std::move(line));
    }
    return lines;
}

Prescription prescriptionOf(const VisitScene &scene, const std::vector<PreparedLine> &lines, Dice &dice)
{
    std::vector<medications::Medication> drugs;
    for (const auto &line : lines)
        drugs.push_back(line.medication);
    Prescription prescription;
    prescription.id = dice.newId<Prescription>();
    prescription.number = u"P"_s + scene.dayNumber(4);
    prescription.patient = scene.patient().id;
    prescription.encounter = scene.encounter.id;
    prescription.author = scene.physician();
    prescription.status = medications::PrescriptionStatus::HandedOver;
    prescription.form =
        medications::formFor(drugs, ageOn(scene.patient().birthDate, scene.plan.day).value_or(Age{}));
    prescription.authoredOn = scene.signedAt();
    prescription.reviewer = scene.source.pharmacist;
    prescription.reviewedAt = scene.signedAt().plusSeconds(kSecondsToReview);
    return prescription;
}

MedicationRequest requestOf(const Prescription &prescription,
                            const PreparedLine &line,
                            int number,
                            Dice &dice)
{
    MedicationRequest request;
    request.id = dice.newId<MedicationRequest>();
    request.prescription = prescription.id;
    request.patient = prescription.patient;
    request.encounter = prescription.encounter;
    request.medication = line.medication.id;
    request.medicationName = line.medication.name;
    request.line = number;
    request.status = medications::MedicationRequestStatus::Completed;
    request.dosage = line.draft.dosage;
    request.quantity = *line.quantity;
    request.quantityUnit = line.medication.smallestUnit;
    request.price = line.price;
    return request;
}

MedicationDispense dispenseOf(const VisitScene &scene,
                              const MedicationRequest &request,
                              Id<medications::Lot> lot,
                              Dice &dice)
{
    MedicationDispense given;
    given.id = dice.newId<MedicationDispense>();
    given.request = request.id;
    given.prescription = request.prescription;
    given.patient = request.patient;
    given.medication = request.medication;
    given.lot = lot;
    given.quantity = request.quantity;
    given.performer = scene.source.pharmacist;
    given.whenPrepared = scene.signedAt().plusSeconds(kSecondsToHandOver);
    return given;
}

} // namespace

std::vector<OrderedPanel> inventPanels(const VisitScene &scene, Dice &dice)
{
    const auto &material = scene.source.material;
    const auto usual = material.panelsOf.find(scene.complaint().department);
    std::vector<OrderedPanel> ordered;
    if (usual == material.panelsOf.end() || !dice.happens(kPercentWithPanels))
        return ordered;
    auto left = usual->second;
    for (int count = dice.happens(kPercentWithTwoPanels) ? 2 : 1; count > 0 && !left.empty(); --count) {
        const QString code = dice.oneOf(left);
        std::erase(left, code);
        auto panel = inventPanel(material.panels.at(code), scene, dice);
        if (!panel.results.empty())
            ordered.push_back(std::move(panel));
    }
    return ordered;
}

void prescribe(DemoVisit &visit, const VisitScene &scene, Dice &dice)
{
    if (scene.plan.day < scene.source.today.plusDays(-kDaysOfPrescriptions))
        return;
    const auto lines = linesFor(scene);
    if (lines.empty())
        return;
    visit.prescription = prescriptionOf(scene, lines, dice);
    int number = 0;
    for (const auto &line : lines) {
        visit.requests.push_back(requestOf(*visit.prescription, line, ++number, dice));
        const auto lot = scene.source.drugs.at(line.medication.code).lot;
        visit.dispenses.push_back(dispenseOf(scene, visit.requests.back(), lot, dice));
    }
}

} // namespace simiao::bootstrap
