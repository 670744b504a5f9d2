#include "integration/dicom/folder_listing.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/store/object_identity.h"
#include "integration/dicom/store/object_store.h"
#include "support/fault_disk.h"
#ifdef Q_OS_LINUX
#include "support/small_disk.h"
#endif

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace simiao;
using namespace Qt::StringLiterals;
using dicom::ObjectStore;
using workflow::ReceivedObject;

namespace {

constexpr qint64 kPlenty = qint64{1} << 30;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The slices of a synthetic study, as an archive would send them.
std::vector<ReceivedObject> sentStudy(const QString &studyUid, int slices = 2)
{
    const QTemporaryDir folder;
    const auto written = dicom::writePhantomStudy({.folder = folder.path(),
                                                   .patientName = u"王小明"_s,
                                                   .patientId = u"1"_s,
                                                   .birthDate = {},
                                                   .sex = {},
                                                   .studyInstanceUid = studyUid,
                                                   .studyDate = u"2026-11-22"_s,
                                                   .slices = slices});
    if (!written)
        qFatal("cannot write the test's own images");
    std::vector<ReceivedObject> objects;
    const auto names = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    for (const auto &name : names) {
        const auto file = contentOf(folder.filePath(name));
        objects.push_back({dicom::identityOf(file)->sopInstanceUid, file});
    }
    return objects;
}

/// Names and sizes of every file at or below a folder.
QMap<QString, qint64> filesIn(const QString &folder)
{
    QMap<QString, qint64> files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        entries.next();
        files.insert(entries.filePath(), entries.fileInfo().size());
    }
    return files;
}

/// As a sender that changes one pixel without another UID.
ReceivedObject altered(ReceivedObject object)
{
    object.file[object.file.size() - 3] = static_cast<char>(object.file[object.file.size() - 3] ^ 1);
    return object;
}

} // namespace

class TestObjectStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_places = {m_folder->filePath(u"cache"_s), m_folder->filePath(u"kept"_s)};
    }

    void keepsWhatWasSentAndListsIt();
    void namesNothingAfterTheData();
    void clearsThePreamble();
    void takesTheSameObjectTwice();
    void namesAnotherObjectOfTheSameUid();
    void refusesWhatIsNoObject();
    void readsTheUidsOfEverySyntax();
    void knowsItsObjectsAfterARestart();
    void removesWhatWasLeftHalf();
    void evictsWhatWasNotLookedAtLongest();
    void neverEvictsTheStudyThatIsComing();
    void keepsARecordsStudyOutOfTheCache();
    void givesUpWhatIsOnNoRecordAfterAll();
    void finishesAMoveThatWasCut();
    void leavesNothingHalfWhateverFails();
    void keepsAStudyTogetherWhateverFails();
    void saysThatTheDiskIsFull();
    void takesFromSeveralAssociationsAtOnce();

private:
    std::shared_ptr<ObjectStore> opened(qint64 limit = kPlenty) const
    {
        auto store = ObjectStore::open(m_places, limit);
        if (!store)
            qFatal("the test's own store does not open");
        return *store;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ObjectStore::Places m_places;
};

void TestObjectStore::keepsWhatWasSentAndListsIt()
{
    const auto store = opened();
    const auto sent = sentStudy(u"2.25.7"_s, 3);

    for (const auto &object : sent) {
        QVERIFY(!store->has(object.sopInstanceUid));
        QVERIFY(store->take(object));
        QVERIFY(store->has(object.sopInstanceUid));
        QCOMPARE(dicom::datasetOf(contentOf(store->fileOf(object.sopInstanceUid))),
                 dicom::datasetOf(object.file));
    }

    const auto listed = dicom::listFolder(store->folderOf(u"2.25.7"_s), {}, {});
    QVERIFY(listed);
    QCOMPARE(listed->series.at(0).instances.size(), 3U);
    QCOMPARE(store->use().objects, 3);
    QCOMPARE(store->use().studies, 1);
    QCOMPARE(store->use().bytes, sent[0].file.size() + sent[1].file.size() + sent[2].file.size());
}

void TestObjectStore::namesNothingAfterTheData()
{
    const auto store = opened();
    auto object = sentStudy(u"2.25.7"_s, 1).front();
    const auto uid = object.sopInstanceUid.toLatin1();
    QByteArray hostile = "../../../../etc/cron.d/x" + QByteArray(64, 'x');
    hostile.truncate(uid.size());
    object.file.replace(uid, hostile);
    object.sopInstanceUid = QString::fromLatin1(hostile);

    QVERIFY(store->take(object));

    static const QRegularExpression ours(u"^/cache/[0-9a-f]{32}/[0-9a-f]{32}\\.dcm$"_s);
    const auto files = filesIn(m_folder->path());
    QCOMPARE(files.size(), 1);
    QVERIFY(ours.match(files.firstKey().mid(m_folder->path().size())).hasMatch());
}

