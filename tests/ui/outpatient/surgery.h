#pragma once

#include "orders/views/orders_panel.h"
#include "orders/views/safety_panel.h"
#include "outpatient/views/allergy_panel.h"
#include "outpatient/views/consult_page.h"
#include "outpatient/views/diagnosis_panel.h"
#include "outpatient/views/note_panel.h"
#include "support/fake_desk.h"
#include "terminology/memory_terminology.h"
#include "workflow/dispensing/review_prescription.h"
#include "workflow/frontdesk/check_in.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

namespace simiao::test {

inline const QString kComplaint = QStringLiteral("10154-3");
inline const QString kResults = QStringLiteral("30954-2");

/// The consult screen over a store in which one patient waits.
class Surgery
{
public:
    Surgery()
    {
        desk.referenceData = someReference();
        desk.terminologyService = std::make_shared<terminology::MemoryTerminology>(
            std::vector{pneumonia()}, std::vector{desk.world().amoxicillin});
        desk.panels = [](const QString &point, sdk::Visit *visit, QWidget *parent) {
            return panelsAt(point, visit, parent);
        };
        checkIn();
    }

    /// The patient comes again: one more place in the queue of the clock's day.
    void checkIn()
    {
        const auto context = desk.context();
        auto arriving =
            workflow::checkIn(context, context.newCommand(),
                              {desk.world().patient.id, desk.world().department.id, desk.world().slot.id});
        if (!QCoro::waitFor(arriving))
            qFatal("the patient cannot be checked in");
    }

    void recordAnaphylaxis() { recordAnaphylaxis(desk.context()); }
    void recordAnaphylaxis(const workflow::Context &context)
    {
        clinical::AllergyIntolerance allergy;
        allergy.id = context.newId<clinical::AllergyIntolerance>();
        allergy.patient = desk.world().patient.id;
        allergy.substance = QStringLiteral("青霉素");
        allergy.substanceClass = QStringLiteral("penicillins");
        allergy.reaction = QStringLiteral("anaphylaxis");
        auto work = context.begin(context.newCommand(), QStringLiteral("test.allergy"));
        QVERIFY(QCoro::waitFor(context.store->commit(work.insert(allergy))));
    }

    void show()
    {
        page = std::make_unique<outpatient::ConsultPage>(&desk);
        page->resize(1366, 700);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }

    /// Opens the page and the waiting patient by keyboard.
    void call()
    {
        show();
        auto *queue = page->findChild<QListView *>(QStringLiteral("consult.queue"));
        QTRY_VERIFY(queue->model()->rowCount() > 0);
        open();
        QTRY_VERIFY(child(QStringLiteral("consult.note.") + kComplaint));
    }
    /// Enter on the current row of the queue.
    void open() const
    {
        auto *queue = page->findChild<QListView *>(QStringLiteral("consult.queue"));
        queue->setFocus();
        QTest::keyClick(queue, Qt::Key_Return);
    }

    /// Complaint, diagnosis and amoxicillin for a week, signed.
    void sign()
    {
        type(QStringLiteral("consult.note.") + kComplaint, QStringLiteral("cough"));
        type(QStringLiteral("consult.diagnosis.input"), QStringLiteral("j18"));
        press(QStringLiteral("consult.diagnosis.input"), Qt::Key_Return);
        type(QStringLiteral("consult.orders.input"), QStringLiteral("amxl 0.5g po tid 7d"));
        press(QStringLiteral("consult.orders.input"), Qt::Key_Return);
        run(QStringLiteral("consult.sign"));
        QTRY_COMPARE(prescriptions().size(), 1U);
    }

    /// The pharmacist sends the only signed prescription back.
    void returnIt(const QString &words)
    {
        const auto context = desk.context();
        QVERIFY(QCoro::waitFor(workflow::reviewPrescription(context, context.newCommand(),
                                                            {prescriptions().front().id, false, words})));
    }

