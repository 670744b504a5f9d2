#include "domain/administration/identity_number.h"
#include "registration/views/registration_page.h"
#include "sdk/patient_search.h"
#include "support/cut_off.h"
#include "support/shown_page.h"
#include "ui/widgets/candidate_model.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/state_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace simiao;
using simiao::registration::RegistrationPage;
using test::FakeDesk;

namespace {

/// The page in a window of its own, with every model watched.
struct Front : test::ShownPage<RegistrationPage>
{
    std::vector<administration::Encounter> visitsOf(Id<administration::Patient> patient)
    {
        auto finding = workflow::find(desk.store(), workflow::query::encountersOfPatient, patient);
        return *QCoro::waitFor(finding);
    }
    std::vector<administration::Patient> patients()
    {
        auto finding = workflow::find(desk.store(), workflow::query::patients);
        return *QCoro::waitFor(finding);
    }
    scheduling::Slot slot()
    {
        auto loading = workflow::load(desk.store(), desk.world().slot.id);
        return *QCoro::waitFor(loading);
    }
};

QString identityNumber(const char *seventeenDigits)
{
    const QString digits = QString::fromLatin1(seventeenDigits);
    return digits + administration::identityCheckCharacter(digits);
}

} // namespace

class TestRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksAKnownPatientInByInitialsEnterEnterF9();
    void checksInOnceHoweverOftenF9IsPressed();
    void showsThePatientOpenedInTheBanner();
    void registersANewPatientByKeyboardAndGivesANumber();
    void fillsBirthDateAndSexFromTheIdentityNumber();
    void saysWhereTheIdentityNumberIsWrong();
    void saysWhenTheBirthDateDisagreesWithTheIdentityNumber();
    void offersThePatientOnRecordWhenTheIdentityNumberIsKnown();
    void goesToTheFirstGapInsteadOfRegistering();
    void keepsTheHalfTypedFormThroughARestart();
    void keepsACorrectedBirthDateThroughARestart();
    void showsNumbersMaskedUntilSomebodyAsksForThem();
    void showsNumbersInFullWhereTheHospitalDoesNotMask();
    void saysWhoMaySeeNumbersInFull();
    void doesNotLoseTheHalfTypedFormWhenAnotherPatientIsOpened();
    void saysThatAPatientWasCheckedInToday();
    void offersNoFullHalfHour();
    void saysWhoMaySeePatientsWhenItIsRefused();
    void saysSoWhenNobodyIsFound();
    void showsTheFirstOfManyAndOffersMore();
    void stepsBackByEscapeWithoutDiscarding();
    void keepsWhatItKnowsWhileTheServerIsAway();
    void showsNobodyElsesAnswerWhileTheServerIsAway();
};

void TestRegistration::checksAKnownPatientInByInitialsEnterEnterF9()
{
    Front front;
    front.open();

    front.type("zw");
    front.press(Qt::Key_Return);
    front.press(Qt::Key_Return);
    front.press(Qt::Key_F9);

    const auto visits = front.visitsOf(front.desk.world().patient.id);
    QCOMPARE(visits.size(), std::size_t(1));
    QCOMPARE(front.slot().booked, 1);
    QCOMPARE(front.text("registration.number"), QStringLiteral("1"));
    QCOMPARE(front.text("registration.slip.visitNumber"), visits.front().visitNumber);
    QVERIFY(front.text("registration.slip.fee").contains(QStringLiteral("15.00")));
    QCOMPARE(QApplication::focusWidget(), front.find("registration.find"));
}

void TestRegistration::checksInOnceHoweverOftenF9IsPressed()
{
    Front front;
    front.open();
    front.type("zw");
    front.press(Qt::Key_Return);
    front.press(Qt::Key_Return);

    front.press(Qt::Key_F9);
    front.press(Qt::Key_F9);
    front.press(Qt::Key_F9);

    QCOMPARE(front.visitsOf(front.desk.world().patient.id).size(), std::size_t(1));
}

void TestRegistration::showsThePatientOpenedInTheBanner()
{
    Front front;
    front.open();
    QVERIFY(!front.desk.patient);

    front.type("100238");
    front.press(Qt::Key_Return);

    QVERIFY(front.desk.patient);
    QCOMPARE(front.desk.patient->patient.id, front.desk.world().patient.id);
    QCOMPARE(front.text("registration.patient"), QStringLiteral("张伟"));
}

