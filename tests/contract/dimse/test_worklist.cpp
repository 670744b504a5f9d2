#include "integration/dimse/dimse_worklist.h"
#include "peers.h"
#include "planned_steps.h"
#include "support/free_port.h"
#include "support/orthanc.h"
#include "support/server_process.h"

#include <QCoroTask>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

enum class Server { Dcmtk, Orthanc };

} // namespace

/// What is planned, by servers that others wrote: three steps.
class TestWorklist : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    ServerProcess m_dcmtk;
    quint16 m_dcmtkPort = 0;
    Orthanc m_orthanc;
    bool m_hasDcmtk = false;
    bool m_hasOrthanc = false;

    dimse::Destination server() const
    {
        QFETCH_GLOBAL(Server, server);
        return server == Server::Dcmtk ? destinationAt(m_dcmtkPort, u"RIS"_s)
                                       : destinationAt(m_orthanc.dicomPort());
    }
    Result<workflow::Worklist> found(const workflow::WorklistQuery &query) const
    {
        dimse::DimseWorklist worklist(server());
        return QCoro::waitFor(worklist.find(query, {}));
    }
    /// The steps' ids in their order, or why there are none.
    QStringList ids(const workflow::WorklistQuery &query) const
    {
        const auto list = found(query);
        if (!list)
            return {logLine(list.error())};
        QStringList ids;
        for (const auto &step : list->steps)
            ids.append(step.stepId);
        return ids;
    }

