#include "integration/dimse/echo.h"
#include "integration/dimse/find.h"
#include "peers.h"
#include "support/free_port.h"
#include "support/orthanc.h"
#include "transfers.h"

#include <QTest>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

const QString kStudy = u"2.25.1001"_s;
const QString kOtherStudy = u"2.25.1002"_s;

workflow::StudyQuery query(const std::function<void(workflow::StudyQuery &)> &fill)
{
    workflow::StudyQuery query;
    fill(query);
    return query;
}

workflow::StudyQuery named(const QString &written)
{
    return query([&](auto &asked) { asked.patientName = written; });
}

} // namespace

/// Questions to a real archive.
class TestQuestions : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Orthanc m_archive;

    dimse::Destination peer() const { return destinationAt(m_archive.dicomPort()); }
    Result<workflow::StudyList> found(const workflow::StudyQuery &query) const
    {
        return dimse::findStudies(peer(), query, {});
    }
    QStringList namesFound(const QString &written) const
    {
        const auto list = found(named(written));
        QStringList names;
        for (const auto &study : list ? list->studies : std::vector<workflow::ArchivedStudy>())
            names.append(study.patientName);
        names.sort();
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (Orthanc::program().isEmpty())
            QSKIP("needs Orthanc");
        QVERIFY(m_archive.start());
        const auto files = writtenStudy(m_folder.filePath(u"one"_s), kStudy, u"Wang^Xiaoming=王^小明"_s, 3)
            + writtenStudy(m_folder.filePath(u"two"_s), kOtherStudy, u"Li^Na=李^娜"_s, 2);
        QCOMPARE(files.size(), 5);
        QCOMPARE(m_archive.upload(files), 5);
    }

    void answersTheTestButton()
    {
        const auto proof = dimse::echo(peer(), {});

        QVERIFY2(proof, qPrintable(proof ? QString() : logLine(proof.error())));
        QCOMPARE(proof->protocol, u"DIMSE"_s);
        QCOMPARE(proof->notices, QStringList());
        QVERIFY(proof->peer.startsWith(u"ORTHANC ("_s));
        QVERIFY(proof->milliseconds >= 0);
    }

    void findsAnArchiveByItsName()
    {
        auto named = peer();
        named.host = u"localhost"_s;
        const auto proof = dimse::echo(named, {});
        QVERIFY2(proof, qPrintable(proof ? QString() : logLine(proof.error())));

        named.host = u"nobody.invalid"_s;
        named.patience.connecting = std::chrono::seconds(1);
        const auto nobody = dimse::echo(named, {});
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, ErrorKind::Unavailable);
        QVERIFY(nobody.error().detail.contains(u"nobody.invalid"_s));
    }

    void findsAStudyWithAllItSays()
    {
        const auto list = found(query([](auto &asked) {
            asked.patientId = u"P00*"_s;
            asked.studyInstanceUid = kStudy;
        }));

        QVERIFY2(list, qPrintable(list ? QString() : logLine(list.error())));
        QCOMPARE(list->studies.size(), 1);
        const auto &study = list->studies.front();
        QCOMPARE(study.studyInstanceUid, kStudy);
        QCOMPARE(study.patientName, u"王小明"_s);
        QCOMPARE(study.patientBirthDate, u"1980-02-03"_s);
        QCOMPARE(study.patientSex, u"M"_s);
        QCOMPARE(study.studyDate, u"2026-11-20"_s);
        QCOMPARE(study.modalities, QStringList(u"CT"_s));
        QCOMPARE(study.series, 1);
        QCOMPARE(study.instances, 3);
    }

    void findsNamesAsTheyAreWritten()
    {
        QCOMPARE(namesFound(u"王小明"_s), QStringList(u"王小明"_s));
        QCOMPARE(namesFound(u"小明"_s), QStringList(u"王小明"_s));
        QCOMPARE(namesFound(u"王^小明"_s), QStringList(u"王小明"_s));
        QCOMPARE(namesFound(u"Wang^Xiao*"_s), QStringList(u"王小明"_s));
        QCOMPARE(namesFound(u"Wang Xiao"_s), QStringList(u"王小明"_s));
        QCOMPARE(namesFound(u"李?"_s), QStringList(u"李娜"_s));
        QCOMPARE(namesFound(u"赵"_s), QStringList());
        QCOMPARE(namesFound(u"王明"_s), QStringList());
        QCOMPARE(namesFound({}), QStringList({u"李娜"_s, u"王小明"_s}));
    }

    void asksInGb18030()
    {
        auto chinese = peer();
        chinese.characterSet = u"GB18030"_s;

        const auto list = dimse::findStudies(chinese, named(u"王小明"_s), {});

        QVERIFY2(list, qPrintable(list ? QString() : logLine(list.error())));
        QCOMPARE(list->studies.size(), 1);
        QCOMPARE(list->studies.front().patientName, u"王小明"_s);
    }

    void narrowsByDateAndModality()
    {
        const QDate day(2026, 11, 20);
        const auto count = [&](const QString &modality, std::optional<QDate> from, std::optional<QDate> to) {
            const auto list = found(query([&](auto &asked) {
                asked.modality = modality;
                asked.from = from;
                asked.to = to;
            }));
            return list ? qsizetype(list->studies.size()) : -1;
        };
        QCOMPARE(count(u"CT"_s, day, day), 2);
        QCOMPARE(count({}, day.addDays(1), {}), 0);
        QCOMPARE(count({}, {}, day), 2);
        QCOMPARE(count(u"MR"_s, {}, {}), 0);
    }

    void saysThatThereIsMore()
    {
        const auto list = found(query([](auto &asked) { asked.limit = 1; }));

        QVERIFY2(list, qPrintable(list ? QString() : logLine(list.error())));
        QCOMPARE(list->studies.size(), 1);
        QVERIFY(list->isPartial);
        QVERIFY(!found(query([](auto &asked) { asked.limit = 2; }))->isPartial);
    }

    void findsSeriesAndImages()
    {
        const auto series = dimse::findSeries(peer(), kStudy, {});
        QVERIFY2(series, qPrintable(series ? QString() : logLine(series.error())));
        QCOMPARE(series->size(), 1);
        QCOMPARE(series->front().modality, u"CT"_s);
        QCOMPARE(series->front().studyInstanceUid, kStudy);

        const auto images = dimse::findImages(peer(), wholeStudy(kStudy), {});
        QVERIFY2(images, qPrintable(images ? QString() : logLine(images.error())));
        QCOMPARE(images->images.size(), 3);
        QCOMPARE(images->images.at(0).instanceNumber, 1);
        QCOMPARE(images->images.at(2).instanceNumber, 3);
        QCOMPARE(images->images.at(0).sopClassUid, u"1.2.840.10008.5.1.4.1.1.2"_s);
        QVERIFY(images->wholes.empty());
        QCOMPARE(images->stated, 3);
    }

    void isRefusedUnderAWrongTitle()
    {
        const auto proof = dimse::echo(destinationAt(m_archive.dicomPort(), u"NOBODY"_s), {});

        QVERIFY(!proof);
        QCOMPARE(proof.error().kind, ErrorKind::Forbidden);
        QCOMPARE(proof.error().code, u"archive.refused"_s);
        QVERIFY2(proof.error().detail.contains(u"Called AE Title"_s, Qt::CaseInsensitive),
                 qPrintable(proof.error().detail));
    }

    void saysWhereNobodyListens()
    {
        const auto proof = dimse::echo(destinationAt(freePort()), {});

        QVERIFY(!proof);
        QCOMPARE(proof.error().kind, ErrorKind::Unavailable);
        QCOMPARE(proof.error().code, u"archive.unreachable"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuestions)
#include "test_questions.moc"
