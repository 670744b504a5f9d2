#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/store/object_store.h"
#include "panel_fixture.h"
#include "workflow/diagnostics/keep_images.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::PanelFixture;

/// Images of sticks and discs, over the real source and the real store: they are copied, and further ones are added.
class TestKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void imagesStayWhenTheStickIsGone();
    void whatStaysBehindIsAskedAndSaid();
    void furtherImagesAreAddedToTheStudy();
    void anEarlierPartOnAStickComesAlong();
    void anEarlierPartThatIsGoneIsSaid();
    void aStoppedCopyLeavesNothing();
    void whatCannotBeStoredIsGivenUpWithIt();
    void aFileThatFailsTakesAllBack();
    void whatWasHereBeforeStaysWhenTheRestFails();
    void theFileThatFailsIsNamed();
    void progressCountsEveryFileOnce();
    void stoppedInTheMiddleLeavesNothing();
    void aStudyThatFillsTheCacheIsCopiedNevertheless();

private:
    /// A chest of 9 slices: the first `first` of them in folder a of the stick, the others in b.
    void writeParts(int first);
    QString at(const QString &name) const { return m_folder->filePath(name); }
    void attach(const QString &place)
    {
        f->panel->findChild<viewer::ImageAttachment *>()->start(place);
        QTRY_VERIFY(!f->panel->findChild<viewer::ImageAttachment *>()->isBusy());
    }
    const std::vector<diagnostics::ImagingStudy> &studies() const { return f->visit->record().studies; }
    static QStringList filesIn(const QString &folder)
    {
        QStringList files;
        QDirIterator entries(folder, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            files.append(entries.next());
        return files;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<dicom::ObjectStore> m_store;
    std::unique_ptr<PanelFixture> f;
};

void TestKeeping::init()
{
    f.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = *dicom::ObjectStore::open({at(u"cache"_s), at(u"kept"_s)}, qint64{1} << 30);
    f = std::make_unique<PanelFixture>(std::make_shared<dicom::FileImageSource>());
    f->desk.received = m_store;
}

void TestKeeping::writeParts(int first)
{
    QDir().mkpath(at(u"b"_s));
    QDir().mkpath(at(u"a"_s));
    QVERIFY(dicom::writePhantomStudy({.folder = at(u"b"_s),
                                      .patientName = f->patient().name,
                                      .patientId = f->patient().mrn,
                                      .birthDate = f->patient().birthDate.toIso(),
                                      .sex = u"M"_s,
                                      .studyInstanceUid = u"2.25.1"_s,
                                      .studyDate = u"2026-11-22"_s,
                                      .slices = 9}));
    const auto files = QDir(at(u"b"_s)).entryList(QDir::Files, QDir::Name);
    for (const auto &file : files.first(first))
        QVERIFY(QFile::rename(at(u"b/"_s + file), at(u"a/"_s + file)));
}

void TestKeeping::imagesStayWhenTheStickIsGone()
{
    writeParts(9);
    f->open({});

    attach(at(u"a"_s));
    QCOMPARE(studies().size(), 1U);
    QVERIFY2(studies()[0].endpoint.startsWith(at(u"kept"_s)), qPrintable(studies()[0].endpoint));
    QCOMPARE(f->desk.done.last(), u"Images attached. Copied here: the disc or stick can go."_s);
    QVERIFY(QDir(at(u"a"_s)).removeRecursively());

    f->openRecord(std::vector(studies()));
    QTRY_VERIFY(f->viewport()->isLoaded());
    QCOMPARE(f->viewport()->sliceText(), u"5/9"_s);
    const auto kept = filesIn(at(u"kept"_s));
    QCOMPARE(kept.size(), 9);
    static const QRegularExpression ours(u"/[0-9a-f]{32}/[0-9a-f]{32}\\.dcm$"_s);
    for (const auto &file : kept)
        QVERIFY(ours.match(file).hasMatch());
}

void TestKeeping::whatStaysBehindIsAskedAndSaid()
{
    writeParts(9);
    const auto files = filesIn(at(u"a"_s));
    QVERIFY(QFile::resize(files[0], 140)); // the mark is there, and nothing behind it
    QVERIFY(QFile::resize(files[1], 600)); // it says what it was, and no more
    QVERIFY(QFile::copy(files[3], at(u"a/SECOND.dcm"_s)));
    QFile readMe(at(u"a/README.TXT"_s));
    QVERIFY(readMe.open(QIODevice::WriteOnly));
    readMe.write("no picture at all");
    readMe.close();
    f->open({});

    attach(at(u"a"_s));
    auto *attachment = f->panel->findChild<viewer::ImageAttachment *>();
    QCOMPARE(attachment->step(), viewer::ImageAttachment::Step::Examined);
    QVERIFY(studies().empty());
    const auto asked = f->panel->findChild<QWidget *>(u"imaging.attachLine"_s)->property("text").toString();
    const auto left = u"Left out: files that cannot be read (2). Keep the disc or stick."_s;
    QVERIFY2(asked.contains(left), qPrintable(asked));
    attachment->confirm();
    QTRY_VERIFY(!attachment->isBusy());

    QCOMPARE(studies().size(), 1U);
    QCOMPARE(studies()[0].numberOfInstances, 7);
    // Until somebody has read it: the disc is in her hand.
    QVERIFY(f->desk.done.isEmpty());
    const auto *line = f->panel->findChild<QWidget *>(u"imaging.attachLine"_s);
    const auto said = line->property("text").toString();
    QVERIFY2(said.contains(u"Images attached. "_s + left), qPrintable(said));
    f->link(u"Close"_s)->click();
    QVERIFY(line->isHidden());
}

void TestKeeping::furtherImagesAreAddedToTheStudy()
{
    writeParts(4);
    f->open({});
    attach(at(u"a"_s));
    QCOMPARE(studies()[0].numberOfInstances, 4);

    attach(at(u"b"_s));

    QCOMPARE(studies().size(), 1U);
    QCOMPARE(studies()[0].numberOfInstances, 9);
    QCOMPARE(studies()[0].numberOfSeries, 1);
    QVERIFY2(f->desk.done.last().startsWith(u"5 new of 9 images attached."_s),
             qPrintable(f->desk.done.last()));
    QTRY_VERIFY(f->viewport()->sliceText().endsWith(u"/9"_s));

    attach(at(u"b"_s));
    QVERIFY2(f->desk.done.last().startsWith(u"Nothing new: all 9 images are on record already."_s),
             qPrintable(f->desk.done.last()));
}

/// As it was recorded while images were only referred to.
void TestKeeping::anEarlierPartOnAStickComesAlong()
{
    writeParts(4);
    f->desk.received = nullptr;
    f->open({});
    attach(at(u"a"_s));
    QCOMPARE(studies()[0].endpoint, at(u"a"_s));
    f->desk.received = m_store;
    f->openRecord(std::vector(studies()));

    attach(at(u"b"_s));

    QCOMPARE(studies().size(), 1U);
    QCOMPARE(studies()[0].numberOfInstances, 9);
    QVERIFY(studies()[0].endpoint.startsWith(at(u"kept"_s)));
    QCOMPARE(m_store->use().objects, 9);
}

void TestKeeping::anEarlierPartThatIsGoneIsSaid()
{
    writeParts(4);
    f->desk.received = nullptr;
    f->open({});
    attach(at(u"a"_s));
    f->desk.received = m_store;
    f->openRecord(std::vector(studies()));
    QVERIFY(QDir(at(u"a"_s)).removeRecursively());

    attach(at(u"b"_s));

    QCOMPARE(f->panel->findChild<viewer::ImageAttachment *>()->error().code, u"imaging.location-missing"_s);
    QCOMPARE(studies()[0].endpoint, at(u"a"_s));
    QCOMPARE(m_store->use().objects, 0);
}

void TestKeeping::aStoppedCopyLeavesNothing()
{
    writeParts(9);
    f->open({});
    auto *attachment = f->panel->findChild<viewer::ImageAttachment *>();
    QString words;
    connect(attachment, &viewer::ImageAttachment::copying, this, [&] {
        words = f->panel->findChild<QWidget *>(u"imaging.attachLine"_s)->property("text").toString();
        f->link(u"Stop"_s)->click();
    });

    attach(at(u"a"_s));

    QVERIFY2(words.contains(u"0 of 9 files copied"_s), qPrintable(words));
    QCOMPARE(attachment->step(), viewer::ImageAttachment::Step::Idle);
    QVERIFY(studies().empty());
    QCOMPARE(m_store->use().objects, 0);
    QVERIFY(filesIn(at(u"kept"_s)).isEmpty());
}

void TestKeeping::whatCannotBeStoredIsGivenUpWithIt()
{
    writeParts(9);
    f->open({});
    auto *attachment = f->panel->findChild<viewer::ImageAttachment *>();
    connect(attachment, &viewer::ImageAttachment::copying, this,
            [this] { f->desk.world().policy->refused.insert(u"imaging.attach"_s); });

    attach(at(u"a"_s));
    QCOMPARE(attachment->step(), viewer::ImageAttachment::Step::Failed);
    QVERIFY(m_store->isKept(u"2.25.1"_s)); // for another try
    attachment->dismiss();

    QTRY_VERIFY(!m_store->isKept(u"2.25.1"_s));
    QVERIFY(studies().empty());
}

void TestKeeping::aFileThatFailsTakesAllBack()
{
    writeParts(9);
    auto files = filesIn(at(u"a"_s));
    files.append(at(u"nowhere.dcm"_s));

    const auto kept = workflow::keepImages(m_store, files, [](int, int) {}, {});

    QVERIFY(!kept);
    QCOMPARE(kept.error().code, u"imaging.file-not-copied"_s);
    QCOMPARE(m_store->use().objects, 0);
    QVERIFY(!m_store->isKept(u"2.25.1"_s));
    QVERIFY(filesIn(at(u"kept"_s)).isEmpty());
}

void TestKeeping::whatWasHereBeforeStaysWhenTheRestFails()
{
    writeParts(4);
    QVERIFY(workflow::keepImages(m_store, filesIn(at(u"a"_s)), [](int, int) {}, {}));
    auto files = filesIn(at(u"a"_s)) + filesIn(at(u"b"_s));
    files.append(at(u"nowhere.dcm"_s));

    QVERIFY(!workflow::keepImages(m_store, files, [](int, int) {}, {}));

    QCOMPARE(m_store->use().objects, 4);
    QVERIFY(m_store->isKept(u"2.25.1"_s));
}

void TestKeeping::theFileThatFailsIsNamed()
{
    writeParts(9);
    auto files = filesIn(at(u"a"_s));
    QFile wrong(at(u"a/README.TXT"_s));
    QVERIFY(wrong.open(QIODevice::WriteOnly));
    wrong.write("no picture at all");
    wrong.close();
    files.insert(4, wrong.fileName());

    const auto kept = workflow::keepImages(m_store, files, [](int, int) {}, {});

    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Invalid);
    QVERIFY2(kept.error().detail.startsWith(u"a/README.TXT: imaging.not-dicom"_s),
             qPrintable(kept.error().detail));
    QCOMPARE(m_store->use().objects, 0);
}