void TestRegistration::registersANewPatientByKeyboardAndGivesANumber()
{
    Front front;
    front.open();

    front.press(Qt::Key_F4);
    front.compose(QStringLiteral("韩梅梅"));
    front.press(Qt::Key_Return); // no identity number at hand
    front.press(Qt::Key_Return);
    front.type("20190601");
    front.press(Qt::Key_Return);
    front.press(Qt::Key_Return);
    front.type("19900000042");
    front.press(Qt::Key_Return);
    front.press(Qt::Key_Return);
    front.press(Qt::Key_F9);

    const auto patients = front.patients();
    QCOMPARE(patients.size(), std::size_t(2));
    const auto &patient = patients.back();
    QCOMPARE(patient.name, QStringLiteral("韩梅梅"));
    QCOMPARE(patient.birthDate.toIso(), QStringLiteral("2019-06-01"));
    QCOMPARE(patient.phone, QStringLiteral("19900000042"));
    QCOMPARE(front.visitsOf(patient.id).size(), std::size_t(1));
    QCOMPARE(front.text("registration.number"), QStringLiteral("1"));
    QVERIFY(front.desk.memoryDrafts().drafts().empty());
}

void TestRegistration::fillsBirthDateAndSexFromTheIdentityNumber()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.press(Qt::Key_Return);

    front.type(qPrintable(identityNumber("11019919900307002")));

    QCOMPARE(front.text("registration.birthDate"), QStringLiteral("1990-03-07"));
    QCOMPARE(front.find<QComboBox>("registration.gender")->currentData().toString(),
             QStringLiteral("female"));
}

void TestRegistration::saysWhereTheIdentityNumberIsWrong()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.press(Qt::Key_Return);

    front.type("110199198113140110"); // month 13
    QVERIFY(front.text("registration.notice").contains(QStringLiteral("7 to 14")));

    front.find<QLineEdit>("registration.identity")->setText(QStringLiteral("110199198103140111"));
    QVERIFY(front.text("registration.notice").contains(QStringLiteral("last character")));

    front.find<QLineEdit>("registration.identity")->setText(QStringLiteral("11019919A103140110"));
    QVERIFY(front.text("registration.notice").contains(QStringLiteral("Character 9")));
}

void TestRegistration::saysWhenTheBirthDateDisagreesWithTheIdentityNumber()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.press(Qt::Key_Return);
    front.type(qPrintable(identityNumber("11019919900307002")));

    front.find<QLineEdit>("registration.birthDate")->setText(QStringLiteral("1990-03-08"));

    QVERIFY(front.text("registration.notice").contains(QStringLiteral("1990-03-07")));
}

void TestRegistration::offersThePatientOnRecordWhenTheIdentityNumberIsKnown()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.press(Qt::Key_Return);

    front.type(qPrintable(front.desk.world().patient.identityNumber));
    auto *notice = front.find<ui::NoticeLine>("registration.notice");
    QVERIFY(front.text("registration.notice").contains(QStringLiteral("张伟")));
    QCOMPARE(notice->notice().actions.size(), qsizetype(1));
    Q_EMIT notice->triggered(0);
    front.press(Qt::Key_F9);

    QCOMPARE(front.patients().size(), std::size_t(1));
    QCOMPARE(front.visitsOf(front.desk.world().patient.id).size(), std::size_t(1));
}

void TestRegistration::goesToTheFirstGapInsteadOfRegistering()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.compose(QStringLiteral("韩梅梅"));

    front.press(Qt::Key_F9);

    QCOMPARE(QApplication::focusWidget(), front.find("registration.birthDate"));
    QCOMPARE(front.patients().size(), std::size_t(1));
}

void TestRegistration::keepsTheHalfTypedFormThroughARestart()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.compose(QStringLiteral("韩梅梅"));
    front.page.reset();

    front.open();

    QCOMPARE(front.text("registration.name"), QStringLiteral("韩梅梅"));
    front.press(Qt::Key_F4, Qt::ShiftModifier);
    QCOMPARE(front.text("registration.name"), QString());
    QVERIFY(front.desk.memoryDrafts().drafts().empty());
}

