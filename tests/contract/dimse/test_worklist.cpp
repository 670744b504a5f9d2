#include "integration/dimse/dimse_worklist.h"
#include "peers.h"
#include "support/server_process.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

struct Planned
{
    const char *file;
    const char *name;
    const char *modality;
    const char *date;
    const char *time;
    const char *stepId;
};

void put(DcmItem &item, const DcmTagKey &tag, const char *value)
{
    item.putAndInsertString(tag, value);
}

bool write(const QString &folder, const Planned &planned)
{
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(dataset, DCM_AccessionNumber, "A1");
    put(dataset, DCM_PatientName, planned.name);
    put(dataset, DCM_PatientID, "P001");
    put(dataset, DCM_PatientBirthDate, "19800203");
    put(dataset, DCM_PatientSex, "M");
    put(dataset, DCM_StudyInstanceUID, "2.25.77");
    put(dataset, DCM_RequestedProcedureID, "RP1");
    put(dataset, DCM_RequestedProcedureDescription, "胸部平扫");
    DcmItem *step = nullptr;
    dataset.findOrCreateSequenceItem(DCM_ScheduledProcedureStepSequence, step, 0);
    put(*step, DCM_Modality, planned.modality);
    put(*step, DCM_ScheduledStationAETitle, "CT1");
    put(*step, DCM_ScheduledProcedureStepStartDate, planned.date);
    put(*step, DCM_ScheduledProcedureStepStartTime, planned.time);
    put(*step, DCM_ScheduledPerformingPhysicianName, "Li^Na=李^娜");
    put(*step, DCM_ScheduledProcedureStepDescription, "胸部CT");
    put(*step, DCM_ScheduledProcedureStepID, planned.stepId);
    const auto path = QDir(folder).filePath(QString::fromLatin1(planned.file));
    return file.saveFile(QFile::encodeName(path).constData(), EXS_LittleEndianExplicit).good();
}

} // namespace

/// A worklist server with three steps.
class TestWorklist : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    ServerProcess m_server;
    quint16 m_port = 0;

    Result<workflow::Worklist> found(const workflow::WorklistQuery &query) const
    {
        dimse::DimseWorklist worklist(destinationAt(m_port, u"RIS"_s));
        return QCoro::waitFor(worklist.find(query, {}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto folder = m_folder.filePath(u"RIS"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile lock(QDir(folder).filePath(u"lockfile"_s));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        QVERIFY(write(folder, {"2.wl", "Wang^Xiaoming=王^小明", "CT", "20261122", "100000", "S2"}));
        QVERIFY(write(folder, {"1.wl", "Li^Na=李^娜", "CT", "20261122", "090000", "S1"}));
        QVERIFY(write(folder, {"3.wl", "Zhao^Liu=赵^六", "MR", "20261123", "080000", "S3"}));
        m_port = freePort();
        const QStringList arguments{u"-dfp"_s, m_folder.path(), u"-csk"_s, QString::number(m_port)};
        if (!m_server.start(u"wlmscpfs"_s, arguments, {m_port}))
            QSKIP("needs wlmscpfs of dcmtk");
    }

    void answersTheTestButton()
    {
        dimse::DimseWorklist worklist(destinationAt(m_port, u"RIS"_s));

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

    void narrowsByDayModalityAndName()
    {
        const QDate day(2026, 11, 22);
        QCOMPARE(found({.from = day, .to = day})->steps.size(), 2);
        QCOMPARE(found({.modality = u"MR"_s})->steps.size(), 1);
        QCOMPARE(found({.patientName = u"Wang^Xiao*"_s})->steps.size(), 1);
        QCOMPARE(found({.modality = u"US"_s})->steps.size(), 0);
        QCOMPARE(found({.stationAeTitle = u"CT1"_s})->steps.size(), 3);
        QCOMPARE(found({.stationAeTitle = u"CT2"_s})->steps.size(), 0);
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
