#include "ui/outpatient/surgery.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QTableWidget>

using namespace simiao;
using namespace Qt::StringLiterals;
using administration::AllergyStatus;
using test::kComplaint;
using test::kResults;
using test::Surgery;

namespace {

const auto kNote = u"consult.note."_s;
const auto kOrderLine = u"consult.orders.input"_s;
const auto kSubstance = u"consult.allergies.substance"_s;

AllergyStatus statusOf(const Surgery &surgery)
{
    auto loading = workflow::load(surgery.desk.context().store, surgery.desk.patient->patient.id);
    return QCoro::waitFor(loading)->allergyStatus;
}

bool isReadOnly(const Surgery &surgery, const QString &name)
{
    return surgery.child(name)->property("readOnly").toBool();
}

bool isShown(const Surgery &surgery, const QString &name)
{
    const auto *widget = surgery.child(name);
    return widget && widget->isVisible();
}

int lineCount(const Surgery &surgery)
{
    return surgery.page->findChild<QTableWidget *>(u"consult.orders.list"_s)->rowCount();
}

/// Marks a reaction by keyboard.
void markReaction(const Surgery &surgery, int row)
{
    auto *reactions = surgery.page->findChild<QListWidget *>(u"consult.allergies.reactions"_s);
    reactions->setFocus();
    reactions->setCurrentRow(row);
    QTest::keyClick(reactions, Qt::Key_Space);
}

} // namespace