    QWidget *child(const QString &name) const { return page->findChild<QWidget *>(name); }
    QString text(const QString &name) const { return child(name)->property("text").toString(); }

    void type(const QString &object, const QString &ascii) const
    {
        child(object)->setFocus();
        QTest::keyClicks(child(object), ascii);
    }
    void press(const QString &object, Qt::Key key) const { QTest::keyClick(child(object), key); }
    void run(const QString &command) const { desk.commands.value(command)->trigger(); }

    std::vector<clinical::Composition> notes() const
    {
        auto finding = workflow::find(desk.context().store, workflow::query::compositionsOfPatient, patient);
        return *QCoro::waitFor(finding);
    }

    std::vector<medications::Prescription> prescriptions(
        const QString &status = QStringLiteral("signed")) const
    {
        auto finding = workflow::find(desk.context().store, workflow::query::prescriptionsInStatus, status);
        return *QCoro::waitFor(finding);
    }

    std::vector<clinical::AllergyIntolerance> allergies() const
    {
        auto finding = workflow::find(desk.context().store, workflow::query::allergiesOfPatient, patient);
        return *QCoro::waitFor(finding);
    }

    FakeDesk desk;
    std::unique_ptr<outpatient::ConsultPage> page;

private:
    static terminology::Concept pneumonia()
    {
        terminology::Concept code;
        code.system = QString(codesystem::kIcd10Cn);
        code.code = QStringLiteral("J18");
        code.display = QStringLiteral("肺炎,病原体未特指");
        code.initials = QStringLiteral("fybytwtz");
        return code;
    }

    static medications::AllergyRules someAllergyRules()
    {
        medications::AllergyRules rules;
        rules.rules = {{QStringLiteral("penicillins"),
                        QStringLiteral("penicillins"),
                        QStringLiteral("anaphylaxis"),
                        Severity::Block,
                        {},
                        {}}};
        rules.allergens = {{QStringLiteral("penicillin"),
                            {QStringLiteral("Penicillin"), QStringLiteral("青霉素")},
                            QStringLiteral("penicillins"),
                            QStringLiteral("J01CE01")}};
        rules.reactions = {{QStringLiteral("anaphylaxis"), {QStringLiteral("Anaphylaxis"), {}}, true},
                           {QStringLiteral("rash"), {QStringLiteral("Rash"), {}}, false}};
        return rules;
    }

    static workflow::ReferenceData someReference()
    {
        workflow::ReferenceData reference;
        reference.dosage = someDosageTerms();
        reference.allergies = someAllergyRules();
        const workflow::NoteSection complaint{
            kComplaint, {QStringLiteral("Complaint"), QStringLiteral("主诉")}, {}, true};
        const workflow::NoteSection results{
            kResults, {QStringLiteral("Results"), QStringLiteral("辅助检查")}, {}, false};
        reference.noteTemplates = {
            {QStringLiteral("first-visit"), {QStringLiteral("First visit"), {}}, {complaint}},
            {QStringLiteral("return-visit"), {QStringLiteral("Return visit"), {}}, {complaint, results}}};
        return reference;
    }

    static std::vector<sdk::Panel> panelsAt(const QString &point, sdk::Visit *visit, QWidget *parent)
    {
        if (point == QLatin1String("consult.note"))
            return {{{}, new outpatient::NotePanel(visit, parent)}};
        if (point == QLatin1String("consult.diagnosis"))
            return {{{}, new outpatient::DiagnosisPanel(visit, parent)}};
        if (point == QLatin1String("consult.orders"))
            return {{{}, new orders::OrdersPanel(visit, parent)}};
        sdk::Extension allergies;
        allergies.component = QStringLiteral("outpatient.allergies");
        sdk::Extension safety;
        safety.component = QStringLiteral("orders.safety");
        return {{safety, new orders::SafetyPanel(visit, parent)},
                {allergies, new outpatient::AllergyPanel(visit, parent)}};
    }

    Id<administration::Patient> patient = desk.world().patient.id;
};

} // namespace simiao::test
