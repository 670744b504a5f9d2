#pragma once

#include "support/memory_store.h"
#include "support/world.h"
#include "unit/domain/refusal.h"
#include "workflow/cashier/take_payment.h"
#include "workflow/consultation/call_patient.h"
#include "workflow/consultation/open_visit.h"
#include "workflow/consultation/sign_visit.h"
#include "workflow/diagnostics/attach_study.h"
#include "workflow/dispensing/dispense.h"
#include "workflow/dispensing/review_prescription.h"
#include "workflow/frontdesk/check_in.h"
#include "workflow/frontdesk/register_patient.h"

#include <QTest>

namespace simiao::test {

template <typename T>
T await(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

/// The small hospital of aWorld() with everything the use cases need, and the steps of a visit in one call each.
/// A step that must not fail ends the program with the reason when it does.
class Clinic
{
public:
    Clinic()
    {
        QObject::connect(store->changes(), &workflow::ChangeFeed::committed, store->changes(),
                         [this](const workflow::Receipt &receipt) { announced.push_back(receipt); });
    }

    std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>();
    World world = aWorld(store);
    workflow::Context &context = world.context;
    std::shared_ptr<workflow::ReferenceData> reference = someReference();
    /// Commits since the clinic opened.
    std::vector<workflow::Receipt> announced;

    Uuid command() const { return context.newCommand(); }
    workflow::CheckIn wish() const { return {world.patient.id, world.department.id, world.slot.id}; }

    workflow::CheckedIn checkedIn() { return must(await(workflow::checkIn(context, command(), wish()))); }

    scheduling::QueueTask called()
    {
        const auto slip = checkedIn();
        return must(await(workflow::callPatient(context, command(), slip.task.id)));
    }

    /// A note with all it needs, one diagnosis and amoxicillin 0.5 g tid for seven days: 42 capsules, 18.90 yuan.
    workflow::VisitDraft aDraft() const
    {
        workflow::VisitDraft draft;
        draft.sections = {{QStringLiteral("10154-3"), QStringLiteral("发热伴咳嗽3天")},
                          {QStringLiteral("10164-2"), QStringLiteral("3天前受凉后发热")}};
        draft.diagnoses = {
            {{QString(codesystem::kIcd10Cn), QStringLiteral("J18"), QStringLiteral("肺炎")}, {}}};
        draft.medications = {aLine()};
        return draft;
    }

    workflow::MedicationDraft aLine(int days = 7) const
    {
        return {world.amoxicillin.id,
                {world.amoxicillin.defaultDose, QStringLiteral("oral"), QStringLiteral("tid"), days},
                {}};
    }

    Result<workflow::SignedVisit> sign(const scheduling::QueueTask &task, const workflow::VisitDraft &draft)
    {
        return await(workflow::signVisit(context, command(), task.id, draft, reference));
    }

    medications::Prescription signedPrescription(const workflow::VisitDraft &draft)
    {
        must(sign(called(), draft));
        return found(workflow::query::prescriptionsInStatus, QStringLiteral("signed")).back();
    }
    medications::Prescription signedPrescription() { return signedPrescription(aDraft()); }

    medications::Prescription reviewed(const medications::Prescription &prescription)
    {
        return must(await(workflow::reviewPrescription(context, command(), {prescription.id, true, {}})));
    }

    /// Everything open of the visit, paid in cash with exactly the total.
    workflow::Payment paymentOf(const medications::Prescription &prescription)
    {
        const auto open = found(workflow::query::openCharges, prescription.encounter);
        workflow::Payment payment{
            prescription.encounter, {}, financial::PaymentMethod::Cash, financial::totalOf(open)};
        for (const auto &item : open)
            payment.charges.push_back(item.id);
        return payment;
    }

    Result<financial::Invoice> pay(const workflow::Payment &payment)
    {
        return await(workflow::takePayment(context, command(), payment));
    }

    medications::Prescription paid(const medications::Prescription &prescription)
    {
        must(pay(paymentOf(prescription)));
        return must(loaded(prescription.id));
    }
    medications::Prescription paid() { return paid(reviewed(signedPrescription())); }

    template <Entity T>
    Result<T> loaded(Id<T> id) const
    {
        return await(workflow::load(context.store, id));
    }

    template <Entity T, typename... Args>
    std::vector<T> found(workflow::Query<T, Args...> query, std::type_identity_t<Args>... args) const
    {
        return must(await(workflow::find(context.store, query, args...)));
    }

    /// Stores rows as they are.
    template <Entity... Ts>
    void keep(const Ts &...entities)
    {
        auto work = context.begin(command(), QStringLiteral("test.seed"));
        (work.insert(entities), ...);
        must(await(context.store->commit(std::move(work))));
    }

    void recordAllergy(const QString &reaction)
    {
        clinical::AllergyIntolerance allergy;
        allergy.id = context.newId<clinical::AllergyIntolerance>();
        allergy.patient = world.patient.id;
        allergy.substance = QStringLiteral("青霉素");
        allergy.substanceClass = QStringLiteral("penicillins");
        allergy.reaction = reaction;
        keep(allergy);
    }

    template <typename T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("a step of the test failed: %s", qPrintable(logLine(result.error())));
        return *std::move(result);
    }

private:
    static std::shared_ptr<workflow::ReferenceData> someReference()
    {
        auto data = std::make_shared<workflow::ReferenceData>();
        const auto penicillins = QStringLiteral("penicillins");
        data->dosage = someDosageTerms();
        data->allergies.rules = {
            {penicillins, penicillins, {}, Severity::Confirm, {}, {}},
            {penicillins, penicillins, QStringLiteral("anaphylaxis"), Severity::Block, {}, {}}};
        data->noteTemplates = {{QStringLiteral("first-visit"),
                                {},
                                {{QStringLiteral("10154-3"), {{}, QStringLiteral("主诉")}, {}, true},
                                 {QStringLiteral("10164-2"), {{}, QStringLiteral("现病史")}, {}, true},
                                 {QStringLiteral("18776-5"), {{}, QStringLiteral("处理意见")}, {}, false}}}};
        return data;
    }
};

} // namespace simiao::test
