#include "integration/dicom/file_image_source.h"
#include "integration/dicom/file_walk.h"
#include "integration/dicom/folder_entries.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "unit/dicom/shared_files.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
constexpr uid_t kNobody = 65534;
#endif

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's own file");
}

/// One synthetic image at `folder`/IM0001.dcm.
void writeImage(const QString &folder, const QString &studyUid = u"2.25.1"_s)
{
    const auto written = dicom::writePhantomStudy({.folder = folder,
                                                   .patientName = u"Test"_s,
                                                   .patientId = u"1"_s,
                                                   .birthDate = {},
                                                   .sex = {},
                                                   .studyInstanceUid = studyUid,
                                                   .studyDate = u"2026-11-22"_s,
                                                   .slices = 1});
    if (!written)
        qFatal("cannot write the test's own image");
}

} // namespace

class TestFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingPlaceIsNotFound();
    void anEmptyFolderHasNoImages();
    void aSingleFileIsAListing();
    void whatIsNoImageIsCounted();
    void copiesOfAnInstanceAreListedOnce();
    void foldersBeyondTheDepthAreCounted();
    void filesBeyondTheLimitAreCounted();
    void unreadableFoldersAreCounted();
    void linksInACircleEnd();
    void linksOutOfThePlaceAreNotFollowed();
    void stopsWhenAsked();
    void aClosedSourceEndsItsTasks();
    void listsARealSeriesInOrder();
};

void TestFolders::aMissingPlaceIsNotFound()
{
    const auto listed = dicom::listFolder(u"/no/such/place"_s, {}, {});

    QCOMPARE(listed.error().kind, ErrorKind::NotFound);
    QCOMPARE(listed.error().code, u"imaging.location-missing"_s);
}

void TestFolders::anEmptyFolderHasNoImages()
{
    const QTemporaryDir folder;

    QCOMPARE(dicom::listFolder(folder.path(), {}, {}).error().code, u"imaging.no-images"_s);
}

void TestFolders::aSingleFileIsAListing()
{
    const QTemporaryDir folder;
    writeImage(folder.path());

    const auto listed = dicom::listFolder(folder.filePath(u"IM0001.dcm"_s), {}, {});

    QVERIFY(listed);
    QCOMPARE(listed->series.at(0).instances.size(), 1U);
}

void TestFolders::whatIsNoImageIsCounted()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"readme.txt"_s), "Dear colleague, please find the images enclosed.");
    writeFile(folder.filePath(u"empty"_s), {});
    writeFile(folder.filePath(u"mark-only"_s), QByteArray(128, '\0') + "DICM"_ba);
    writeImage(folder.filePath(u"images"_s));

    const auto listed = dicom::listFolder(folder.path(), {}, {});

    QVERIFY(listed);
    QCOMPARE(listed->series.size(), 1U);
    QCOMPARE(listed->skipped.value(u"imaging.not-dicom"_s), 2);
    QCOMPARE(listed->skipped.size(), 2);
}

void TestFolders::copiesOfAnInstanceAreListedOnce()
{
    const QTemporaryDir folder;
    writeImage(folder.filePath(u"a"_s));
    writeImage(folder.filePath(u"b"_s));

    const auto listed = dicom::listFolder(folder.path(), {}, {});

    QCOMPARE(listed->series.at(0).instances.size(), 1U);
    QCOMPARE(listed->skipped.value(u"imaging.duplicate-instance"_s), 1);
}

void TestFolders::foldersBeyondTheDepthAreCounted()
{
    const QTemporaryDir folder;
    QString deep = folder.path();
    for (int i = 0; i < 60; ++i)
        deep += u"/d"_s;
    writeImage(folder.path());
    writeImage(deep, u"2.25.2"_s);

    const auto listed = dicom::listFolder(folder.path(), {}, {});

    QCOMPARE(listed->series.size(), 1U);
    QCOMPARE(listed->skipped.value(u"imaging.folder-too-deep"_s), 1);
}

void TestFolders::filesBeyondTheLimitAreCounted()
{
    const QTemporaryDir folder;
    writeImage(folder.path());
    writeFile(folder.filePath(u"z1"_s), "x");
    writeFile(folder.filePath(u"z2"_s), "x");

    const auto listed = dicom::listFolder(folder.path(), {.depth = 4, .files = 1}, {});

    QCOMPARE(listed->series.size(), 1U);
    QCOMPARE(listed->skipped.value(u"imaging.too-many-files"_s), 2);
}

