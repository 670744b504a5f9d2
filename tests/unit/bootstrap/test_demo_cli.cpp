#include "core/json.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// How a call of simiao-cli ended.
struct Ending
{
    int exitCode = -1;
    QByteArray output;
    QByteArray words;

    Json json() const { return Json::parse(output).value_or(Json()); }
};

} // namespace

/// The generated hospital on the disk, where references and unique numbers are enforced.
class TestDemoCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        m_seeded = call({u"demo"_s, u"seed"_s, u"--size"_s, u"full"_s});
        qInfo("full seeding: %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(m_seeded.exitCode, 0);
    }

    void countsWhatItWrote()
    {
        const auto report = m_seeded.json();

        QCOMPARE(report[u"patients"_s].toInteger(), 514);
        QCOMPARE(report[u"waiting"_s].toInteger(), 5);
        QVERIFY(report[u"rows"_s][u"Encounter"_s].toInteger() >= 1500);
        QVERIFY(report[u"studies"_s].toInteger() >= 3);
        QVERIFY(m_seeded.words.contains("500 of 500"));
    }

    void theDatabaseHoldsIt()
    {
        const auto tables = call({u"db"_s, u"contents"_s}).json()[u"tables"_s];

        QCOMPARE(tables[u"patient"_s][u"rows"_s].toInteger(), 514);
        QCOMPARE(tables[u"invoice"_s][u"rows"_s].toInteger(),
                 m_seeded.json()[u"rows"_s][u"Invoice"_s].toInteger());
        QCOMPARE(tables[u"task"_s][u"rows"_s].toInteger(), 5);
    }

    void everyReferenceAndTheTrailAreWhole() { QCOMPARE(call({u"db"_s, u"check"_s}).exitCode, 0); }

    void doublesNothing()
    {
        const auto again = call({u"demo"_s, u"seed"_s, u"--size"_s, u"full"_s});

        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.json()[u"seeded"_s], Json(false));
        QCOMPARE(call({u"db"_s, u"contents"_s}).json()[u"tables"_s][u"patient"_s][u"rows"_s].toInteger(),
                 514);
    }

    void refusesAnUnknownSize()
    {
        QCOMPARE(call({u"demo"_s, u"seed"_s, u"--size"_s, u"huge"_s}).exitCode, 1);
    }

private:
    Ending call(QStringList words)
    {
        words += {u"--profile"_s, m_folder.filePath(u"profile"_s)};
        QProcess program;
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s, words);
        program.closeWriteChannel();
        program.waitForFinished(200'000);
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    QTemporaryDir m_folder;
    Ending m_seeded;
};

QTEST_GUILESS_MAIN(TestDemoCli)
#include "test_demo_cli.moc"
