#include "integration/dicom/exporting/export_run.h"
#include "integration/dicom/exporting/other_objects.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "unit/dicom/shared_decoders.h"
#include "unit/dicom/shared_files.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace simiao;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

dicom::DecoderOptions wild()
{
    return {.program = qEnvironmentVariable("SIMIAO_BUILD") + u"/tests/wild_decoder"_s,
            .workers = 1,
            .patience = 2s};
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(QDir(folder).relativeFilePath(entries.next()));
    files.sort();
    return files;
}

QByteArray codeOf(const auto &result)
{
    return result ? QByteArray("good") : result.error().code.toLatin1();
}

bool isSame(const dicom::ObjectCopy &one, const dicom::ObjectCopy &other)
{
    return one.from == other.from && one.length == other.length && one.cleared == other.cleared
        && std::ranges::equal(one.bytes.bytes, other.bytes.bytes);
}

} // namespace

/// Exports and what goes with them, with files that are parsed in another process.
class TestExportProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aCrasherCostsOnlyItself_data();
    void aCrasherCostsOnlyItself();
    void aCrasherAmongOtherObjectsIsNamed();
    void aCrashingDirectoryIsPassedBy();
    void aPartOutsideOfTheFileIsRefused_data();
    void aPartOutsideOfTheFileIsRefused();
    void aFileThatChangesIsNotCopied();
    void moreRectanglesThanAnOrderHoldsAreRefused();
    void theProcessMakesTheSameOfEveryFile();

private:
    QString file(const QByteArray &content, const QString &name) const
    {
        const QString path = m_folder->filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write the test's own file");
        return path;
    }

    std::vector<workflow::ImageSeries> series(int slices) const
    {
        const auto written = dicom::writePhantomStudy({.folder = m_folder->filePath(u"study"_s),
                                                       .patientName = u"王小明"_s,
                                                       .patientId = u"MRN100238"_s,
                                                       .birthDate = u"1981-03-04"_s,
                                                       .sex = u"M"_s,
                                                       .studyInstanceUid = u"2.25.7"_s,
                                                       .studyDate = u"2026-11-22"_s,
                                                       .slices = slices});
        if (!written)
            qFatal("cannot write the test's own images");
        return dicom::listFolder(m_folder->filePath(u"study"_s), {}, {})->series;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExportProcess::aCrasherCostsOnlyItself_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isAnonymised");
    for (const bool isAnonymised : {false, true}) {
        for (const auto *content : {"abort", "segfault", "hang", "lie"})
            QTest::addRow("%s %s", content, isAnonymised ? "anonymised" : "as it is")
                << QByteArray(content) << isAnonymised;
    }
}

void TestExportProcess::aCrasherCostsOnlyItself()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isAnonymised);
    dicom::DecoderPool decoders(wild());
    auto images = series(4);
    auto crasher = images[0].instances[0];
    crasher.sopInstanceUid = u"2.25.666"_s;
    crasher.location = file(content, u"crasher.dcm"_s);
    images[0].instances.insert(images[0].instances.begin() + 2, crasher);
    const workflow::ImageExportOrder order{
        .series = images, .folder = m_folder->filePath(u"out"_s), .isAnonymised = isAnonymised};

    const auto result = dicom::runExport(order, {}, {}, decoders);

    QVERIFY(result);
    QVERIFY(!result->endedBy);
    QCOMPARE(result->count.done, 4);
    QCOMPARE(result->count.failed, 1);
    QCOMPARE(result->count.total, 5);
    QCOMPARE(result->failures.size(), 1U);
    QCOMPARE(result->failures[0].sopInstanceUid, u"2.25.666"_s);
    QVERIFY(result->failures[0].error.code.startsWith("imaging.decoder-"_L1));
    QCOMPARE(filesBelow(order.folder),
             (QStringList{u"DICOM/SE000001/IM000001"_s, u"DICOM/SE000001/IM000002"_s,
                          u"DICOM/SE000001/IM000004"_s, u"DICOM/SE000001/IM000005"_s, u"DICOMDIR"_s}));
    QCOMPARE(dicom::readMediumDirectory(order.folder + u"/DICOMDIR"_s, {})->files.size(), 4);
    QVERIFY(dicom::listFolder(order.folder, {}, {})->missing.isEmpty());
}

