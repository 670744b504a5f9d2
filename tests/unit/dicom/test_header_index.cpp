#include "integration/dicom/folder_listing.h"
#include "integration/dicom/index/header_index.h"
#include "integration/dicom/phantom_ct_writer.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using dicom::HeaderIndex;

class TestHeaderIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aKnownFolderIsListedWithoutOpeningAFile();
    void whatChangedIsReadAgain();
    void whatWasJustWrittenIsNotBelieved();
    void filesThatAreNoImagesAreKnownToo();
    void survivesAnythingInItsPlace_data();
    void survivesAnythingInItsPlace();
    void everyFlippedByteGivesTheRightNames();
    void aPlaceThatCannotBeWrittenIsNoError();

private:
    QString indexFile() const { return m_folder->filePath(u"index.db"_s); }
    QString images() const { return m_folder->filePath(u"images"_s); }

    Result<dicom::FolderListing> listed(const QString &file) const
    {
        HeaderIndex index(file);
        return dicom::listFolder(images(), {}, {}, {.index = &index, .parse = {}});
    }
    Result<dicom::FolderListing> listed() const { return listed(indexFile()); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's own file");
    }
    /// As if it lay there for an hour.
    static void age(const QString &path, int minutes = 60)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite)
            || !file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60 * minutes),
                                 QFileDevice::FileModificationTime))
            qFatal("cannot set the time of the test's own file");
    }
    void ageAll() const
    {
        QDirIterator files(images(), QDir::Files);
        while (files.hasNext())
            age(files.next());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHeaderIndex::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(dicom::writePhantomStudy({.folder = images(),
                                      .patientName = u"王小明"_s,
                                      .patientId = u"1"_s,
                                      .birthDate = {},
                                      .sex = {},
                                      .studyInstanceUid = u"2.25.7"_s,
                                      .studyDate = u"2026-11-22"_s,
                                      .slices = 5}));
    ageAll();
}

void TestHeaderIndex::aKnownFolderIsListedWithoutOpeningAFile()
{
    const auto first = listed();
    const auto again = listed();

    QVERIFY(first && again);
    QCOMPARE(first->readFiles, 5);
    QCOMPARE(again->readFiles, 0);
    QCOMPARE(again->series, first->series);
    QCOMPARE(again->series[0].patientName, u"王小明"_s);
    QCOMPARE(dicom::listFolder(images(), {}, {})->series, first->series);
}

void TestHeaderIndex::whatChangedIsReadAgain()
{
    QVERIFY(listed());
    const auto changed = images() + u"/IM0002.dcm"_s;
    write(changed, contentOf(changed).replace("2026", "2025"));
    age(changed, 30);
    QVERIFY(QFile::remove(images() + u"/IM0003.dcm"_s));

    const auto again = listed();

    QCOMPARE(again->readFiles, 1);
    QCOMPARE(again->series[0].instances.size(), 4U);
    QCOMPARE(dicom::listFolder(images(), {}, {})->series, again->series);
}

void TestHeaderIndex::whatWasJustWrittenIsNotBelieved()
{
    const auto young = images() + u"/IM0001.dcm"_s;
    write(young, contentOf(young));

    QVERIFY(listed());

    QCOMPARE(listed()->readFiles, 1);
}

void TestHeaderIndex::filesThatAreNoImagesAreKnownToo()
{
    write(images() + u"/readme.txt"_s, "Dear colleague");
    age(images() + u"/readme.txt"_s);
    QVERIFY(listed());

    const auto again = listed();

    QCOMPARE(again->readFiles, 0);
    QCOMPARE(again->skipped.value(u"imaging.not-dicom"_s), 1);
}

void TestHeaderIndex::survivesAnythingInItsPlace_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << "not a database at all"_ba;
    QTest::newRow("head only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(64 << 10, '\0');
    QTest::newRow("a picture") << QByteArray(3000, 'x');
}

void TestHeaderIndex::survivesAnythingInItsPlace()
{
    QFETCH(QByteArray, content);
    write(indexFile(), content);

    const auto first = listed();
    const auto again = listed();

    QCOMPARE(first->readFiles, 5);
    QCOMPARE(again->readFiles, 0);
    QCOMPARE(again->series, first->series);
}

void TestHeaderIndex::everyFlippedByteGivesTheRightNames()
{
    const auto right = listed();
    QVERIFY(right);
    const auto whole = contentOf(indexFile());
    QVERIFY(whole.size() > 4096);

    for (qsizetype at = 0; at < whole.size(); at += 97) {
        auto broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0x10);
        write(indexFile(), broken);
        const auto again = listed();
        QVERIFY2(again, qPrintable(QString::number(at)));
        QVERIFY2(again->series == right->series, qPrintable(QString::number(at)));
    }
    for (qsizetype size = 0; size < whole.size(); size += 1021) {
        write(indexFile(), whole.first(size));
        const auto again = listed();
        QVERIFY2(again && again->series == right->series, qPrintable(QString::number(size)));
    }
}

void TestHeaderIndex::aPlaceThatCannotBeWrittenIsNoError()
{
    const auto nowhere = listed(m_folder->filePath(u"no/such/folder/index.db"_s));
    const auto aFolder = listed(images());

    QVERIFY(nowhere && aFolder);
    QCOMPARE(nowhere->readFiles, 5);
    QCOMPARE(aFolder->series, nowhere->series);
}

QTEST_GUILESS_MAIN(TestHeaderIndex)
#include "test_header_index.moc"
