#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "postgresql/change_listener.h"
#include "postgresql/work_text.h"
#include "support/psql_session.h"

#include <QSet>

namespace simiao::test {

using namespace Qt::StringLiterals;
using postgresql::ChangeListener;
using postgresql::OwnNews;

namespace {

/// What a desk hears that looks when it comes, and then only when there is a notice.
class Ear : public QObject
{
public:
    Ear(postgresql::ServerSetup setup, QByteArray since)
        : m_presence(std::make_shared<postgresql::PresenceBoard>(Uuid(), setup.person, nullptr))
        , m_listener(
              std::move(setup),
              nullptr,
              std::move(since),
              this,
              [this](const workflow::Receipt &receipt) { m_heard.insert(receipt.command); },
              nullptr,
              m_presence,
              postgresql::ServerLine::Search::Eager,
              std::chrono::hours(1))
    {
    }
    bool hasHeard(const Uuid &command) const { return m_heard.contains(command); }
    /// This desk has just stored something.
    void noteOwn() { m_listener.news()->note(OwnNews::here()); }

private:
    QSet<Uuid> m_heard;
    std::shared_ptr<postgresql::PresenceBoard> m_presence;
    ChangeListener m_listener;
};

} // namespace

/// What is stored is heard because somebody says so: looking now and then, which a desk does besides, finds nothing here.
class TestPostgresNotices : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    std::optional<World> m_world;
    QString m_database;
    std::unique_ptr<Ear> m_one;
    std::unique_ptr<Ear> m_other;

    /// Stores without telling anybody.
    Uuid store(const QString &mrn)
    {
        const auto command = m_world->context.newCommand();
        const auto said = m_server.psql(
            u"SELECT simiao_api.commit('%1', $work$%2$work$)"_s.arg(
                command.toString(), postgresql::workText(aRegistration(*m_world, command, mrn))),
            m_database);
        if (said.contains("ERROR"_L1))
            qFatal("%s", qPrintable(said));
        return command;
    }

    std::unique_ptr<Ear> anEar()
    {
        const auto setup = postgresql::setupOf(m_hospital->environment(m_database));
        if (!setup)
            qFatal("%s", qPrintable(logLine(setup.error())));
        const auto server = HospitalDatabase::connectTo(*setup);
        if (!server)
            qFatal("%s", qPrintable(logLine(server.error())));
        return std::make_unique<Ear>(*setup, *ChangeListener::watermark(*server->connection));
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    // Two desks that have looked once.
    void init()
    {
        m_database = m_hospital->another();
        {
            const auto backend = m_hospital->open(m_database);
            QVERIFY(backend);
            m_world = aWorld(backend->store);
            m_world->context.store = nullptr;
            backend->store->close();
        }
        const auto before = store(u"BEFORE"_s);
        m_one = anEar();
        m_other = anEar();
        QTRY_VERIFY(m_one->hasHeard(before) && m_other->hasHeard(before));
    }

    void cleanup()
    {
        m_one.reset();
        m_other.reset();
    }

    // Of another database of the server too, as a restore or a report may be for hours.
    void whatEndsWhileALongTransactionIsOpenIsToldOnce()
    {
        QByteArray seen;
        const auto look = [&] {
            const auto words =
                m_server
                    .psql(u"SELECT now_seen, receipts FROM simiao_api.changes_since('%1')"_s.arg(
                              QString::fromLatin1(seen)),
                          m_database)
                    .split(u'|');
            seen = words.value(0).toLatin1();
            return words.value(1);
        };
        look();
        PsqlSession elsewhere(m_server.conninfo());
        elsewhere.say(u"BEGIN; SELECT txid_current()"_s);
        QTRY_VERIFY(elsewhere.hasAnswer());
        // Begun before the others, it ends after them.
        auto otherDesk = *m_world;
        otherDesk.context.session.workstation = u"DESK-2"_s;
        const auto last = otherDesk.context.newCommand();
        PsqlSession slow(m_server.conninfo(m_database));
        slow.say(u"BEGIN; SELECT simiao_api.commit('%1', $work$%2$work$)"_s.arg(
            last.toString(), postgresql::workText(aRegistration(otherDesk, last, u"SLOW"_s))));
        QTRY_VERIFY(slow.hasAnswer());

        const auto first = store(u"FIRST"_s);
        QVERIFY(look().contains(first.toString()));
        const auto second = store(u"SECOND"_s);
        const auto told = look();
        QVERIFY(told.contains(second.toString()));
        QVERIFY2(!told.contains(first.toString()), "told again");
        slow.say(u"COMMIT; SELECT 1"_s);
        QTRY_COMPARE(m_server.psql(u"SELECT count(*) FROM simiao.patient WHERE mrn = 'SLOW'"_s, m_database),
                     u"1"_s);
        const auto afterwards = look();
        QVERIFY(afterwards.contains(last.toString()));
        QVERIFY2(!afterwards.contains(second.toString()), "told again");
    }

    void whatADeskStoresIsHeardByTheOther()
    {
        const auto command = store(u"TOLD"_s);
        m_one->noteOwn();
        QTRY_VERIFY(m_other->hasHeard(command));
    }

    // The last notice is one of tomorrow then.
    void desksAreToldWhenTheServersClockWasPutBack()
    {
        m_server.psql(
            u"INSERT INTO simiao.feed_notice AS f (told) VALUES (clock_timestamp() + interval '1 day') "
            "ON CONFLICT (one) DO UPDATE SET told = EXCLUDED.told"_s,
            m_database);
        const auto command = store(u"PUT-BACK"_s);
        m_one->noteOwn();
        QTRY_VERIFY(m_other->hasHeard(command));
    }

    void aNoticeThatClaimsWhatIsToComeKeepsNothingFromBeingHeard_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::newRow("of the end of time") << u"'9999999999999999'"_s;
        QTest::newRow("of a second from now")
            << u"CAST(CAST(extract(epoch FROM clock_timestamp() + interval '1 second') * 1000000 AS bigint) AS text)"_s;
        QTest::newRow("more than a number holds") << u"'99999999999999999999999999'"_s;
        QTest::newRow("no number") << u"'soon'"_s;
        QTest::newRow("nothing") << u"''"_s;
    }

    // Whoever knows a desk's password may send it.
    void aNoticeThatClaimsWhatIsToComeKeepsNothingFromBeingHeard()
    {
        QFETCH(const QString, claim);
        const auto silent = store(u"SILENT"_s);
        const auto said = PostgresServer::psqlAs(m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database),
                                                 u"SELECT pg_notify('simiao_changes', %1)"_s.arg(claim));
        QVERIFY2(!said.contains("ERROR"_L1), qPrintable(said));
        QTRY_VERIFY(m_one->hasHeard(silent) && m_other->hasHeard(silent)); // they have read the notice

        const auto command = store(u"TOLD"_s);
        m_one->noteOwn();

        QTRY_VERIFY(m_other->hasHeard(command));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresNotices)
#include "test_postgres_notices.moc"
