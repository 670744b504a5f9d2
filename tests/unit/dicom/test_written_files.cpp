#include "core/disk.h"
#include "integration/dicom/file_imaging_objects.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/phantom_ct_writer.h"

#include <QCoroTask>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

const QString kPatient = u"f81d4fae-7dec-41d0-a765-00a0c91e6bf6"_s;

/// The real disk, until so many files were made.
class FullDisk : public Disk
{
public:
    explicit FullDisk(int files)
        : m_left(files)
    {
    }

    Result<QByteArray> read(const QString &path) override { return m_disk->read(path); }
    Result<std::unique_ptr<DiskFile>> create(const QString &path) override
    {
        if (m_left-- == 0)
            return Error{ErrorKind::Unavailable, u"disk.open"_s, u"No space left on device"_s};
        return m_disk->create(path);
    }
    Result<std::unique_ptr<DiskFile>> append(const QString &path) override { return m_disk->append(path); }
    Result<void> rename(const QString &from, const QString &to) override { return m_disk->rename(from, to); }
    Result<void> syncDirectory(const QString &path) override { return m_disk->syncDirectory(path); }
    Result<void> remove(const QString &path) override { return m_disk->remove(path); }
    bool exists(const QString &path) override { return m_disk->exists(path); }

private:
    std::shared_ptr<Disk> m_disk = systemDisk();
    int m_left;
};

} // namespace

/// What is written stands in the profile, under names of our own, whole or not at all.
class TestWrittenFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAndListsWhatIsWritten();
    void namesAreOurs();
    void aFullDiskLeavesNothing();
    void refusesAFolderThatIsNoPatient();
    void listsOnlyWhatIsNoImage();

private:
    workflow::MeasuredPicture measured() const;
    QStringList filesWritten() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_image;
};

void TestWrittenFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto folder = dicom::writePhantomStudy({.folder = m_folder->filePath(u"study"_s),
                                                  .patientName = u"../../etc^passwd"_s,
                                                  .patientId = u"P-1"_s,
                                                  .birthDate = {},
                                                  .sex = {},
                                                  .studyInstanceUid = u"2.25.1"_s,
                                                  .studyDate = {},
                                                  .slices = 1});
    QVERIFY(folder);
    m_image = *folder + u"/IM0001.dcm"_s;
}

workflow::MeasuredPicture TestWrittenFiles::measured() const
{
    const auto frame = dicom::decodeFrame(m_image, 0);
    workflow::MeasuredPicture picture{.location = m_image, .frameIndex = 0, .frame = *frame};
    picture.display = imaging::defaultDisplay(**frame);
    picture.measurements = {{{kPatient, imaging::MeasurementKind::Length, {{1, 1}, {9, 9}}, {}}, u"8 mm"_s}};
    return picture;
}

QStringList TestWrittenFiles::filesWritten() const
{
    return QDir(m_folder->filePath(u"written/"_s + kPatient)).entryList(QDir::Files | QDir::Hidden);
}

void TestWrittenFiles::keepsAndListsWhatIsWritten()
{
    dicom::FileImagingObjects objects(m_folder->filePath(u"written"_s));
    const workflow::Authorship by{
        .author = u"李明"_s, .written = QDateTime::currentDateTime(), .root = u"a"_s};

    const auto nothing = QCoro::waitFor(objects.written(kPatient, {}));
    const auto saved = QCoro::waitFor(objects.saveMeasurements(kPatient, {measured()}, by));
    const auto keys = QCoro::waitFor(objects.saveKeyImages(kPatient, {{m_image, 0, u"why"_s}}, by));
    const auto written = QCoro::waitFor(objects.written(kPatient, {}));

    QVERIFY(nothing && nothing->empty());
    QVERIFY(saved);
    QCOMPARE(saved->size(), std::size_t{2});
    QVERIFY(keys);
    QVERIFY(written);
    QCOMPARE(written->size(), std::size_t{3});
    for (const auto &object : *written) {
        QCOMPARE(object.studyInstanceUid, u"2.25.1"_s);
        QVERIFY(QCoro::waitFor(objects.read(object, {})));
    }
}

void TestWrittenFiles::namesAreOurs()
{
    dicom::WrittenFiles store(m_folder->filePath(u"written"_s), systemDisk());

    const auto kept =
        dicom::keepKeyImages(store, kPatient, {{m_image, 0, u"../x"_s}},
                             {.author = {}, .written = QDateTime::currentDateTime(), .root = u"r"_s});

    QVERIFY(kept);
    static const QRegularExpression shape(u"^[0-9a-f-]{36}\\.dcm$"_s);
    for (const auto &name : filesWritten())
        QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
    QCOMPARE(filesWritten().size(), 1);
}

void TestWrittenFiles::aFullDiskLeavesNothing()
{
    dicom::WrittenFiles store(m_folder->filePath(u"written"_s), std::make_shared<FullDisk>(1));

    const auto kept =
        dicom::keepMeasurements(store, kPatient, {measured()},
                                {.author = {}, .written = QDateTime::currentDateTime(), .root = u"r"_s});

    QVERIFY(!kept);
    QCOMPARE(kept.error().code, u"disk.open"_s);
    QCOMPARE(filesWritten(), QStringList());
}

void TestWrittenFiles::refusesAFolderThatIsNoPatient()
{
    const dicom::WrittenFiles store(m_folder->filePath(u"written"_s), systemDisk());
    QVERIFY(!store.keep(u"../../elsewhere"_s, {"x"}));
    QVERIFY(!store.keep(QString(), {"x"}));
    QVERIFY(!QDir(m_folder->filePath(u"written"_s)).exists());
}

void TestWrittenFiles::listsOnlyWhatIsNoImage()
{
    const auto objects = dicom::listObjects(m_folder->filePath(u"study"_s), {});
    QVERIFY(objects);
    QVERIFY(objects->empty());
    const auto header = dicom::readObjectHeader(m_image);
    QVERIFY(!header);
    QCOMPARE(header.error().code, u"report.no-report"_s);
}

QTEST_GUILESS_MAIN(TestWrittenFiles)
#include "test_written_files.moc"