void TestObjectStore::clearsThePreamble()
{
    const auto store = opened();
    auto object = sentStudy(u"2.25.7"_s, 1).front();
    object.file.replace(0, 4,
                        "\x7f"
                        "ELF");

    QVERIFY(store->take(object));

    QCOMPARE(contentOf(store->fileOf(object.sopInstanceUid)).first(132), QByteArray(128, '\0') + "DICM");
}

void TestObjectStore::takesTheSameObjectTwice()
{
    const auto store = opened();
    const auto object = sentStudy(u"2.25.7"_s, 1).front();
    QVERIFY(store->take(object));
    const auto before = filesIn(m_folder->path());

    auto again = object;
    const auto at = again.file.indexOf("OFFIS_DCMTK");
    QVERIFY(at > 0);
    again.file.replace(at, 11, "ANOTHER_ONE");

    QVERIFY(store->take(again));
    QCOMPARE(filesIn(m_folder->path()), before);
    QCOMPARE(store->use().objects, 1);
}

void TestObjectStore::namesAnotherObjectOfTheSameUid()
{
    const auto store = opened();
    const auto object = sentStudy(u"2.25.7"_s, 1).front();
    QVERIFY(store->take(object));
    const auto stored = contentOf(store->fileOf(object.sopInstanceUid));

    const auto answer = store->take(altered(object));

    QCOMPARE(answer.error().kind, ErrorKind::Conflict);
    QCOMPARE(answer.error().code, u"imaging.object-differs"_s);
    QCOMPARE(answer.error().detail, object.sopInstanceUid);
    QCOMPARE(contentOf(store->fileOf(object.sopInstanceUid)), stored);
}

void TestObjectStore::refusesWhatIsNoObject()
{
    const auto store = opened();
    auto other = sentStudy(u"2.25.7"_s, 1).front();
    other.sopInstanceUid = u"2.25.999"_s;

    QCOMPARE(store->take({u"1.2"_s, "<html>504 Gateway Timeout</html>"}).error().code,
             u"imaging.not-dicom"_s);
    QCOMPARE(store->take({u"1.2"_s, other.file.first(200)}).error().code, u"imaging.file-damaged"_s);
    QCOMPARE(store->take(other).error().code, u"imaging.uid-mismatch"_s);
    QVERIFY(filesIn(m_folder->path()).isEmpty());
}

void TestObjectStore::readsTheUidsOfEverySyntax()
{
    const auto shared = qEnvironmentVariable("SIMIAO_SHARED") + u"/dicom/cornerstone-wadoimageloader/"_s;
    if (!QFile::exists(shared + u"CTImage.dcm"_s))
        QSKIP("needs shared: SIMIAO_SHARED names the folder that holds dicom/manifest.json");
    const auto plain = dicom::identityOf(contentOf(shared + u"CTImage.dcm"_s));
    QVERIFY(plain);

    const auto variants = QDir(shared).entryList({u"CTImage.dcm_*"_s}, QDir::Files);
    QVERIFY(variants.size() > 10);
    for (const auto &variant : variants) {
        const auto identity = dicom::identityOf(contentOf(shared + variant));
        QVERIFY2(identity, qPrintable(variant));
        QCOMPARE(identity->studyInstanceUid, plain->studyInstanceUid);
    }
}

void TestObjectStore::knowsItsObjectsAfterARestart()
{
    const auto sent = sentStudy(u"2.25.7"_s);
    dicom::StoreUse before;
    {
        const auto store = opened();
        for (const auto &object : sent)
            QVERIFY(store->take(object));
        before = store->use();
    }

    const auto store = opened();

    QCOMPARE(store->use(), before);
    QVERIFY(store->has(sent[0].sopInstanceUid));
    QVERIFY(!store->folderOf(u"2.25.7"_s).isEmpty());
}

void TestObjectStore::removesWhatWasLeftHalf()
{
    const auto object = sentStudy(u"2.25.7"_s, 1).front();
    QString half;
    {
        const auto store = opened();
        QVERIFY(store->take(object));
        half = QFileInfo(store->fileOf(object.sopInstanceUid)).absolutePath()
            + u"/0123456789abcdef0123456789abcdef.dcm.new"_s;
    }
    QFile file(half);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half") == 4);
    file.close();
    QFile note(m_places.cache + u"/readme.txt"_s);
    QVERIFY(note.open(QIODevice::WriteOnly));

    const auto store = opened();

    QVERIFY(!QFile::exists(half));
    QVERIFY(note.exists());
    QCOMPARE(store->use().objects, 1);
}

