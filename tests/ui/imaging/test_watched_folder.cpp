#include "fake_image_source.h"
#include "imaging/models/watched_folder.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using viewer::WatchedFolder;

namespace {

administration::Patient aPatient(const QString &mrn, const QString &name)
{
    administration::Patient patient;
    patient.mrn = mrn;
    patient.name = name;
    patient.birthDate = *Date::parse(u"1981-03-14"_s);
    return patient;
}

/// A folder on the disk, and what the source finds in it.
struct Place
{
    QTemporaryDir disk;
    std::shared_ptr<test::FakeImageSource> source = std::make_shared<test::FakeImageSource>();
    administration::Patient patient = aPatient(u"M1"_s, u"张伟"_s);
    std::vector<workflow::ImageSeries> lying;

    QString path(const QString &below = {}) const { return QDir(disk.path()).filePath(below); }
    void write(const QString &file, const QByteArray &bytes = "x") const
    {
        QDir().mkpath(QFileInfo(path(file)).path());
        QFile out(path(file));
        QVERIFY(out.open(QIODevice::Append) && out.write(bytes) == bytes.size());
    }
    /// Somebody puts a study of `whom` there, in a folder of its own.
    void put(const QString &study,
             const QString &folder,
             const administration::Patient &whom,
             const QString &number = u".1"_s)
    {
        auto series = test::aSeries(study + number, 2, whom);
        series.studyInstanceUid = study;
        for (auto &instance : series.instances) {
            instance.location = path(folder + u'/' + instance.sopInstanceUid);
            write(folder + u'/' + instance.sopInstanceUid);
        }
        lying.push_back(series);
        source->places.insert_or_assign(disk.path(), lying);
    }
    std::unique_ptr<WatchedFolder> watched() const
    {
        auto folder = std::make_unique<WatchedFolder>(source, patient, WatchedFolder::Pace{20ms, 50ms});
        folder->setFolder(disk.path());
        return folder;
    }
};

diagnostics::ImagingStudy onRecord(const QString &uid, int images = 2)
{
    diagnostics::ImagingStudy study;
    study.studyInstanceUid = uid;
    study.numberOfInstances = images;
    return study;
}

} // namespace

class TestWatchedFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersHerStudiesByTheirFolders()
    {
        Place place;
        place.put(u"2.25.1"_s, u"a"_s, place.patient);
        place.put(u"2.25.2"_s, u"b"_s, aPatient(u"M2"_s, u"王芳"_s));

        const auto folder = place.watched();

        QTRY_COMPARE(folder->studies(), 1);
        QCOMPARE(folder->places(), QStringList{place.path(u"a"_s)});
    }

    void aHeapOfSeveralPeopleIsNotHers()
    {
        Place place;
        place.put(u"2.25.1"_s, u"heap"_s, place.patient);
        place.put(u"2.25.2"_s, u"heap"_s, aPatient(u"M2"_s, u"王芳"_s));
        place.put(u"2.25.3"_s, u"own"_s, place.patient);

        const auto folder = place.watched();

        QTRY_COMPARE(folder->places(), QStringList{place.path(u"own"_s)});
    }

    void noticesWhatComesLater()
    {
        Place place;
        place.put(u"2.25.1"_s, u"a"_s, place.patient);
        const auto folder = place.watched();
        QTRY_COMPARE(folder->studies(), 1);

        place.put(u"2.25.2"_s, u"b"_s, place.patient);

        QTRY_COMPARE(folder->studies(), 2);
    }

    void whatIsOnRecordOrWasRefusedIsNotOffered()
    {
        Place place;
        place.put(u"2.25.1"_s, u"a"_s, place.patient);
        place.put(u"2.25.2"_s, u"b"_s, place.patient);
        const auto folder = place.watched();
        folder->setStudies({onRecord(u"2.25.1"_s)});
        QTRY_COMPARE(folder->places(), QStringList{place.path(u"b"_s)});

        folder->dismiss();
        QCOMPARE(folder->studies(), 0);
        place.put(u"2.25.3"_s, u"c"_s, place.patient);

        QTRY_COMPARE(folder->places(), QStringList{place.path(u"c"_s)});
    }

    /// A scanner that pauses: the study was attached when it held two images of four.
    void imagesThatComeLaterAreOffered()
    {
        Place place;
        place.put(u"2.25.1"_s, u"a"_s, place.patient);
        const auto folder = place.watched();
        QTRY_COMPARE(folder->studies(), 1);
        folder->setStudies({onRecord(u"2.25.1"_s)});
        QVERIFY(folder->places().isEmpty());

        place.put(u"2.25.1"_s, u"a"_s, place.patient, u".2"_s);

        QTRY_COMPARE(folder->moreImages(), 2);
        QCOMPARE(folder->studies(), 0);
        QCOMPARE(folder->places(), QStringList{place.path(u"a"_s)});
        folder->setStudies({onRecord(u"2.25.1"_s, 4)});
        QCOMPARE(folder->moreImages(), 0);
        QVERIFY(folder->places().isEmpty());
    }

    void aFolderThatCannotBeReadIsSaid()
    {
        Place place;
        place.put(u"2.25.1"_s, u"a"_s, place.patient);
        const auto readable = place.source->places.at(place.disk.path());
        place.source->places.insert_or_assign(place.disk.path(),
                                              Error{ErrorKind::Unavailable, u"disk.read"_s, {}});
        const auto folder = place.watched();

        QTRY_VERIFY(folder->error());
        QCOMPARE(folder->error()->code, u"disk.read"_s);
        place.source->places.insert_or_assign(place.disk.path(), readable);

        QTRY_COMPARE(folder->studies(), 1);
        QVERIFY(!folder->error());
    }

    void aMissingFolderIsSaidAndReadWhenItIsBack()
    {
        Place place;
        place.put(u"2.25.1"_s, u"a"_s, place.patient);
        const QString away = place.disk.path() + u"-away"_s;
        QVERIFY(QDir().rename(place.disk.path(), away));
        const auto folder = place.watched();
        QTRY_VERIFY(folder->error());
        QCOMPARE(folder->error()->code, u"imaging.watch-missing"_s);

        QVERIFY(QDir().rename(away, place.disk.path()));

        QTRY_COMPARE(folder->studies(), 1);
        QVERIFY(!folder->error());
    }

    void anotherFolderForgetsTheFirst()
    {
        Place first;
        first.put(u"2.25.1"_s, u"a"_s, first.patient);
        const auto folder = first.watched();
        QTRY_COMPARE(folder->studies(), 1);

        folder->setFolder({});

        QCOMPARE(folder->studies(), 0);
    }

    void aFileThatGrowsChangesTheSnapshot()
    {
        Place place;
        place.write(u"a/1"_s);
        const auto before = viewer::snapshotOf(place.disk.path());
        QVERIFY(before && viewer::snapshotOf(place.disk.path()).value() == *before);

        place.write(u"a/1"_s, "more");

        const auto after = viewer::snapshotOf(place.disk.path());
        QCOMPARE(after->files, before->files);
        QVERIFY(*after != *before);
    }
};

QTEST_GUILESS_MAIN(TestWatchedFolder)
#include "test_watched_folder.moc"