private Q_SLOTS:
    static void initTestCase_data()
    {
        QTest::addColumn<Server>("server");
        QTest::newRow("dcmtk") << Server::Dcmtk;
        QTest::newRow("Orthanc") << Server::Orthanc;
    }

    void initTestCase()
    {
        QVERIFY(writeWorklist(m_folder.path()));
        m_dcmtkPort = freePort();
        m_hasDcmtk = !QStandardPaths::findExecutable(u"wlmscpfs"_s).isEmpty();
        if (m_hasDcmtk)
            QVERIFY2(m_dcmtk.start(u"wlmscpfs"_s,
                                   {u"-dfp"_s, m_folder.path(), u"-csk"_s, QString::number(m_dcmtkPort)},
                                   {m_dcmtkPort}),
                     m_dcmtk.output().constData());
        const auto settings = Orthanc::worklistSettings(m_folder.filePath(u"RIS"_s));
        if (Orthanc::program().isEmpty() || settings.isEmpty())
            return;
        m_hasOrthanc = m_orthanc.start(settings);
        QVERIFY2(m_hasOrthanc, m_orthanc.output().constData());
    }

    void init()
    {
        QFETCH_GLOBAL(Server, server);
        if (!(server == Server::Dcmtk ? m_hasDcmtk : m_hasOrthanc))
            QSKIP("needs wlmscpfs of dcmtk, or the package orthanc");
    }

    void answersTheTestButton()
    {
        dimse::DimseWorklist worklist(server());

        const auto proof = QCoro::waitFor(worklist.probe({}));

        QVERIFY2(proof, proof ? "" : qPrintable(logLine(proof.error())));
        QCOMPARE(proof->notices, QStringList());
    }

    void tellsWhatIsPlannedInItsOrder()
    {
        const auto list = found({});

        QVERIFY2(list, list ? "" : qPrintable(logLine(list.error())));
        QVERIFY(!list->isPartial);
        QCOMPARE(list->steps.size(), 3);
        const auto &first = list->steps.front();
        QCOMPARE(first.patientName, u"李娜"_s);
        QCOMPARE(first.performingPhysician, u"李娜"_s);
        QCOMPARE(first.patientBirthDate, u"1980-02-03"_s);
        QCOMPARE(first.accessionNumber, u"A1"_s);
        QCOMPARE(first.requestedProcedure, u"胸部平扫"_s);
        QCOMPARE(first.studyInstanceUid, u"2.25.77"_s);
        QCOMPARE(first.modality, u"CT"_s);
        QCOMPARE(first.stationAeTitle, u"CT1"_s);
        QCOMPARE(first.startDate, u"2026-11-22"_s);
        QCOMPARE(first.startTime, u"09:00:00"_s);
        QCOMPARE(first.stepId, u"S1"_s);
        QCOMPARE(first.step, u"胸部CT"_s);
        QCOMPARE(list->steps.at(1).stepId, u"S2"_s);
        QCOMPARE(list->steps.at(2).stepId, u"S3"_s);
    }

    void narrowsByWhatIsAsked_data()
    {
        QTest::addColumn<workflow::WorklistQuery>("query");
        QTest::addColumn<QStringList>("steps");
        const QDate day(2026, 11, 22);
        const QStringList none;
        QTest::newRow("day") << workflow::WorklistQuery{.from = day, .to = day}
                             << QStringList{u"S1"_s, u"S2"_s};
        QTest::newRow("from a day on")
            << workflow::WorklistQuery{.from = day.addDays(1)} << QStringList{u"S3"_s};
        QTest::newRow("up to a day") << workflow::WorklistQuery{.to = day} << QStringList{u"S1"_s, u"S2"_s};
        QTest::newRow("another day") << workflow::WorklistQuery{.from = day.addDays(9), .to = day.addDays(9)}
                                     << none;
        QTest::newRow("modality") << workflow::WorklistQuery{.modality = u"MR"_s} << QStringList{u"S3"_s};
        QTest::newRow("another modality") << workflow::WorklistQuery{.modality = u"US"_s} << none;
        QTest::newRow("device") << workflow::WorklistQuery{.stationAeTitle = u"CT1"_s}
                                << QStringList{u"S1"_s, u"S2"_s};
        QTest::newRow("another device") << workflow::WorklistQuery{.stationAeTitle = u"CT2"_s} << none;
        QTest::newRow("number of the patient")
            << workflow::WorklistQuery{.patientId = u"P002"_s} << QStringList{u"S2"_s};
        QTest::newRow("name in Latin")
            << workflow::WorklistQuery{.patientName = u"Wang^Xiao*"_s} << QStringList{u"S2"_s};
        QTest::newRow("Chinese name")
            << workflow::WorklistQuery{.patientName = u"王小明"_s} << QStringList{u"S2"_s};
        QTest::newRow("others between its characters")
            << workflow::WorklistQuery{.patientName = u"王明"_s} << none;
        QTest::newRow("another Chinese name") << workflow::WorklistQuery{.patientName = u"王大明"_s} << none;
        QTest::newRow("all at once") << workflow::WorklistQuery{.patientName = u"李*"_s,
                                                                .modality = u"CT"_s,
                                                                .stationAeTitle = u"CT1"_s,
                                                                .from = day,
                                                                .to = day}
                                     << QStringList{u"S1"_s};
    }

    void narrowsByWhatIsAsked()
    {
        QFETCH(workflow::WorklistQuery, query);
        QFETCH(QStringList, steps);

        QCOMPARE(ids(query), steps);
    }

    /// wlmscpfs compares bytes; Orthanc reads the question in its own character set.
    void isAskedInTheCharacterSetOfTheServer()
    {
        QFETCH_GLOBAL(Server, server);
        if (server == Server::Dcmtk)
            return;
        for (const auto &set : {u"GB18030"_s, u"ISO_IR 192"_s}) {
            auto peer = destinationAt(m_orthanc.dicomPort());
            peer.characterSet = set;
            dimse::DimseWorklist worklist(peer);

            const auto list = QCoro::waitFor(worklist.find({.patientName = u"王小明"_s}, {}));

            QVERIFY2(list, list ? "" : qPrintable(logLine(list.error())));
            QCOMPARE(list->steps.size(), 1);
            QCOMPARE(list->steps.front().patientName, u"王小明"_s);
        }
    }

    void saysThatThereIsMore()
    {
        const auto list = found({.limit = 2});

        QVERIFY2(list, list ? "" : qPrintable(logLine(list.error())));
        QCOMPARE(list->steps.size(), 2);
        QVERIFY(list->isPartial);
    }
};

QTEST_GUILESS_MAIN(TestWorklist)
#include "test_worklist.moc"
