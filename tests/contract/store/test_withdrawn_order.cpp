#include "contract/store/postgres_database.h"
#include "pharmacy/models/counter.h"
#include "support/fake_desk.h"
#include "workflow/consultation/withdraw_prescription.h"
#include "workflow/frontdesk/check_in.h"

#include <QElapsedTimer>

namespace simiao::test {

using namespace Qt::StringLiterals;
using medications::PrescriptionStatus;

namespace {

/// What a pharmacist may go on working with that has been taken back. Beside other tests the machine takes its own time.
const qint64 kBoundMs = isMachineOurs() ? 1'000 : 5'000;

} // namespace

/// A desk on a server.
class ServerDesk : public FakeDesk
{
public:
    explicit ServerDesk(workflow::Context context)
        : m_context(std::move(context))
    {
    }
    workflow::Context context() const override { return m_context; }

private:
    workflow::Context m_context;
};

/// The physician takes a prescription back at one desk; the pharmacist has it on the screen at another.
class TestWithdrawnOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void thePharmacistIsToldByWhom()
    {
        const auto database = m_hospital->another();
        auto physician = m_hospital->open(database);
        auto pharmacist = m_hospital->open(database);
        QVERIFY(physician && pharmacist);
        const auto world = aWorld(physician->store);
        const auto prescription = signedOne(world);
        auto context = world.context;
        context.store = pharmacist->store;
        {
            ServerDesk desk(context);
            pharmacy::Counter counter(&desk);
            counter.open(prescription.id);
            QTRY_VERIFY(counter.step() == pharmacy::Counter::Step::Review);

            QElapsedTimer since;
            since.start();
            QVERIFY(QCoro::waitFor(workflow::withdrawPrescription(world.context, world.context.newCommand(),
                                                                  {prescription.id, u"wrong patient"_s})));
            QTRY_COMPARE(counter.sheet()->prescription.status, PrescriptionStatus::Cancelled);
            const auto took = since.elapsed();
            qInfo("on the other screen after %lld ms", took);
            QVERIFY2(took < kBoundMs, qPrintable(QString::number(took)));

            QCOMPARE(counter.sheet()->withdrawnBy.zh, world.physician.name);
            QCOMPARE(counter.sheet()->prescription.answer, u"wrong patient"_s);
            QVERIFY(counter.step() == pharmacy::Counter::Step::None);
            QTRY_VERIFY(counter.worklist()->rowOf(prescription.id) >= 0);
            QCOMPARE(counter.worklist()->firstWork(), -1);
        }
        physician->store->close();
        pharmacist->store->close();
    }

private:
    static medications::Prescription signedOne(const World &world)
    {
        const auto &context = world.context;
        const auto slip = QCoro::waitFor(workflow::checkIn(
            context, context.newCommand(), {world.patient.id, world.department.id, world.slot.id}));
        if (!slip)
            qFatal("%s", qPrintable(logLine(slip.error())));
        medications::Prescription prescription;
        prescription.id = context.newId<medications::Prescription>();
        prescription.number = u"P1"_s;
        prescription.patient = world.patient.id;
        prescription.encounter = slip->encounter.id;
        prescription.author = world.physician.id;
        prescription.status = PrescriptionStatus::Signed;
        prescription.authoredOn = context.clock->now();
        auto work = context.begin(context.newCommand(), u"test.prescribe"_s);
        const auto stored = QCoro::waitFor(context.store->commit(work.insert(prescription)));
        if (!stored)
            qFatal("%s", qPrintable(logLine(stored.error())));
        return prescription;
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
};

} // namespace simiao::test

QTEST_MAIN(simiao::test::TestWithdrawnOrder)
#include "test_withdrawn_order.moc"