void TestExportProcess::aCrasherAmongOtherObjectsIsNamed()
{
    dicom::DecoderPool decoders(wild());
    const auto images = series(1);
    QByteArray crasher(128, '\0');
    // The mark alone makes it somebody's object; it has no data set, so that the decoder refuses it.
    file(crasher + "DICM", u"study/cut.dcm"_s);
    file("abort", u"study/no_dicom.txt"_s);

    const auto result = dicom::runExport({.series = images,
                                          .places = {m_folder->filePath(u"study"_s)},
                                          .folder = m_folder->filePath(u"out"_s)},
                                         {}, {}, decoders);

    QVERIFY(result && !result->endedBy);
    QCOMPARE(result->count.done, 1);
    QCOMPARE(result->count.failed, 1);
    QVERIFY(result->failures[0].sopInstanceUid.endsWith(u"cut.dcm"_s));
}

void TestExportProcess::aCrashingDirectoryIsPassedBy()
{
    dicom::DecoderPool decoders(wild());
    static_cast<void>(series(2));
    file("segfault", u"study/DICOMDIR"_s);

    const auto listing =
        dicom::listFolder(m_folder->filePath(u"study"_s), {}, {},
                          {.index = nullptr,
                           .parse = [&](const QString &path) { return decoders.header(path); },
                           .fileIds = [&](const QString &path) { return decoders.mediumFileIds(path); }});

    QVERIFY(listing);
    QCOMPARE(listing->series.size(), 1U);
    QCOMPARE(listing->series[0].instances.size(), 2U);
}

void TestExportProcess::aPartOutsideOfTheFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("within") << QByteArray("part 5 3") << QByteArray("good");
    QTest::newRow("behind the end") << QByteArray("part 50 1") << QByteArray("imaging.file-damaged");
    QTest::newRow("over the end") << QByteArray("part 5 40") << QByteArray("imaging.file-damaged");
    QTest::newRow("wraps round") << QByteArray("part 5 9223372036854775807")
                                 << QByteArray("imaging.file-damaged");
    QTest::newRow("before the beginning") << QByteArray("part -5 4") << QByteArray("imaging.decoder-answer");
    QTest::newRow("backwards") << QByteArray("part 5 -4") << QByteArray("imaging.decoder-answer");
}

void TestExportProcess::aPartOutsideOfTheFileIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, code);
    dicom::DecoderPool decoders(wild());
    const auto from = file(content, u"file"_s);
    const dicom::FileStamp stamp(from);

    const auto copy = decoders.copy(from);
    const auto written = copy ? dicom::writeCopy(from, stamp, *copy, m_folder->filePath(u"copy"_s), false)
                              : Result<void>(copy.error());

    QCOMPARE(codeOf(written), code);
    QCOMPARE(QFile::exists(m_folder->filePath(u"copy"_s)), code == "good");
}

void TestExportProcess::aFileThatChangesIsNotCopied()
{
    const auto from = series(1)[0].instances[0].location;
    const dicom::FileStamp stamp(from);
    const auto copy = sharedDecoders().copy(from);
    QVERIFY(copy);
    QFile other(from);
    QVERIFY(other.open(QIODevice::Append));
    other.write("xx");
    other.close();

    const auto written = dicom::writeCopy(from, stamp, *copy, m_folder->filePath(u"copy"_s), false);

    QCOMPARE(codeOf(written), "imaging.file-changed"_ba);
    QCOMPARE(filesBelow(m_folder->path()).filter(u"copy"_s), QStringList());
}