/// A scratched disc, a share that has gone, somebody else's folder: none of them is empty.
void TestFolders::unreadableFoldersAreCounted()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions::fromInt(0x7755)));
    writeImage(folder.filePath(u"a"_s));
    writeImage(folder.filePath(u"b"_s), u"2.25.2"_s);
    QVERIFY(QFile::setPermissions(folder.filePath(u"b"_s), {}));
    const bool isRoot = ::geteuid() == 0; // who may read everything
    if (isRoot)
        QCOMPARE(::seteuid(kNobody), 0);
    const auto found = dicom::walkFiles(folder.path(), {}, {});
    const auto left = dicom::entriesOf(folder.filePath(u"b"_s));
    if (isRoot)
        QCOMPARE(::seteuid(0), 0);
    QVERIFY(QFile::setPermissions(folder.filePath(u"b"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));

    QVERIFY(found);
    QCOMPARE(found->paths.size(), 1U);
    QCOMPARE(found->skipped, (dicom::SkippedByReason{{u"imaging.folder-unreadable"_s, 1}}));
    QVERIFY(!left.isWhole);
    QVERIFY(dicom::entriesOf(folder.filePath(u"b"_s)).isWhole);
#else
    QSKIP("permissions of files are another matter there");
#endif
}

void TestFolders::linksInACircleEnd()
{
    const QTemporaryDir folder;
    writeImage(folder.filePath(u"a"_s));
    QVERIFY(QFile::link(folder.path(), folder.filePath(u"a/back"_s)));
    QVERIFY(QFile::link(folder.filePath(u"a/self"_s), folder.filePath(u"a/self"_s)));

    const auto listed = dicom::listFolder(folder.path(), {}, {});

    QVERIFY(listed);
    QCOMPARE(listed->series.at(0).instances.size(), 1U);
    QCOMPARE(listed->skipped.value(u"imaging.folder-loop"_s), 1);
}

/// A stick may carry links to anywhere: other people's images must not come along with it.
void TestFolders::linksOutOfThePlaceAreNotFollowed()
{
    const QTemporaryDir other;
    writeImage(other.path());
    const auto outside = QDir(other.path()).entryList(QDir::Files);
    QCOMPARE(outside.size(), 1);
    const QTemporaryDir folder;
    writeImage(folder.filePath(u"a"_s));
    const auto inside = QDir(folder.filePath(u"a"_s)).entryList(QDir::Files);
    QVERIFY(QFile::link(other.path(), folder.filePath(u"folder"_s)));
    QVERIFY(QFile::link(other.filePath(outside.front()), folder.filePath(u"file"_s)));
    QVERIFY(QFile::link(folder.filePath(u"a/"_s + inside.front()), folder.filePath(u"own"_s)));
    const QTemporaryDir elsewhere;
    const auto way = elsewhere.filePath(u"way"_s); // the place itself may be reached by a link
    QVERIFY(QFile::link(folder.path(), way));

    for (const auto &place : {folder.path(), way}) {
        const auto found = dicom::walkFiles(place, {}, {});

        QVERIFY(found);
        QCOMPARE(found->paths.size(), 2U);
        QCOMPARE(found->skipped, (dicom::SkippedByReason{{u"imaging.link-outside"_s, 2}}));
    }
}

void TestFolders::stopsWhenAsked()
{
    const QTemporaryDir folder;
    writeImage(folder.path());
    std::stop_source stop;
    stop.request_stop();
    dicom::FileImageSource source;

    const auto listed = QCoro::waitFor(source.list(folder.path(), stop.get_token()));
    const auto frame = QCoro::waitFor(source.frame({}, 0, stop.get_token()));

    QCOMPARE(listed.error().kind, ErrorKind::Cancelled);
    QCOMPARE(frame.error().kind, ErrorKind::Cancelled);
}

void TestFolders::aClosedSourceEndsItsTasks()
{
    const QTemporaryDir folder;
    writeImage(folder.path());
    auto source = std::make_unique<dicom::FileImageSource>(1);
    auto first = source->list(folder.path(), {});
    auto second = source->list(folder.path(), {});

    source.reset();
    const auto ofFirst = QCoro::waitFor(first);
    const auto ofSecond = QCoro::waitFor(second);

    QVERIFY(ofFirst || ofFirst.error().kind == ErrorKind::Cancelled);
    QVERIFY(ofSecond || ofSecond.error().kind == ErrorKind::Cancelled);
}

void TestFolders::listsARealSeriesInOrder()
{
    REQUIRE_SHARED_DICOM(shared);
    dicom::FileImageSource source;

    const auto listed = QCoro::waitFor(source.list(shared + u"/series-mr-t1"_s, {}));

    QVERIFY(listed);
    const auto &instances = listed->at(0).instances;
    QVERIFY(instances.size() > 10);
    std::vector<double> places;
    for (const auto &instance : {instances.front(), instances[1], instances.back()}) {
        const auto frame = QCoro::waitFor(source.frame(instance, 0, {}));
        const auto &facts = (*frame)->facts();
        places.push_back(imaging::dot(facts.orientation->normal(), *facts.position));
    }
    QVERIFY((places[0] < places[1]) == (places[1] < places[2]));
}

QTEST_GUILESS_MAIN(TestFolders)
#include "test_folders.moc"
