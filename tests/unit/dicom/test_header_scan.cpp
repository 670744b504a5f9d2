#include "integration/dicom/element_scan.h"
#include "integration/dicom/header_scan.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// A preamble and a transfer syntax.
QByteArray head(QByteArray syntax)
{
    syntax.append(syntax.size() % 2, '\0');
    return QByteArray(QByteArray(128, '\0') + "DICM" + QByteArray::fromHex("02001000") + "UI"
                      + static_cast<char>(syntax.size()) + '\0' + syntax);
}

/// Tags of the top level, in hexadecimal.
QStringList tagsOf(const QByteArray &bytes)
{
    dicom::ElementScan scan(std::span(bytes.constData(), std::size_t(bytes.size())));
    QStringList tags;
    while (const auto element = scan.next())
        tags.append(QString::number(element->tag, 16));
    tags.append(scan.isComplete() ? u"complete"_s : u"cut"_s);
    return tags;
}

const QByteArray kExplicit = head("1.2.840.10008.1.2.1");
const QByteArray kPixels =
    QByteArray::fromHex("e07f1000") + "OW" + QByteArray::fromHex("000002000000") + "ab";

} // namespace

/// The quick way into a listing.
class TestHeaderScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheToolkitSays_data();
    void saysWhatTheToolkitSays();
    void aScannerOfManyFilesKeepsThemApart();
    void takesMostFiles();
    void readsOnWhereAHeaderIsLong();
    void saysSideAndViewUnlessTheyAreCoded();
    void stepsOverNestedSequences_data();
    void stepsOverNestedSequences();
    void leavesUnusualFilesToOthers();
};

void TestHeaderScan::saysWhatTheToolkitSays_data()
{
    QTest::addColumn<QString>("path");
    REQUIRE_SHARED_DICOM(folder);
    for (const auto &name : test::readJson(folder + u"/manifest.json"_s).keys())
        QTest::newRow(qPrintable(name)) << QString(folder + u'/' + name);
}

void TestHeaderScan::saysWhatTheToolkitSays()
{
    QFETCH(QString, path);
    const auto scanned = dicom::scanHeader(path);
    if (!scanned)
        return;

    const auto parsed = dicom::parseHeader(path);

    QVERIFY2(parsed, parsed ? "" : qPrintable(logLine(parsed.error())));
    QCOMPARE(scanned->series.patientName, parsed->series.patientName);
    QCOMPARE(scanned->series.seriesDescription, parsed->series.seriesDescription);
    QCOMPARE(scanned->instance.instanceNumber, parsed->instance.instanceNumber);
    QCOMPARE(scanned->instance.frames, parsed->instance.frames);
    QVERIFY(*scanned == *parsed);
}

/// What is kept of the series of one file is never given to the next.
void TestHeaderScan::aScannerOfManyFilesKeepsThemApart()
{
    REQUIRE_SHARED_DICOM(folder);
    dicom::HeaderScanner scanner;
    for (const auto &name : test::readJson(folder + u"/manifest.json"_s).keys()) {
        const QString path = folder + u'/' + name;
        QVERIFY2(scanner.scan(path) == dicom::scanHeader(path), qPrintable(name));
    }
}

/// Else the quick way would be none.
void TestHeaderScan::takesMostFiles()
{
    REQUIRE_SHARED_DICOM(folder);
    int images = 0;
    int scanned = 0;
    for (const auto &name : test::readJson(folder + u"/manifest.json"_s).keys()) {
        const QString path = folder + u'/' + name;
        images += dicom::parseHeader(path) ? 1 : 0;
        scanned += dicom::scanHeader(path) ? 1 : 0;
    }

    qInfo() << scanned << "of" << images;
    QVERIFY(scanned > images * 3 / 4);
}

