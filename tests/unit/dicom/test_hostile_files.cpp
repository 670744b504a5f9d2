#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/frames_there.h"
#include "integration/dicom/header.h"
#include "integration/dicom/inspection.h"
#include "integration/dicom/phantom_ct_writer.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

QByteArray littleEndian16(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray littleEndian32(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray tag(quint16 group, quint16 element)
{
    return QByteArray(littleEndian16(group) + littleEndian16(element));
}

QByteArray fileHead(const QByteArray &transferSyntax)
{
    QByteArray uid = transferSyntax;
    uid.append(uid.size() % 2, '\0');
    return QByteArray(QByteArray(128, '\0') + "DICM" + tag(0x0002, 0x0010) + "UI"
                      + littleEndian16(static_cast<quint16>(uid.size())) + uid);
}

/// `depth` sequences of undefined length, each in an item of the one before, never closed.
QByteArray nestedSequences(int depth, bool isExplicit)
{
    QByteArray bytes = fileHead(isExplicit ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2");
    const QByteArray sequence = tag(0x0008, 0x1140) + (isExplicit ? QByteArray("SQ\0\0", 4) : QByteArray())
        + littleEndian32(0xFFFFFFFF) + tag(0xFFFE, 0xE000) + littleEndian32(0xFFFFFFFF);
    for (int i = 0; i < depth; ++i)
        bytes += sequence;
    return bytes;
}

/// An element with a VR of two bytes of length.
QByteArray element(quint16 group, quint16 number, const char *vr, QByteArray value)
{
    value.append(value.size() % 2, ' ');
    return QByteArray(tag(group, number) + vr + littleEndian16(static_cast<quint16>(value.size())) + value);
}

/// A grey film of 2 x 2 pixels of a byte each, up to its pixels.
QByteArray filmHead(const QByteArray &transferSyntax, const QByteArray &frames)
{
    return fileHead(transferSyntax) + element(0x0028, 0x0002, "US", littleEndian16(1))
        + element(0x0028, 0x0004, "CS", "MONOCHROME2") + element(0x0028, 0x0008, "IS", frames)
        + element(0x0028, 0x0010, "US", littleEndian16(2)) + element(0x0028, 0x0011, "US", littleEndian16(2))
        + element(0x0028, 0x0100, "US", littleEndian16(8)) + element(0x0028, 0x0101, "US", littleEndian16(8))
        + element(0x0028, 0x0102, "US", littleEndian16(7)) + element(0x0028, 0x0103, "US", littleEndian16(0))
        + tag(0x7FE0, 0x0010);
}

QByteArray nativeFilm(const QByteArray &frames, quint32 statedBytes, const QByteArray &pixels)
{
    return filmHead("1.2.840.10008.1.2.1", frames) + QByteArray("OB\0\0", 4) + littleEndian32(statedBytes)
        + pixels;
}

QByteArray item(const QByteArray &content)
{
    return QByteArray(tag(0xFFFE, 0xE000) + littleEndian32(static_cast<quint32>(content.size())) + content);
}

QByteArray codedFilm(const QByteArray &frames, const QByteArray &items)
{
    return filmHead("1.2.840.10008.1.2.5", frames) + QByteArray("OB\0\0", 4) + littleEndian32(0xFFFFFFFF)
        + items + tag(0xFFFE, 0xE0DD) + littleEndian32(0);
}

} // namespace

class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTextFileIsNotDicom();
    void aFileCutAtEachPlaceIsAnErrorOrMarked();
    void flippedBytesNeverCrash();
    void sequencesNestedBeyondReasonAreRefused_data();
    void sequencesNestedBeyondReasonAreRefused();
    void aFewNestedSequencesAreFine();
    void aDamagedSequenceIsLeftOut();
    void aPictureNeedsNoPrivateElements();
    void aNameOfTheToolkitIsNoKindOfValue();
    void aFolderOrAMissingFileIsNotFound();
    void statesMoreFramesThanItHolds();
    void countsNativeFramesByTheirSize();
    void countsCompressedFramesByFragmentsAndTable_data();
    void countsCompressedFramesByFragmentsAndTable();
    void noFileHasMoreFramesThanAnybodyShows();
    void aDeflatedFileOfManyItemsIsRefused_data();
    void aDeflatedFileOfManyItemsIsRefused();

private:
    QString write(const QByteArray &bytes) const;
    QByteArray image() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHostileFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestHostileFiles::write(const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(u"hostile.dcm"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's own file");
    return path;
}

QByteArray TestHostileFiles::image() const
{
    const auto folder = dicom::writePhantomStudy({.folder = m_folder->filePath(u"good"_s),
                                                  .patientName = u"Test"_s,
                                                  .patientId = u"1"_s,
                                                  .birthDate = {},
                                                  .sex = {},
                                                  .studyInstanceUid = u"2.25.1"_s,
                                                  .studyDate = {},
                                                  .slices = 1});
    QFile file(*folder + u"/IM0001.dcm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestHostileFiles::aTextFileIsNotDicom()
{
    const QString path = write("Patient: see attached letter.\n"_ba.repeated(200));

    QCOMPARE(dicom::readHeader(path).error().code, u"imaging.not-dicom"_s);
    QCOMPARE(dicom::decodeFrame(path, 0).error().code, u"imaging.not-dicom"_s);
}

void TestHostileFiles::aFileCutAtEachPlaceIsAnErrorOrMarked()
{
    const QByteArray whole = image();
    QVERIFY(dicom::decodeFrame(write(whole), 0).value()->facts().defects.empty());

    for (qsizetype size = 0; size < whole.size() - 1; size += size < 2200 ? 7 : 9973) {
        const auto frame = dicom::decodeFrame(write(whole.first(size)), 0);
        QVERIFY2(!frame || !(*frame)->facts().defects.empty(), qPrintable(QString::number(size)));
    }
}

void TestHostileFiles::flippedBytesNeverCrash()
{
    const QByteArray whole = image();
    const auto headerSize = whole.size() - qsizetype{256} * 256 * 2;

    for (qsizetype at = 132; at < headerSize; ++at) {
        QByteArray bytes = whole;
        bytes[at] = static_cast<char>(~bytes[at]);
        const auto frame = dicom::decodeFrame(write(bytes), 0);
        QVERIFY(frame || !frame.error().code.isEmpty());
    }
}

void TestHostileFiles::sequencesNestedBeyondReasonAreRefused_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isExplicit");
    for (const int depth : {65, 1000, 200'000}) {
        QTest::addRow("explicit %d", depth) << depth << true;
        QTest::addRow("implicit %d", depth) << depth << false;
    }
}

void TestHostileFiles::sequencesNestedBeyondReasonAreRefused()
{
    QFETCH(int, depth);
    QFETCH(bool, isExplicit);

    const auto header = dicom::readHeader(write(nestedSequences(depth, isExplicit)));

    QVERIFY(!header);
    QCOMPARE(header.error().code, u"imaging.nesting-too-deep"_s);
}

void TestHostileFiles::aFewNestedSequencesAreFine()
{
    const auto header = dicom::readHeader(write(nestedSequences(5, true)));

    QVERIFY(!header); // unclosed and without pixels, but not for its depth
    QVERIFY(header.error().code != u"imaging.nesting-too-deep"_s);
}

/// The toolkit would allocate what the element in the item says.
void TestHostileFiles::aDamagedSequenceIsLeftOut()
{
    constexpr quint32 kGigabyte = 1U << 30;
    const QByteArray item = tag(0x0008, 0x1155) + littleEndian32(kGigabyte) + "1.2.3.4 ";
    const QByteArray items = tag(0xFFFE, 0xE000) + littleEndian32(quint32(item.size())) + item;
    const QByteArray name = "Nach^Der^Folge";
    const QByteArray bytes = fileHead("1.2.840.10008.1.2") + tag(0x0008, 0x1140)
        + littleEndian32(quint32(items.size())) + items + tag(0x0010, 0x0010)
        + littleEndian32(quint32(name.size())) + name;

    const auto inspected = dicom::inspectFile(write(bytes));

    QVERIFY(inspected);
    QCOMPARE(inspected->patientName, u"Nach^Der^Folge"_s);
    QCOMPARE(inspected->problems.at(0).code, u"imaging.file-damaged"_s);
    QVERIFY(
        inspected->problems.at(0).detail.startsWith(u"(0008,1155) at byte %1:"_s.arg(bytes.indexOf(item))));
}

/// One of them damaged, one behind the last standard element.
void TestHostileFiles::aPictureNeedsNoPrivateElements()
{
    const QByteArray item = tag(0x0009, 0x1155) + littleEndian32(1U << 30) + "1.2.3.4 ";
    const QByteArray items = tag(0xFFFE, 0xE000) + littleEndian32(quint32(item.size())) + item;
    const QByteArray creator = tag(0x0009, 0x0010) + littleEndian32(4) + "ACME";
    const QByteArray name = tag(0x0010, 0x0010) + littleEndian32(8) + "Name^Der";
    const QByteArray last = tag(0x0029, 0x0010) + littleEndian32(4) + "LAST";
    const QByteArray bytes = fileHead("1.2.840.10008.1.2") + creator + tag(0x0009, 0x1040)
        + littleEndian32(quint32(items.size())) + items + name + last;

    const auto all = dicom::openDataset(write(bytes));
    const auto standard = dicom::openDataset(write(bytes), dicom::Elements::Standard);

    QVERIFY(all);
    QVERIFY(standard);
    QCOMPARE(all->dataset().card(), 3UL);
    QCOMPARE(standard->dataset().card(), 1UL);
    QVERIFY(standard->dataset().tagExists(DCM_PatientName));
    QCOMPARE(standard->defects.size(), std::size_t{1});
    QCOMPARE(standard->defects, all->defects);
}

/// The toolkit would take the value for a length of 32 bits and make room for it (found by fuzzing).
void TestHostileFiles::aNameOfTheToolkitIsNoKindOfValue()
{
    constexpr quint32 kGigabyte = 1U << 30;
    const QByteArray name = "Vor^Dem^Fehler";
    const QByteArray wrong = tag(0x0010, 0x0020) + "px" + littleEndian16(4) + littleEndian32(kGigabyte);
    const QByteArray bytes = fileHead("1.2.840.10008.1.2.1") + tag(0x0010, 0x0010) + "PN"
        + littleEndian16(quint16(name.size())) + name + wrong;

    const auto inspected = dicom::inspectFile(write(bytes));

    QVERIFY(inspected);
    QCOMPARE(inspected->patientName, u"Vor^Dem^Fehler"_s);
    QCOMPARE(inspected->problems.at(0).code, u"imaging.file-damaged"_s);
    QVERIFY(
        inspected->problems.at(0).detail.startsWith(u"(0010,0020) at byte %1:"_s.arg(bytes.indexOf(wrong))));
}

void TestHostileFiles::aFolderOrAMissingFileIsNotFound()
{
    QCOMPARE(dicom::decodeFrame(m_folder->path(), 0).error().code, u"imaging.file-missing"_s);
    QCOMPARE(dicom::decodeFrame(m_folder->filePath(u"none"_s), 0).error().code, u"imaging.file-missing"_s);
}

/// Whoever shows it makes an entry for each.
void TestHostileFiles::statesMoreFramesThanItHolds()
{
    const auto path = write(nativeFilm("1999999999", 4, "abcd"));

    const auto header = dicom::readHeader(path);
    QVERIFY(header);
    QCOMPARE(header->instance.frames, 1);
    const auto inspection = dicom::inspectFile(path);
    QVERIFY(inspection && !inspection->refusal);
    QCOMPARE(inspection->problems,
             (std::vector{imaging::Defect{u"imaging.frames-missing"_s, u"1/1999999999"_s}}));
    QVERIFY(dicom::decodeFrame(path, 0));
    QVERIFY(!dicom::decodeFrame(path, 1));
}

void TestHostileFiles::countsNativeFramesByTheirSize()
{
    const auto frames = [this](const QByteArray &file) {
        return dicom::readHeader(write(file))->instance.frames;
    };

    QCOMPARE(frames(nativeFilm("3", 12, "abcdefghijkl")), 3);
    QCOMPARE(frames(nativeFilm("2", 12, "abcdefghijkl")), 2); // nobody states the third
    QCOMPARE(frames(nativeFilm("9", 12, "abcdefghijkl")), 3);
    QCOMPARE(frames(nativeFilm("9", 10, "abcdefghij")), 3); // what is there of the last is shown
    QCOMPARE(frames(nativeFilm("9", 36, "abcdefghij")), 3);
    QCOMPARE(frames(nativeFilm("-7", 4, "abcd")), 1);
}

void TestHostileFiles::countsCompressedFramesByFragmentsAndTable_data()
{
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QByteArray>("items");
    QTest::addColumn<int>("frames");
    const QByteArray three = item("ab") + item("cd") + item("ef");
    const auto table = [](std::initializer_list<quint32> offsets) {
        QByteArray bytes;
        for (const auto offset : offsets)
            bytes += littleEndian32(offset);
        return item(bytes);
    };
    QTest::newRow("one each") << "3"_ba << item({}) + three << 3;
    QTest::newRow("stated more") << "1999999999"_ba << item({}) + three << 3;
    QTest::newRow("several of one frame") << "2"_ba << table({0, 20}) + three << 2;
    QTest::newRow("by the table") << "3"_ba << table({0, 10, 20}) + three << 3;
    QTest::newRow("a table beyond the file") << "4"_ba << table({0, 10, 20, 4000}) + three << 3;
}

void TestHostileFiles::countsCompressedFramesByFragmentsAndTable()
{
    QFETCH(QByteArray, stated);
    QFETCH(QByteArray, items);
    QFETCH(int, frames);
    const auto header = dicom::readHeader(write(codedFilm(stated, items)));
    QVERIFY(header);
    QCOMPARE(header->instance.frames, frames);
}

void TestHostileFiles::noFileHasMoreFramesThanAnybodyShows()
{
    const auto header = dicom::readHeader(
        write(codedFilm("1999999999", item({}) + item({}).repeated(dicom::kMostFrames + 1))));
    QVERIFY(header);
    QCOMPARE(header->instance.frames, dicom::kMostFrames);
}

void TestHostileFiles::aDeflatedFileOfManyItemsIsRefused_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<QString>("code");
    QTest::newRow("many") << 2'500'000 << u"imaging.file-too-large"_s;
    QTest::newRow("as many as a real one may have") << 20'000 << u"imaging.no-pixels"_s;
}

/// 30 kB were 2.5 million items, and those 700 MB in memory.
void TestHostileFiles::aDeflatedFileOfManyItemsIsRefused()
{
    QFETCH(int, items);
    const QByteArray dataset = tag(0x0008, 0x1140) + QByteArray("SQ\0\0", 4)
        + littleEndian32(static_cast<quint32>(items) * 8) + item({}).repeated(items)
        + element(0x0010, 0x0020, "LO", "1");
    // What qCompress() writes before and behind the deflated bytes is not theirs.
    const auto deflated = qCompress(dataset).mid(6).chopped(4);

    const auto path = write(fileHead("1.2.840.10008.1.2.1.99") + deflated);

    QTEST(dicom::decodeFrame(path, 0).error().code, "code");
    QVERIFY(items < 1'000'000 || dicom::readHeader(path).error().code == u"imaging.file-too-large"_s);
}

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "test_hostile_files.moc"
