#include "outpatient/models/returned_watch.h"
#include "support/fake_desk.h"

#include <QTest>

using namespace simiao;

namespace {

const auto kId = QStringLiteral("outpatient.returned");

} // namespace

/// A physician at her desk; the pharmacist works elsewhere.
class TestReturnedWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_watch.reset();
        m_desk = std::make_unique<test::FakeDesk>();
        m_watch = std::make_unique<outpatient::ReturnedWatch>(m_desk.get());
    }

    void tellsThePrescriberByNumberAndWithoutAName()
    {
        store(aPrescription(QStringLiteral("P1"), m_desk->context().session.account));

        QTRY_VERIFY(m_desk->notifications.contains(kId));
        const auto told = m_desk->notifications.value(kId);
        QVERIFY(told.text.contains(QStringLiteral("P1")));
        QVERIFY(!told.text.contains(m_desk->world().patient.name));
        QCOMPARE(told.severity, ui::Severity::Warn);
    }

    void saysNothingOfAColleaguesPrescription()
    {
        store(aPrescription(QStringLiteral("P1"), m_desk->context().newId<security::Account>()));
        store(aPrescription(QStringLiteral("P2"), m_desk->context().session.account));

        QTRY_VERIFY(m_desk->notifications.contains(kId));
        QVERIFY(!m_desk->notifications.value(kId).text.contains(QStringLiteral("P1")));
    }

    void asksAgainWhenThereIsAnotherOne()
    {
        store(aPrescription(QStringLiteral("P1"), m_desk->context().session.account));
        QTRY_VERIFY(m_desk->notifications.contains(kId));
        const auto first = m_desk->notifications.value(kId).occasion;

        store(aPrescription(QStringLiteral("P2"), m_desk->context().session.account));

        QTRY_VERIFY(m_desk->notifications.value(kId).text.contains(QStringLiteral("P2")));
        QVERIFY(m_desk->notifications.value(kId).occasion != first);
    }

    void takesItBackOnceItIsAnswered()
    {
        auto prescription = aPrescription(QStringLiteral("P1"), m_desk->context().session.account);
        store(prescription);
        QTRY_VERIFY(m_desk->notifications.contains(kId));

        prescription.version = 1;
        prescription.status = medications::PrescriptionStatus::Signed;
        const auto context = m_desk->context();
        auto work = context.begin(context.newCommand(), QStringLiteral("test.answer"));
        work.update(prescription);
        QVERIFY(QCoro::waitFor(context.store->commit(std::move(work))));

        QTRY_VERIFY(!m_desk->notifications.contains(kId));
    }

    void whatWasReturnedDaysAgoIsNoNews()
    {
        auto prescription = aPrescription(QStringLiteral("P1"), m_desk->context().session.account);
        prescription.reviewedAt = m_desk->context().clock->now().plusSeconds(-4 * 86400);
        store(prescription);
        store(aPrescription(QStringLiteral("P2"), m_desk->context().session.account));

        QTRY_VERIFY(m_desk->notifications.contains(kId));
        QVERIFY(!m_desk->notifications.value(kId).text.contains(QStringLiteral("P1")));
    }

private:
    medications::Prescription aPrescription(const QString &number, Id<security::Account> author) const
    {
        const auto context = m_desk->context();
        medications::Prescription prescription;
        prescription.id = context.newId<medications::Prescription>();
        prescription.number = number;
        prescription.patient = m_desk->world().patient.id;
        prescription.author = author;
        prescription.status = medications::PrescriptionStatus::Returned;
        prescription.authoredOn = context.clock->now();
        prescription.reviewedAt = context.clock->now();
        prescription.reviewNote = QStringLiteral("dose");
        return prescription;
    }

    void store(const medications::Prescription &prescription) const
    {
        const auto context = m_desk->context();
        auto work = context.begin(context.newCommand(), QStringLiteral("test.return"));
        work.insert(prescription);
        QVERIFY(QCoro::waitFor(context.store->commit(std::move(work))));
    }

    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<outpatient::ReturnedWatch> m_watch; ///< goes first
};

QTEST_MAIN(TestReturnedWatch)
#include "test_returned_watch.moc"
