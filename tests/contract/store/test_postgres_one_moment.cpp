#include "contract/store/postgres_database.h"
#include "support/pgbouncer.h"
#include "support/world.h"
#include "workflow/ports/queries.h"

#include <QSemaphore>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// Nobody waits for ever where the other does not come; a question ends before.
constexpr int kNobodyComesMs = 20'000;

/// What a store that is asked twice in one go has found, with a save of another between both.
struct AskedTwice
{
    QSemaphore firstIsRead;
    QSemaphore isSaved;
    qsizetype first = -1;
    qsizetype second = -1;
};

} // namespace

/// A screen that asks several questions at once is told of one moment, whatever is saved meanwhile.
class TestPostgresOneMoment : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    PgBouncer m_pooler;
    std::unique_ptr<HospitalDatabase> m_hospital;

    std::shared_ptr<workflow::Store> open(const QString &database)
    {
        auto backend = m_hospital->open(database);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_server.log()));
        return backend->store;
    }

    static workflow::UnitOfWork aVisit(const World &world)
    {
        administration::Encounter visit;
        visit.id = world.context.newId<administration::Encounter>();
        visit.visitNumber = visit.id.toString();
        visit.patient = world.patient.id;
        visit.department = world.department.id;
        visit.practitioner = world.physician.id;
        visit.start = world.clock->now();
        auto work = world.context.begin(world.context.newCommand(), u"demo.seed"_s, visit.patient);
        work.insert(visit);
        return work;
    }

    static std::vector<workflow::Question> theSameTwice(const World &world,
                                                        const std::shared_ptr<AskedTwice> &asked)
    {
        const auto visits = workflow::all(workflow::query::encountersOfPatient, world.patient.id);
        const auto *type = &typeInfo<administration::Encounter>();
        return {{type,
                 visits.query,
                 visits.parameters,
                 {},
                 [asked](const std::vector<Row> &rows) {
                     asked->first = qsizetype(rows.size());
                     asked->firstIsRead.release();
                     asked->isSaved.acquire();
                     return ok();
                 }},
                {type, visits.query, visits.parameters, {}, [asked](const std::vector<Row> &rows) {
                     asked->second = qsizetype(rows.size());
                     return ok();
                 }}};
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void whatIsSavedBetweenTwoQuestionsIsInNeither_data()
    {
        QTest::addColumn<bool>("pooled");
        QTest::newRow("at the server") << false;
        QTest::newRow("behind a pooler") << true;
    }

    void whatIsSavedBetweenTwoQuestionsIsInNeither()
    {
        QFETCH(const bool, pooled);
        if (pooled) {
            if (!PgBouncer::isInstalled())
                QSKIP(qPrintable(PgBouncer::whyNot()));
            QVERIFY2(m_pooler.start(m_server.port(), {{u"program_1"_s, u"of-program-1"_s}}),
                     qPrintable(m_pooler.log()));
            m_hospital->comeThrough({m_pooler.port()});
        }
        const auto database = m_hospital->another();
        const auto here = open(database);
        const auto there = open(database);
        const auto world = aWorld(here);
        const auto asked = std::make_shared<AskedTwice>();

        auto asking = here->ask(theSameTwice(world, asked));
        const bool came = asked->firstIsRead.tryAcquire(1, kNobodyComesMs);
        const auto saved = QCoro::waitFor(there->commit(aVisit(world)));
        asked->isSaved.release();
        const auto answered = QCoro::waitFor(std::move(asking));

        QVERIFY(came);
        QVERIFY2(saved, qPrintable(saved ? QString() : logLine(saved.error())));
        QVERIFY2(answered, qPrintable(answered ? QString() : logLine(answered.error())));
        QCOMPARE(asked->first, 0);
        QCOMPARE(asked->second, 0);
        // The next statement is one of its own again: it writes, and reads what is there now.
        QVERIFY(QCoro::waitFor(here->commit(aVisit(world))));
        const auto now =
            QCoro::waitFor(workflow::find(here, workflow::query::encountersOfPatient, world.patient.id));
        QCOMPARE(now->size(), 2U);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresOneMoment)
#include "test_postgres_one_moment.moc"