void TestObjectStore::evictsWhatWasNotLookedAtLongest()
{
    const auto first = sentStudy(u"2.25.1"_s);
    const auto second = sentStudy(u"2.25.2"_s);
    const auto third = sentStudy(u"2.25.3"_s);
    const auto store = opened(first[0].file.size() * 5);
    for (const auto *study : {&first, &second}) {
        for (const auto &object : *study)
            QVERIFY(store->take(object));
    }
    store->noteUse(u"2.25.1"_s);

    for (const auto &object : third)
        QVERIFY(store->take(object));

    QVERIFY(store->has(first[0].sopInstanceUid));
    QVERIFY(!store->has(second[0].sopInstanceUid) && !store->has(second[1].sopInstanceUid));
    QVERIFY(store->folderOf(u"2.25.2"_s).isEmpty());
    QVERIFY(store->has(third[1].sopInstanceUid));
    QCOMPARE(filesIn(m_places.cache).size(), 4);
    QVERIFY(store->use().bytes <= store->use().limit);
}

void TestObjectStore::neverEvictsTheStudyThatIsComing()
{
    const auto sent = sentStudy(u"2.25.1"_s, 4);
    const auto store = opened(sent[0].file.size() * 2 + 100'000);

    QVERIFY(store->take(sent[0]));
    QVERIFY(store->take(sent[1]));
    const auto answer = store->take(sent[2]);

    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QCOMPARE(answer.error().code, u"imaging.store-limit"_s);
    QVERIFY(store->has(sent[0].sopInstanceUid) && store->has(sent[1].sopInstanceUid));
}

void TestObjectStore::keepsARecordsStudyOutOfTheCache()
{
    const auto kept = sentStudy(u"2.25.1"_s, 3);
    const auto other = sentStudy(u"2.25.2"_s, 3);
    const auto store = opened(kept[0].file.size() * 3 + 1);
    QVERIFY(store->take(kept[0]));

    const auto folder = store->keep(u"2.25.1"_s);
    QVERIFY(folder);
    QVERIFY(folder->startsWith(m_places.kept));
    for (const auto &object : {kept[1], kept[2], other[0], other[1], other[2]})
        QVERIFY(store->take(object));

    QCOMPARE(filesIn(*folder).size(), 3);
    QCOMPARE(filesIn(m_places.cache).size(), 3);
    QCOMPARE(store->use().keptBytes, kept[0].file.size() + kept[1].file.size() + kept[2].file.size());
    QCOMPARE(opened()->folderOf(u"2.25.1"_s), *folder);
    QCOMPARE(store->keep(u"2.25.404"_s).error().code, u"imaging.study-missing"_s);
}

void TestObjectStore::givesUpWhatIsOnNoRecordAfterAll()
{
    const auto first = sentStudy(u"2.25.1"_s, 3);
    const auto second = sentStudy(u"2.25.2"_s, 3);
    const auto store = opened(first[0].file.size() * 3 + 1);
    for (const auto &object : first)
        QVERIFY(store->take(object));
    QVERIFY(store->keep(u"2.25.1"_s));
    QVERIFY(store->isKept(u"2.25.1"_s));

    QVERIFY(store->release(u"2.25.1"_s));

    QVERIFY(!store->isKept(u"2.25.1"_s));
    QVERIFY(store->folderOf(u"2.25.1"_s).startsWith(m_places.cache));
    QCOMPARE(filesIn(store->folderOf(u"2.25.1"_s)).size(), 3);
    QVERIFY(filesIn(m_places.kept).isEmpty());
    QCOMPARE(store->room().bytes, first[0].file.size() * 3);
    for (const auto &object : second) // it goes for those that come
        QVERIFY(store->take(object));
    QCOMPARE(store->folderOf(u"2.25.1"_s), QString());
    QVERIFY(store->release(u"2.25.404"_s));
}

void TestObjectStore::finishesAMoveThatWasCut()
{
    const auto sent = sentStudy(u"2.25.1"_s, 3);
    QString cacheFolder;
    QString keptFolder;
    {
        const auto store = opened();
        for (const auto &object : sent)
            QVERIFY(store->take(object));
        cacheFolder = store->folderOf(u"2.25.1"_s);
        keptFolder = *store->keep(u"2.25.1"_s);
    }
    QVERIFY(QDir().mkpath(cacheFolder));
    const auto name = QDir(keptFolder).entryList(QDir::Files).first();
    QVERIFY(QFile::rename(keptFolder + u'/' + name, cacheFolder + u'/' + name));

    const auto store = opened();

    QCOMPARE(filesIn(keptFolder).size(), 3);
    QVERIFY(filesIn(m_places.cache).isEmpty());
    QCOMPARE(store->use().objects, 3);
}

void TestObjectStore::leavesNothingHalfWhateverFails()
{
    const auto object = sentStudy(u"2.25.7"_s, 1).front();
    int failAt = 1;
    for (;; ++failAt) {
        const auto disk = std::make_shared<test::FaultDisk>(failAt);
        const auto store = ObjectStore::open(m_places, kPlenty, disk);
        QVERIFY(store);
        if ((*store)->take(object))
            break;
        QVERIFY(!(*store)->has(object.sopInstanceUid));
        QCOMPARE((*store)->use().bytes, 0);
        QVERIFY((*store)->take(object));
        QVERIFY(QFile::remove((*store)->fileOf(object.sopInstanceUid)));
        QVERIFY(filesIn(m_folder->path()).isEmpty());
    }
    QVERIFY(failAt > 5);
}

/// Wherever keep() fails, a study of three lies in one place, all of it, and the store knows where.
void TestObjectStore::keepsAStudyTogetherWhateverFails()
{
    const auto sent = sentStudy(u"2.25.8"_s, 3);
    int failAt = 1;
    for (bool isKept = false; !isKept; ++failAt) {
        const auto disk = std::make_shared<test::FaultDisk>();
        const auto store = ObjectStore::open(m_places, kPlenty, disk);
        QVERIFY(store);
        for (const auto &object : sent)
            QVERIFY((*store)->take(object));
        disk->failFrom(disk->operations() + failAt, 2); // the rename, and then the copying in its place

        isKept = bool((*store)->keep(u"2.25.8"_s));

        const auto folder = (*store)->folderOf(u"2.25.8"_s);
        QCOMPARE(folder.startsWith(m_places.kept), isKept);
        QCOMPARE(filesIn(folder).size(), 3);
        QCOMPARE((*store)->isKept(u"2.25.8"_s), isKept);
        for (const auto &object : sent)
            QVERIFY(QFile::exists((*store)->fileOf(object.sopInstanceUid)));
        disk->failFrom(0, 0);
        QVERIFY((*store)->keep(u"2.25.8"_s));
        for (const auto &object : sent)
            QVERIFY((*store)->drop(object.sopInstanceUid));
    }
    QVERIFY(failAt > 4);
}

void TestObjectStore::saysThatTheDiskIsFull()
{
#ifdef Q_OS_LINUX
    const auto sent = sentStudy(u"2.25.7"_s, 2);
    const auto disk = test::SmallDisk::make(4 << 20);
    if (!disk)
        QSKIP(qPrintable(test::SmallDisk::whyNot()));
    const auto opening = ObjectStore::open({disk->filePath(u"cache"_s), disk->filePath(u"kept"_s)}, kPlenty);
    QVERIFY(opening);
    const auto &store = *opening;
    QVERIFY(store->take(sent[0]));

    disk->leaveFree(64 << 10);
    const auto answer = store->take(sent[1]);

    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QCOMPARE(answer.error().code, u"disk.full"_s);
    QVERIFY(!store->has(sent[1].sopInstanceUid));
    QCOMPARE(filesIn(disk->filePath(u"cache"_s)).size(), 1);
    disk->release();
    QVERIFY(store->take(sent[1]));
#else
    QSKIP("a disk that can be filled is made on Linux");
#endif
}

void TestObjectStore::takesFromSeveralAssociationsAtOnce()
{
    std::vector<ReceivedObject> sent;
    for (const auto *study : {"2.25.1", "2.25.2", "2.25.3"}) {
        for (auto &object : sentStudy(QString::fromLatin1(study), 4))
            sent.push_back(std::move(object));
    }
    const auto store = opened();
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> associations;
        for (int i = 0; i < 4; ++i) {
            associations.emplace_back([&, i] {
                for (std::size_t n = 0; n < sent.size(); ++n) {
                    const auto &object = sent[(n * (i % 2 ? 1 : 5)) % sent.size()];
                    if (!store->take(object))
                        ++refused;
                }
            });
        }
    }

    QCOMPARE(refused.load(), 0);
    QCOMPARE(store->use().objects, 12);
    QCOMPARE(filesIn(m_folder->path()).size(), 12);
    QCOMPARE(opened()->use(), store->use());
}

QTEST_GUILESS_MAIN(TestObjectStore)
#include "test_object_store.moc"