// The number was mistyped and the date put right by hand: after a restart it is still the one put right.
void TestRegistration::keepsACorrectedBirthDateThroughARestart()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.press(Qt::Key_Return);
    front.type(qPrintable(identityNumber("11019919900307002")));
    front.find<QLineEdit>("registration.birthDate")->setText(QStringLiteral("1990-03-08"));
    front.page.reset();

    front.open();

    QCOMPARE(front.text("registration.birthDate"), QStringLiteral("1990-03-08"));
    QVERIFY(front.text("registration.notice").contains(QStringLiteral("1990-03-07")));
}

void TestRegistration::showsNumbersMaskedUntilSomebodyAsksForThem()
{
    Front front;
    front.open();
    front.type("zw");
    front.press(Qt::Key_Return);
    QTRY_COMPARE(front.text("registration.patientIdentity"), QStringLiteral("110***********0110"));
    QCOMPARE(front.text("registration.patientPhone"), QStringLiteral("199****0001"));
    const auto *people = front.find<QListView>("registration.results")->model();
    QCOMPARE(people->index(0, 0).data(ui::CandidateModel::RightRole).toString(),
             QStringLiteral("199****0001"));

    front.press(Qt::Key_F8);

    QTRY_COMPARE(front.text("registration.patientIdentity"), QStringLiteral("110199198103140110"));
    QCOMPARE(front.text("registration.patientPhone"), QStringLiteral("19900000001"));
    QCOMPARE(front.desk.store()->audit().back().act, QStringLiteral("patient.identifiers"));
    QCOMPARE(front.desk.store()->audit().back().patient, front.desk.world().patient.id);
}

void TestRegistration::showsNumbersInFullWhereTheHospitalDoesNotMask()
{
    Front front;
    workflow::SettingRule rule;
    rule.key = QStringLiteral("patient.mask-identifiers");
    rule.standard = QStringLiteral("false");
    front.desk.choices = workflow::Settings({rule}, {});
    front.open();
    front.type("zw");
    front.press(Qt::Key_Return);
    QTRY_COMPARE(front.text("registration.patientPhone"), QStringLiteral("19900000001"));
}

void TestRegistration::saysWhoMaySeeNumbersInFull()
{
    Front front;
    front.desk.world().policy->refused.insert(QStringLiteral("patient.identifiers"));
    front.open();
    front.type("zw");
    front.press(Qt::Key_Return);
    QTRY_COMPARE(front.text("registration.patientPhone"), QStringLiteral("199****0001"));

    front.press(Qt::Key_F8);

    QTRY_COMPARE(front.desk.lastErrorCode(), QStringLiteral("access.denied"));
    QCOMPARE(front.text("registration.patientPhone"), QStringLiteral("199****0001"));
}

void TestRegistration::doesNotLoseTheHalfTypedFormWhenAnotherPatientIsOpened()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.compose(QStringLiteral("韩梅梅"));

    front.press(Qt::Key_F, Qt::ControlModifier);
    front.type("zw");
    front.press(Qt::Key_Return);
    QCOMPARE(front.text("registration.patient"), QStringLiteral("张伟"));
    front.press(Qt::Key_F4);

    QCOMPARE(front.text("registration.name"), QStringLiteral("韩梅梅"));
}

void TestRegistration::saysThatAPatientWasCheckedInToday()
{
    Front front;
    auto checking = workflow::checkIn(
        front.desk.context(), front.desk.context().newCommand(),
        {front.desk.world().patient.id, front.desk.world().department.id, front.desk.world().slot.id});
    QVERIFY(QCoro::waitFor(checking));
    front.open();

    front.type("zw");
    front.press(Qt::Key_Return);

    QVERIFY(front.find("registration.visitToday")->isVisible());
    QVERIFY(front.text("registration.visitToday").contains(QStringLiteral("202611220001")));
}

void TestRegistration::offersNoFullHalfHour()
{
    Front front;
    for (int i = 0; i < front.desk.world().slot.capacity; ++i) {
        auto work =
            front.desk.context().begin(front.desk.context().newCommand(), QStringLiteral("test.book"));
        work.apply(workflow::effect::bookSlot, front.desk.world().slot.id);
        auto storing = front.desk.store()->commit(std::move(work));
        QVERIFY(QCoro::waitFor(storing));
    }
    front.open();

    front.type("zw");
    front.press(Qt::Key_Return);
    front.press(Qt::Key_Return);
    front.press(Qt::Key_F9);

    QVERIFY(front.visitsOf(front.desk.world().patient.id).empty());
    QVERIFY(!front.desk.commands.value(QStringLiteral("registration.checkIn"))->isEnabled());
}