void TestExportProcess::moreRectanglesThanAnOrderHoldsAreRefused()
{
    const auto from = series(1)[0].instances[0].location;
    dicom::Deidentification wish;
    wish.blanked.assign(500, {.left = 0, .top = 0, .width = 2, .height = 2});
    const auto many = sharedDecoders().deidentified(from, wish);
    wish.blanked.assign(2000, {.left = 0, .top = 0, .width = 2, .height = 2});
    const auto tooMany = sharedDecoders().deidentified(from, wish);

    QCOMPARE(codeOf(many), "good"_ba);
    QCOMPARE(codeOf(tooMany), "deidentify.rectangles-many"_ba);
}

/// In its cage, of every kind, compressed and damaged: the same copies, records and texts, or the same error.
void TestExportProcess::theProcessMakesTheSameOfEveryFile()
{
    REQUIRE_SHARED_DICOM(shared);
    auto &decoders = sharedDecoders();
    dicom::Deidentification wish{.substitutes = dicom::Substitutes(QByteArray(32, 'x')),
                                 .takesDocuments = true};
    dicom::Deidentification black = wish;
    black.keepsIntervals = true;
    black.blanked = {{.left = 0, .top = 0, .width = 4, .height = 4}};
    int seen = 0;
    QDirIterator files(shared, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        if (files.fileInfo().size() > (4 << 20))
            continue;
        const auto copy = dicom::copyOf(path);
        const auto copyThere = decoders.copy(path);
        QVERIFY2(codeOf(copy) == codeOf(copyThere), qPrintable(path));
        QVERIFY2(!copy || isSame(*copy, *copyThere), qPrintable(path));
        for (const auto &one : {wish, black}) {
            const auto clean = dicom::deidentified(path, one);
            const auto cleanThere = decoders.deidentified(path, one, 100);
            QVERIFY2(codeOf(clean) == codeOf(cleanThere),
                     qPrintable(path + codeOf(clean) + codeOf(cleanThere)));
            QVERIFY2(!clean || isSame(clean->copy, cleanThere->copy), qPrintable(path));
            QVERIFY2(!clean || clean->object.notices == cleanThere->object.notices, qPrintable(path));
            seen += clean ? 1 : 0;
        }
        const auto facts = dicom::objectFactsOf(path);
        const auto factsThere = decoders.facts(path);
        QVERIFY2(codeOf(facts) == codeOf(factsThere), qPrintable(path));
        QVERIFY2(!facts || *facts == *factsThere, qPrintable(path));
        const auto source = dicom::sourceFactsOf(path);
        const auto sourceThere = decoders.source(path, {});
        QVERIFY2(codeOf(source) == codeOf(sourceThere), qPrintable(path));
        QVERIFY2(!source || *source == *sourceThere, qPrintable(path));
        const auto entry = dicom::mediumEntryOf(path);
        const auto entryThere = decoders.mediumEntry(path);
        QVERIFY2(codeOf(entry) == codeOf(entryThere), qPrintable(path));
        QVERIFY2(!entry || entry->has_value() == entryThere->has_value(), qPrintable(path));
        if (entry && *entry)
            QVERIFY2((*entry)->values == (*entryThere)->values
                         && (*entry)->patient.key == (*entryThere)->patient.key
                         && (*entry)->references == (*entryThere)->references,
                     qPrintable(path));
        const auto texts = dicom::rawTextsOf(path);
        const auto textsThere = decoders.texts(path);
        QVERIFY2(codeOf(texts) == codeOf(textsThere), qPrintable(path));
        QVERIFY2(!texts || texts->texts() == textsThere->texts(), qPrintable(path));
        QVERIFY2(codeOf(dicom::mediumFileIds(path)) == codeOf(decoders.mediumFileIds(path)),
                 qPrintable(path));
    }
    QVERIFY2(seen > 100, qPrintable(QString::number(seen)));
    QVERIFY(!decoders.impairment());
}

QTEST_GUILESS_MAIN(TestExportProcess)
#include "test_export_process.moc"
