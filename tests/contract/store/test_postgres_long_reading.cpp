#include "contract/store/postgres_database.h"
#include "contract/store/registration.h"
#include "support/byte_proxy.h"

#include <future>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMegabyte = 1'000'000;
constexpr int kPatients = 2'000;
constexpr int kLetters = 20'000; // of each patient's address: 40 MB in all

/// Highest memory of this process since forgetPeak(), in bytes.
qint64 peak()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong() * 1024;
    }
    return -1;
}

bool forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace

/// Everything is read: a table that is larger than what the desk may hold, from a server that hangs or goes.
class TestPostgresLongReading : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY(backend);
        aWorld(backend->store);
        const auto made = m_server.psql(
            u"INSERT INTO simiao.patient SELECT (jsonb_populate_record(p, jsonb_build_object('id', "
            u"gen_random_uuid(), 'mrn', 'L-' || n, 'identity_number', '', 'address', repeat('x', %1)))).* "
            u"FROM "
            u"simiao.patient p, generate_series(1, %2) n; "
            u"UPDATE simiao.patient p SET row_hash = sha256(convert_to(simiao.canonical_patient(p), 'UTF8'))"_s
                .arg(kLetters)
                .arg(kPatients),
            u"hospital"_s);
        QVERIFY2(made.isEmpty(), qPrintable(made));
    }

    void tableNeedsNoMoreMemoryThanAFewRows()
    {
        const auto backend = m_hospital->open(u"hospital"_s);
        QVERIFY(backend);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit())); // what is needed once
        if (!forgetPeak())
            QSKIP("no /proc/self/clear_refs");
        const auto before = peak();

        const auto contents = QCoro::waitFor(backend->maintenance->contents());

        QVERIFY2(contents, qPrintable(contents ? QString() : logLine(contents.error())));
        const auto patients = std::ranges::find(*contents, u"patient"_s, &workflow::TableContents::table);
        QCOMPARE(patients->rows, kPatients + 1);
        const auto grown = peak() - before;
        qInfo("%d MB were read with %lld KB", kPatients * kLetters / int(kMegabyte), grown / 1024);
        QVERIFY2(grown < 10 * kMegabyte, qPrintable(QString::number(grown)));
    }

    void endOfTheProgramDoesNotWaitForAServerThatHangs()
    {
        ByteProxy network(m_server.port());
        const auto backend = m_hospital->open(u"hospital"_s, {network.port()});
        QVERIFY(backend);
        network.fail({ByteFault::Kind::Silence, Direction::ToClient, kMegabyte});
        std::optional<QString> said;
        QCoro::connect(backend->maintenance->contents(), this, [&said](const auto &contents) {
            said = contents ? u"all was read"_s : contents.error().code;
        });
        QTRY_VERIFY(network.passed(Direction::ToClient) >= kMegabyte);

        std::promise<void> ended;
        std::atomic<bool> wasHelped = false;
        std::jthread helper([&, over = ended.get_future()] { // else this would hang for ever where it fails
            if (over.wait_for(std::chrono::seconds(20)) == std::future_status::timeout) {
                wasHelped = true;
                network.heal();
            }
        });
        backend->store->close();
        ended.set_value();

        QVERIFY(!wasHelped);
        QTRY_VERIFY(said);
        QCOMPARE(*said, u"store.closed"_s);
    }

    // A server that goes is not a table that is damaged.
    void lostConnectionIsNotCalledDamage()
    {
        ByteProxy network(m_server.port());
        const auto backend = m_hospital->open(u"hospital"_s, {network.port()});
        QVERIFY(backend);
        network.fail({ByteFault::Kind::Cut, Direction::ToClient, kMegabyte});

        const auto checked = QCoro::waitFor(backend->maintenance->check());
        network.fail({ByteFault::Kind::Cut, Direction::ToClient, kMegabyte});
        const auto contents = QCoro::waitFor(backend->maintenance->contents());

        QVERIFY(!checked && !contents);
        QCOMPARE(checked.error().code, u"server.lost"_s);
        QCOMPARE(contents.error().code, u"server.lost"_s);
        network.heal();
        const auto again = QCoro::waitFor(backend->maintenance->check());
        QVERIFY(again && again->empty());
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresLongReading)
#include "test_postgres_long_reading.moc"