void TestKeeping::progressCountsEveryFileOnce()
{
    writeParts(9);
    std::vector<int> counts;

    const auto kept = workflow::keepImages(m_store, filesIn(at(u"a"_s)),
                                           [&counts](int done, int total) {
                                               QCOMPARE(total, 9);
                                               counts.push_back(done);
                                           },
                                           {});

    QVERIFY(kept);
    QCOMPARE(counts, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(kept->fresh, QStringList{u"2.25.1"_s});
    QCOMPARE(filesIn(at(u"kept"_s)).size(), 9);
}

void TestKeeping::stoppedInTheMiddleLeavesNothing()
{
    writeParts(9);
    std::stop_source stop;

    const auto kept = workflow::keepImages(
        m_store, filesIn(at(u"a"_s)),
        [&stop](int done, int) {
            if (done == 3)
                stop.request_stop();
        },
        stop.get_token());

    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Cancelled);
    QCOMPARE(m_store->use().objects, 0);
    QVERIFY(filesIn(at(u"kept"_s)).isEmpty());
}

/// There is room in the cache for one file, and what is kept needs none: whichever file of whichever study is first.
void TestKeeping::aStudyThatFillsTheCacheIsCopiedNevertheless()
{
    writeParts(9);
    auto files = filesIn(at(u"a"_s));
    for (const auto *study : {"2.25.2", "2.25.3", "2.25.4"}) {
        const auto folder = at(QString::fromLatin1(study));
        QVERIFY(dicom::writePhantomStudy({.folder = folder,
                                          .patientName = f->patient().name,
                                          .patientId = f->patient().mrn,
                                          .birthDate = {},
                                          .sex = u"M"_s,
                                          .studyInstanceUid = QString::fromLatin1(study),
                                          .studyDate = u"2026-11-22"_s,
                                          .slices = 3}));
        files.append(filesIn(folder));
    }
    const auto size = QFileInfo(files.front()).size();
    m_store = *dicom::ObjectStore::open({at(u"small"_s), at(u"kept"_s)}, size + size / 2);

    const auto kept = workflow::keepImages(m_store, files, [](int, int) {}, {});

    QVERIFY2(kept, kept ? "" : qPrintable(logLine(kept.error())));
    QCOMPARE(kept->places.size(), 4U);
    QCOMPARE(filesIn(at(u"kept"_s)).size(), 18);
}

QTEST_MAIN(TestKeeping)
#include "test_keeping.moc"