void TestRegistration::saysWhoMaySeePatientsWhenItIsRefused()
{
    Front front;
    front.desk.world().policy->refused.insert(QStringLiteral("patient.read"));
    front.open();

    front.type("zw");

    const auto states = front.page->findChildren<ui::StateView *>();
    QVERIFY(std::ranges::any_of(states, [](const ui::StateView *view) {
        return view->state().kind == ui::ViewState::Kind::Forbidden
            && view->state().next.contains(QStringLiteral("physician"));
    }));
}

void TestRegistration::saysSoWhenNobodyIsFound()
{
    Front front;
    front.open();

    front.type("xyz");
    front.press(Qt::Key_Return);

    QCOMPARE(QApplication::focusWidget(), front.find("registration.find"));
    QVERIFY(!front.find<QListView>("registration.results")->isVisible());
}

void TestRegistration::showsTheFirstOfManyAndOffersMore()
{
    Front front;
    const auto context = front.desk.context();
    auto work = context.begin(context.newCommand(), QStringLiteral("test.act"));
    for (int i = 0; i < 30; ++i) {
        auto namesake = front.desk.world().patient;
        namesake.id = context.newId<administration::Patient>();
        namesake.mrn = QString::number(500 + i);
        namesake.identityNumber.clear();
        work.insert(namesake);
    }
    QVERIFY(QCoro::waitFor(front.desk.store()->commit(std::move(work))));
    front.open();
    const auto *people = front.find<QListView>("registration.results")->model();

    front.type("zw");

    QCOMPARE(people->rowCount(), sdk::PatientSearch::kFirst);
    auto *search = front.page->findChild<sdk::PatientSearch *>();
    QCOMPARE(search->state().shown, sdk::PatientSearch::kFirst);
    search->act();
    QCOMPARE(people->rowCount(), 31);
    QCOMPARE(search->state().kind, ui::ViewState::Kind::Ready);
}

void TestRegistration::stepsBackByEscapeWithoutDiscarding()
{
    Front front;
    front.open();
    front.press(Qt::Key_F4);
    front.compose(QStringLiteral("韩梅梅"));
    front.press(Qt::Key_Return);
    front.type("1101");

    front.press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), front.find("registration.name"));
    front.press(Qt::Key_Escape);

    QCOMPARE(QApplication::focusWidget(), front.find("registration.find"));
    QCOMPARE(front.text("registration.identity"), QStringLiteral("1101"));
}

void TestRegistration::keepsWhatItKnowsWhileTheServerIsAway()
{
    Front front;
    test::CutOff network(front.desk);
    front.open();
    front.type("zw");
    front.press(Qt::Key_Return);
    const auto readAt = front.desk.context().clock->now();
    const auto *found = front.find<QListView>("registration.results");
    const auto *slots_ = front.find<QListView>("registration.slots");
    const auto *visits = front.find<QListView>("registration.visits");
    const int halfHours = slots_->model()->rowCount();

    front.desk.world().clock->advanceSeconds(60);
    network.cut();
    front.desk.speak(front.desk.language); // asks for everything again, in vain

    QVERIFY(test::isOldSince(found, readAt));
    QCOMPARE(found->model()->rowCount(), 1);
    QVERIFY(test::isOldSince(slots_, readAt));
    QCOMPARE(slots_->model()->rowCount(), halfHours);
    QVERIFY(test::isOldSince(visits, readAt));
    QVERIFY(front.desk.errors.isEmpty());

    network.mend();

    QCOMPARE(test::stateAround(found).kind, ui::ViewState::Kind::Ready);
    QCOMPARE(test::stateAround(slots_).kind, ui::ViewState::Kind::Ready);
    QCOMPARE(test::stateAround(visits).kind, ui::ViewState::Kind::Empty);
}

void TestRegistration::showsNobodyElsesAnswerWhileTheServerIsAway()
{
    Front front;
    test::CutOff network(front.desk);
    front.open();
    front.type("zw");
    network.cut();

    front.find<QLineEdit>("registration.find")->setText(QStringLiteral("wf"));

    const auto state = test::stateAround(front.find("registration.results"));
    QCOMPARE(state.kind, ui::ViewState::Kind::Error);
    QVERIFY(state.replacesContent());
    network.mend();
    QVERIFY(test::stateAround(front.find("registration.results")).kind != ui::ViewState::Kind::Error);
}

QTEST_MAIN(TestRegistration)
#include "test_registration.moc"