/// What the consult screen does beside a plain visit: allergies, returned prescriptions, drafts, signed visits.
class TestConsultRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Allergies

    void recordsAnAllergyByKeyboardAndItCountsAtOnce()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kOrderLine, u"amxl 0.5g po tid 7d"_s);
        surgery.press(kOrderLine, Qt::Key_Return);
        QVERIFY(surgery.child(u"consult.orders"_s)->property("finding").toString().isEmpty());

        surgery.run(u"consult.record-allergy"_s);
        QTRY_VERIFY(surgery.child(kSubstance)->hasFocus());
        QTest::keyClicks(surgery.child(kSubstance), u"Peni"_s);
        surgery.press(kSubstance, Qt::Key_Return); // takes the candidate
        QCOMPARE(surgery.text(kSubstance), u"Penicillin"_s);
        markReaction(surgery, 0);
        surgery.press(u"consult.allergies.onset"_s, Qt::Key_Return);

        QTRY_COMPARE(surgery.allergies().size(), 1U);
        const auto allergy = surgery.allergies().front();
        QCOMPARE(allergy.substanceClass, u"penicillins"_s);
        QCOMPARE(allergy.reaction, u"anaphylaxis"_s);
        QCOMPARE(allergy.criticality, clinical::Criticality::High); // proposed by the reaction
        QTRY_COMPARE(surgery.desk.patient->allergies.size(), 1U);   // the banner
        QTRY_VERIFY(!surgery.child(u"consult.orders"_s)->property("finding").toString().isEmpty());
        QVERIFY(surgery.text(kSubstance).isEmpty());
        QVERIFY(surgery.desk.errors.isEmpty());
    }

    void whatIsInNoListIsRecordedInOwnWords()
    {
        Surgery surgery;
        surgery.call();
        surgery.run(u"consult.record-allergy"_s);
        surgery.type(kSubstance, u"hair dye"_s);
        QTest::keyClick(surgery.child(kSubstance), Qt::Key_Return,
                        Qt::ControlModifier); // from any field of the form

        QTRY_COMPARE(surgery.allergies().size(), 1U);
        QCOMPARE(surgery.allergies().front().substance, u"hair dye"_s);
        QVERIFY(!surgery.allergies().front().code);
    }

    void typedAllergySurvivesARestart()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kSubstance, u"hair dye"_s);
        markReaction(surgery, 1);
        surgery.page.reset();

        surgery.call();

        QCOMPARE(surgery.text(kSubstance), u"hair dye"_s);
        const auto *reactions = surgery.page->findChild<QListWidget *>(u"consult.allergies.reactions"_s);
        QCOMPARE(reactions->item(1)->checkState(), Qt::Checked);
        QVERIFY(surgery.desk.errors.isEmpty()); // the visit's draft does not stumble over it
    }

    void wrongTimeIsSaidAndNothingIsLost()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kSubstance, u"hair dye"_s);
        surgery.type(u"consult.allergies.onset"_s, u"long ago"_s);
        surgery.press(u"consult.allergies.onset"_s, Qt::Key_Return);

        QCOMPARE(surgery.desk.lastErrorCode(), u"core.date-malformed"_s);
        QCOMPARE(surgery.text(kSubstance), u"hair dye"_s);
        QVERIFY(surgery.allergies().empty());
    }

    void saysThatNoneIsKnown()
    {
        Surgery surgery;
        surgery.call();
        surgery.run(u"consult.allergies.none-known"_s);
        QTRY_COMPARE(statusOf(surgery), AllergyStatus::NoneKnown);
        QTRY_COMPARE(surgery.text(u"consult.allergies.status"_s), u"No known allergies"_s);
    }

    void strikesAnEntryWithAReason()
    {
        Surgery surgery;
        surgery.recordAnaphylaxis();
        surgery.call();
        auto *list = surgery.page->findChild<QTableWidget *>(u"consult.allergies.list"_s);
        QCOMPARE(list->rowCount(), 1);
        list->setFocus();
        list->setCurrentCell(0, 0);
        QTest::keyClick(list, Qt::Key_Delete);
        const auto reason = u"consult.allergies.reason"_s;
        QTest::keyClicks(surgery.child(reason), u"wrong patient"_s);
        surgery.press(reason, Qt::Key_Return);

        QTRY_VERIFY(surgery.allergies().empty());
        QTRY_COMPARE(list->rowCount(), 0);
        QTRY_VERIFY(surgery.desk.patient->allergies.empty());
    }

    // Returned prescriptions

    void returnedPrescriptionIsAnsweredAndSignedAgain()
    {
        Surgery surgery;
        surgery.call();
        surgery.sign();
        surgery.returnIt(u"疗程过长"_s);

        auto *returned = surgery.page->findChild<QListWidget *>(u"consult.returned"_s);
        QTRY_COMPARE(returned->count(), 1);
        QVERIFY(returned->item(0)->text().contains(u"疗程过长"_s));
        surgery.run(u"consult.returned"_s);
        QTest::keyClick(returned, Qt::Key_Return);

        QTRY_VERIFY(isShown(surgery, u"consult.orders.returned"_s));
        QCOMPARE(surgery.text(u"consult.orders.returned"_s), u"疗程过长"_s);
        QCOMPARE(lineCount(surgery), 1);
        QVERIFY(isReadOnly(surgery, kNote + kComplaint));
        surgery.run(u"consult.sign"_s); // an answer is missing
        QVERIFY(surgery.child(u"consult.orders.answer"_s)->hasFocus());
        QTest::keyClicks(surgery.child(u"consult.orders.answer"_s), u"three days now"_s);
        auto *list = surgery.page->findChild<QTableWidget *>(u"consult.orders.list"_s);
        list->setFocus();
        list->setCurrentCell(0, 0);
        QTest::keyClick(list, Qt::Key_Delete);
        surgery.type(kOrderLine, u"amxl 0.5g po tid 3d"_s);
        surgery.press(kOrderLine, Qt::Key_Return);
        surgery.run(u"consult.sign"_s);

        QTRY_COMPARE(surgery.prescriptions().size(), 1U);
        QCOMPARE(surgery.prescriptions().front().answer, u"three days now"_s);
        QTRY_VERIFY(!returned->isVisible());
        QVERIFY(surgery.desk.drafts()->drafts().empty());
        QVERIFY(surgery.desk.errors.isEmpty());
    }

    void halfWrittenAnswerSurvivesARestart()
    {
        Surgery surgery;
        surgery.call();
        surgery.sign();
        surgery.returnIt(u"疗程过长"_s);
        surgery.open();
        QTRY_VERIFY(isShown(surgery, u"consult.orders.answer"_s));
        QTest::keyClicks(surgery.child(u"consult.orders.answer"_s), u"three"_s);
        auto *list = surgery.page->findChild<QTableWidget *>(u"consult.orders.list"_s);
        list->setCurrentCell(0, 0);
        QTest::keyClick(list, Qt::Key_Delete);
        surgery.page.reset();

        surgery.show();
        auto *returned = surgery.page->findChild<QListWidget *>(u"consult.returned"_s);
        QTRY_COMPARE(returned->count(), 1);
        surgery.run(u"consult.returned"_s);
        QTest::keyClick(returned, Qt::Key_Return);

        QTRY_VERIFY(isShown(surgery, u"consult.orders.answer"_s));
        QCOMPARE(surgery.text(u"consult.orders.answer"_s), u"three"_s);
        QCOMPARE(lineCount(surgery), 0);
    }

    // Signed visits

    void signedVisitShowsWhatWasSignedAndByWhom()
    {
        Surgery surgery;
        surgery.call();
        surgery.sign();
        surgery.page.reset();

        surgery.call();

        QCOMPARE(surgery.text(kNote + kComplaint), u"cough"_s);
        QVERIFY(isReadOnly(surgery, kNote + kComplaint));
        QCOMPARE(surgery.text(u"consult.diagnosis"_s), u"J18"_s);
        QCOMPARE(lineCount(surgery), 1);
        QCOMPARE(surgery.child(u"consult.orders"_s)->property("total").toString(), u"18.90"_s);
        QVERIFY(isShown(surgery, u"consult.signature"_s));
        QVERIFY(surgery.text(u"consult.signature"_s).contains(u"李明远"_s));
        QVERIFY(!surgery.desk.commands.value(u"consult.sign"_s)->isEnabled());
    }

    // Drafts of earlier days

    void draftOfYesterdayIsFoundOpenedAndSigned()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kNote + kComplaint, u"cough"_s);
        surgery.page.reset();
        surgery.desk.world().clock->advanceSeconds(24 * 60 * 60);

        surgery.show();
        auto *drafts = surgery.page->findChild<QListWidget *>(u"consult.drafts"_s);
        QTRY_COMPARE(drafts->count(), 1);
        QVERIFY(drafts->item(0)->text().contains(u"cough"_s));
        surgery.run(u"consult.drafts"_s);
        QVERIFY(drafts->hasFocus());
        QTest::keyClick(drafts, Qt::Key_Return);

        QTRY_VERIFY(surgery.child(kNote + kComplaint));
        QCOMPARE(surgery.text(kNote + kComplaint), u"cough"_s);
        surgery.type(u"consult.diagnosis.input"_s, u"j18"_s);
        surgery.press(u"consult.diagnosis.input"_s, Qt::Key_Return);
        surgery.run(u"consult.sign"_s);
        QTRY_COMPARE(surgery.notes().size(), 1U);
        QTRY_VERIFY(!drafts->isVisible());
    }

    void draftIsDiscardedOnlyAfterAQuestion()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kNote + kComplaint, u"cough"_s);
        surgery.page.reset();
        surgery.desk.world().clock->advanceSeconds(24 * 60 * 60);
        surgery.show();
        auto *drafts = surgery.page->findChild<QListWidget *>(u"consult.drafts"_s);
        QTRY_COMPARE(drafts->count(), 1);
        drafts->setFocus();

        QTest::keyClick(drafts, Qt::Key_Delete);
        auto *question = surgery.child(u"consult.drafts.question"_s);
        QVERIFY(question->isVisible());
        const auto answers = question->findChildren<QAbstractButton *>();
        QCOMPARE(answers.size(), 2);
        QVERIFY(answers[0]->hasFocus()); // keeps
        answers[0]->click();
        QTRY_VERIFY(!question->isVisible());
        QCOMPARE(surgery.desk.drafts()->drafts().size(), 1U);

        QTest::keyClick(drafts, Qt::Key_Delete);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // steps back and discards nothing
        QVERIFY(!question->isVisible());
        QVERIFY(drafts->hasFocus());
        QCOMPARE(surgery.desk.drafts()->drafts().size(), 1U);

        QTest::keyClick(drafts, Qt::Key_Delete);
        question->findChildren<QAbstractButton *>().at(1)->click();
        QTRY_VERIFY(surgery.desk.drafts()->drafts().empty());
        QTRY_VERIFY(!drafts->isVisible());
        QCOMPARE(surgery.desk.store()->audit().back().detail, u"draft-discarded"_s);
    }

    void todaysDraftStandsInTheQueueAlone()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kNote + kComplaint, u"cough"_s);
        surgery.page.reset();
        surgery.show();
        QTRY_VERIFY(surgery.page->findChild<QListView *>(u"consult.queue"_s)->model()->rowCount() > 0);
        QVERIFY(!surgery.page->findChild<QListWidget *>(u"consult.drafts"_s)->isVisible());
    }

    // The note's template

    void templateFitsTheVisitAndIsFixedOnceSomethingIsWritten()
    {
        Surgery surgery;
        surgery.call();
        auto *choice = surgery.page->findChild<QComboBox *>(u"consult.note.template"_s);
        QCOMPARE(choice->currentData().toString(), u"first-visit"_s);
        QVERIFY(!surgery.child(kNote + kResults));

        surgery.run(u"consult.note-template"_s);
        QTRY_COMPARE(choice->currentData().toString(), u"return-visit"_s);
        QVERIFY(surgery.child(kNote + kResults));

        surgery.type(kNote + kComplaint, u"better"_s);
        QVERIFY(!choice->isEnabled());
        surgery.run(u"consult.note-template"_s);
        QCOMPARE(choice->currentData().toString(), u"return-visit"_s);
        surgery.type(u"consult.diagnosis.input"_s, u"j18"_s);
        surgery.press(u"consult.diagnosis.input"_s, Qt::Key_Return);
        surgery.run(u"consult.sign"_s);
        QTRY_COMPARE(surgery.notes().size(), 1U);
        QCOMPARE(surgery.notes().front().type, u"return-visit"_s);
    }

    void secondVisitBeginsWithTheReturnTemplate()
    {
        Surgery surgery;
        surgery.call();
        surgery.sign();
        surgery.page.reset();
        surgery.checkIn();

        surgery.call();

        const auto *choice = surgery.page->findChild<QComboBox *>(u"consult.note.template"_s);
        QCOMPARE(choice->currentData().toString(), u"return-visit"_s);
        QVERIFY(surgery.child(kNote + kResults));
    }

    // The order line

    void enterTakesTheLineAfterTheListWasDismissed()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kOrderLine, u"amxl 0.5g po tid 7d"_s);
        surgery.press(kOrderLine, Qt::Key_Escape);
        surgery.press(kOrderLine, Qt::Key_Return);
        QCOMPARE(lineCount(surgery), 1);
        QVERIFY(surgery.text(kOrderLine).isEmpty());
    }

    void whenNeededSaysWhatToTypeAndIsTakenOnceItIsTyped()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kOrderLine, u"amxl 0.5g po prn"_s);
        surgery.press(kOrderLine, Qt::Key_Return);
        QCOMPARE(lineCount(surgery), 0);
        const QString said = surgery.child(u"consult.orders"_s)->property("finding").toString();
        QVERIFY2(said.contains(u"x6"_s), qPrintable(said));

        QTest::keyClicks(surgery.child(kOrderLine), u" x6"_s);
        QVERIFY(surgery.child(u"consult.orders"_s)->property("preview").toString().contains(u"= 12"_s));
        surgery.press(kOrderLine, Qt::Key_Return);
        QCOMPARE(lineCount(surgery), 1);
    }

    void quantityTypedIsTheQuantityOrdered()
    {
        Surgery surgery;
        surgery.call();
        surgery.type(kOrderLine, u"amxl 0.5g po prn =10"_s);
        surgery.press(kOrderLine, Qt::Key_Return);
        QCOMPARE(lineCount(surgery), 1);
        QCOMPARE(surgery.child(u"consult.orders"_s)->property("total").toString(), u"4.50"_s);
    }

    void tooManyDrugsAreOfferedOnSeveralPrescriptions()
    {
        Surgery surgery;
        medications::PrescriptionRule rule;
        rule.id = u"RX01"_s;
        rule.check = u"maxLines"_s;
        rule.severity = Severity::Block;
        rule.validFrom = *Date::parse(u"2007-05-01"_s);
        rule.parameters.maxLines = 1;
        surgery.desk.referenceData.prescriptions.rules = {rule};
        surgery.call();
        surgery.type(kNote + kComplaint, u"cough"_s);
        surgery.type(u"consult.diagnosis.input"_s, u"j18"_s);
        surgery.press(u"consult.diagnosis.input"_s, Qt::Key_Return);
        for (const auto &typed : {u"amxl 0.5g po tid 1d"_s, u"amxl 0.5g po tid 2d"_s}) {
            surgery.type(kOrderLine, typed);
            surgery.press(kOrderLine, Qt::Key_Return);
        }
        surgery.run(u"consult.sign"_s);
        QVERIFY(surgery.prescriptions().empty());

        surgery.child(u"consult.orders.sheet.1"_s)->findChild<QAbstractButton *>()->click();
        QTRY_VERIFY(!surgery.child(u"consult.orders.sheet.1"_s));
        surgery.run(u"consult.sign"_s);

        QTRY_COMPARE(surgery.prescriptions().size(), 2U);
    }
};

QTEST_MAIN(TestConsultRecord)
#include "test_consult_record.moc"