/// Wherever the end of what was read first falls.
void TestHeaderScan::readsOnWhereAHeaderIsLong()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"image"_s);
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    const auto ending = hex("20001300") + "IS" + hex("0200") + "42" + hex("28001000") + "US" + hex("02000002")
        + hex("28001100") + "US" + hex("02000002") + kPixels;
    const auto numberBehind = [&](int length) -> std::optional<int> {
        const char size[2] = {char(length & 0xff), char(length >> 8)};
        QFile file(path);
        const auto bytes =
            kExplicit + hex("09001010") + "LT" + QByteArray(size, 2) + QByteArray(length, 'x') + ending;
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return -1;
        file.close();
        const auto header = dicom::scanHeader(path);
        return header ? std::optional(header->instance.instanceNumber) : std::nullopt;
    };

    for (const int around : {0, 3980, 8070, 30'000}) {
        for (int length = std::max(0, around - 100); length < around + 100; length += 2)
            QCOMPARE(numberBehind(length), std::optional(42));
    }
    QVERIFY(!numberBehind(65'500)); // the toolkit's turn
}

/// The side of the image before that of the series; a view by codes is read by the toolkit.
void TestHeaderScan::saysSideAndViewUnlessTheyAreCoded()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"image"_s);
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    const auto size = hex("28001000") + "US" + hex("02000002") + hex("28001100") + "US" + hex("02000002");
    const auto position = hex("18000151") + "CS" + hex("0200") + "CC";
    const auto ofSeries = hex("20006000") + "CS" + hex("0200") + "R ";
    const auto ofImage = hex("20006200") + "CS" + hex("0200") + "L ";
    const auto codes = hex("54002002") + "SQ" + hex("000000000000");
    const auto scanned = [&](const QByteArray &between, const QByteArray &behind = {}) {
        QFile file(path);
        const auto bytes = kExplicit + between + size + behind + kPixels;
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return u"not written"_s;
        file.close();
        const auto header = dicom::scanHeader(path);
        return header ? header->instance.laterality + u' ' + header->instance.view : u"not scanned"_s;
    };

    QCOMPARE(scanned({}), u" "_s);
    QCOMPARE(scanned(position + ofSeries), u"R CC"_s);
    QCOMPARE(scanned(position + ofSeries + ofImage), u"L CC"_s);
    QCOMPARE(scanned(position + ofSeries, codes), u"not scanned"_s);
}

void TestHeaderScan::stepsOverNestedSequences_data()
{
    QTest::addColumn<QByteArray>("sequence");
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    const QByteArray name = hex("10001000504e02004142");
    QTest::newRow("known lengths") << hex("08001511") + "SQ"
            + hex("000012000000"
                  "feff00e00a000000")
            + name;
    QTest::newRow("unknown lengths") << hex("08001511") + "SQ"
            + hex("0000ffffffff"
                  "feff00e0ffffffff")
            + name
            + hex("feff0de000000000"
                  "feffdde000000000");
    QTest::newRow("unknown VR, implicit inside") << hex("08001511") + "UN"
            + hex("0000ffffffff"
                  "feff00e0ffffffff")
            + hex("1000100002000000") + "AB"
            + hex("feff0de000000000"
                  "feffdde000000000");
}

void TestHeaderScan::stepsOverNestedSequences()
{
    QFETCH(QByteArray, sequence);
    const auto rows = QByteArray::fromHex("28001000") + "US" + QByteArray::fromHex("02000001");

    QCOMPARE(tagsOf(kExplicit + sequence + rows + kPixels),
             (QStringList{u"81115"_s, u"280010"_s, u"complete"_s}));
    QCOMPARE(tagsOf((kExplicit + sequence).chopped(1)).last(), u"cut"_s);
}

void TestHeaderScan::leavesUnusualFilesToOthers()
{
    for (const auto *syntax : {"1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"}) {
        const auto bytes = head(syntax) + kPixels;
        QVERIFY(!dicom::ElementScan(std::span(bytes.constData(), std::size_t(bytes.size()))).isScannable());
    }
    QVERIFY(!dicom::ElementScan(std::span(kPixels.constData(), std::size_t(kPixels.size()))).isScannable());
    QVERIFY(!dicom::scanHeader(u"/nowhere/at/all"_s));
}

QTEST_GUILESS_MAIN(TestHeaderScan)
#include "test_header_scan.moc"
