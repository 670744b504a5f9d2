#include "integration/dicom/confidentiality/codestream_metadata.h"
#include "integration/dicom/confidentiality/deidentify.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/fragments.h"
#include "integration/dicom/inspection.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kSecret = "ZHANG WEI 1981-03-14 ID 100238";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray little(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray big(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// Marker, length, payload.
QByteArray segment(quint8 marker, const QByteArray &payload)
{
    QByteArray bytes("\xFF", 1);
    bytes.append(static_cast<char>(marker));
    return bytes + big(static_cast<quint32>(payload.size() + 2)).last(2) + payload;
}

QByteArray item(const QByteArray &bytes)
{
    return QByteArray("\xFE\xFF\x00\xE0", 4) + little(static_cast<quint32>(bytes.size())) + bytes;
}

/// Everything of the first frame's codestream.
QByteArray codestreamOf(const QString &path)
{
    const auto file = dicom::openDataset(path);
    const auto list = dicom::readFragments(*file->bytes.device, *file->layout.pixels);
    const auto bytes = dicom::joined(*file->bytes.device, list.fragments);
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// The object at `from` with another codestream, in fragments of at most `most` bytes.
QString written(const QString &from, const QString &to, const QByteArray &codestream, qsizetype most)
{
    const auto file = dicom::openDataset(from);
    const auto element = dicom::pixelElement(*file->bytes.device, file->layout);
    auto bytes = contentOf(from).first(element->offset)
        + QByteArray("\xE0\x7F\x10\x00OB\0\0\xFF\xFF\xFF\xFF", 12) + item({});
    for (qsizetype at = 0; at < codestream.size(); at += most)
        bytes += item(codestream.mid(at, most));
    bytes += QByteArray("\xFE\xFF\xDD\xE0\0\0\0\0", 8);
    QFile out(to);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? to : QString();
}

QByteArray frameOf(const QString &path)
{
    const auto inspection = dicom::inspectFile(path);
    return inspection && inspection->problems.empty() ? inspection->frame0Sha256 : QByteArray();
}

/// Behind the start of the image, before a table, and behind the end.
QByteArray withJpegNotes(QByteArray stream)
{
    stream.insert(2,
                  segment(0xE1, "Exif\0\0" + kSecret) + segment(0xFE, kSecret) + segment(0xED, kSecret)
                      + segment(0xE0, QByteArray("JFXX\0\x10", 6) + kSecret));
    if (stream.size() % 2 == 1)
        stream.append('\0');
    return stream + kSecret;
}

qsizetype endOfMainHeader(const QByteArray &stream)
{
    qsizetype at = 2;
    while (static_cast<quint8>(stream[at + 1]) != 0x90)
        at += 2 + qFromBigEndian<quint16>(stream.constData() + at + 2);
    return at;
}

QByteArray with2000Notes(QByteArray stream)
{
    stream.insert(endOfMainHeader(stream), segment(0x64, QByteArray("\0\1", 2) + kSecret));
    return stream + kSecret;
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return big(static_cast<quint32>(content.size() + 8)) + type + content;
}

/// In a JP2 file, as some devices write it.
QByteArray withBoxes(const QByteArray &stream)
{
    return box("jP  ", QByteArray("\x0D\x0A\x87\x0A", 4)) + box("ftyp", QByteArray("jp2 \0\0\0\0jp2 ", 12))
        + box("xml ", "<n>" + kSecret + "</n>") + box("uuid", QByteArray(16, 'u') + kSecret)
        + box("jp2c", with2000Notes(stream)) + box("uinf", kSecret);
}

} // namespace

/// What goes out with compressed pixels besides the picture.
class TestCodestreamMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isGoneAndThePictureStays_data();
    void isGoneAndThePictureStays();
    void whatADecoderNeedsIsLeft();
    void isOfEachFrame();
    void cutStreamsAreNoPlaceToHide();
    void isInOrderAndWithinTheBytes();
};

void TestCodestreamMetadata::isGoneAndThePictureStays_data()
{
    using Change = std::function<QByteArray(QByteArray)>;
    QTest::addColumn<QString>("name");
    QTest::addColumn<Change>("change");
    QTest::addColumn<qsizetype>("most");
    const qsizetype whole = 1 << 30;
    const auto row = [](const char *what, const char *file, const Change &change, qsizetype most) {
        QTest::newRow(what) << QString::fromLatin1(file) << change << most;
    };
    row("baseline", "CTImage.dcm_JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50.dcm", withJpegNotes,
        whole);
    row("progressive", "CTImage.dcm_JPEGProcess10_12TransferSyntax_1.2.840.10008.1.2.4.55.dcm", withJpegNotes,
        whole);
    row("lossless", "CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm", withJpegNotes,
        whole);
    row("in small fragments", "CTImage.dcm_JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm",
        withJpegNotes, 14);
    row("JPEG-LS", "CTImage.dcm_JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.dcm", withJpegNotes,
        whole);
    row("JPEG 2000", "CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm",
        with2000Notes, whole);
    row("JPEG 2000 in fragments", "CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm",
        with2000Notes, 1002);
    row("JP2", "CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm", withBoxes, whole);
}

void TestCodestreamMetadata::isGoneAndThePictureStays()
{
    REQUIRE_SHARED_DICOM(shared);
    QFETCH(QString, name);
    QFETCH(std::function<QByteArray(QByteArray)>, change);
    QFETCH(qsizetype, most);
    const QTemporaryDir folder;
    const auto original = shared + u"/cornerstone-wadoimageloader/"_s + name;
    const auto stream = codestreamOf(original);
    const auto from = written(original, folder.filePath(u"in.dcm"_s), change(stream), most);
    const auto to = folder.filePath(u"out.dcm"_s);
    QVERIFY(most < kSecret.size() || contentOf(from).contains(kSecret));

    const auto object = dicom::deidentifyFile(from, to, {});

    QVERIFY2(object, object ? "" : qPrintable(object.error().code));
    const auto clean = codestreamOf(to);
    QCOMPARE(clean.size(), change(stream).size());
    QVERIFY(!clean.contains("ZHANG") && !clean.contains("1981"));
    QVERIFY(!frameOf(to).isEmpty());
    QCOMPARE(frameOf(to), frameOf(original));
}

/// JFIF's density and Adobe's transform say how to show it; what follows them says nothing of that.
void TestCodestreamMetadata::whatADecoderNeedsIsLeft()
{
    const QByteArray jfif("JFIF\0\1\2\0\0\1\0\1\1\1", 14);
    const QByteArray adobe("Adobe\0\x64\0\0\0\0\1", 12);
    const auto stream = QByteArray("\xFF\xD8", 2) + segment(0xE0, jfif + "rgb") + segment(0xEE, adobe + "x")
        + segment(0xE8, "mrfx\1") + segment(0xE2, "ICC_PROFILE") + QByteArray("\xFF\xD9", 2);

    const auto found =
        dicom::metadataOf(std::as_bytes(std::span(stream.constData(), std::size_t(stream.size()))));

    const std::vector<dicom::ClearedStretch> expected{{20, 3}, {39, 1}, {53, 11}};
    QCOMPARE(found, expected);
}

void TestCodestreamMetadata::isOfEachFrame()
{
    QByteArray file;
    dicom::FragmentList list;
    for (int frame = 0; frame < 3; ++frame) {
        const auto stream = QByteArray("\xFF\xD8", 2) + segment(0xFE, kSecret) + QByteArray("\xFF\xD9", 2);
        const auto half = stream.size() / 2;
        for (const auto &part : {stream.first(half), stream.mid(half)}) {
            file += "item    ";
            list.fragments.push_back({.offset = file.size(), .length = part.size()});
            file += part;
        }
    }
    QBuffer device(&file);
    QVERIFY(device.open(QIODevice::ReadOnly));

    const auto found = dicom::metadataIn(device, list);
    auto copy = file;
    dicom::clear(std::span(copy.data(), std::size_t(copy.size())), 0, found);

    QVERIFY(dicom::areWithin(found, 0, file.size()));
    QCOMPARE(copy.count("item    "), 6);
    QCOMPARE(copy.count(QByteArray("\xFF\xD8\xFF\xFE", 4)), 3);
    QCOMPARE(copy.count(QByteArray("\xFF\xD9", 2)), 3);
    for (const auto &word : kSecret.split(' '))
        QVERIFY(!copy.contains(word.first(2)));
}

/// A segment that is longer than its codestream is no segment, and what is there of it may be a name.
void TestCodestreamMetadata::cutStreamsAreNoPlaceToHide()
{
    auto stream = QByteArray("\xFF\xD8", 2) + segment(0xE1, kSecret);
    stream.chop(3);

    const auto found =
        dicom::metadataOf(std::as_bytes(std::span(stream.constData(), std::size_t(stream.size()))));
    dicom::clear(std::span(stream.data(), std::size_t(stream.size())), 0, found);

    QVERIFY(!stream.contains("ZHANG"));
}

void TestCodestreamMetadata::isInOrderAndWithinTheBytes()
{
    using Stretches = std::vector<dicom::ClearedStretch>;
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();

    QVERIFY(dicom::areWithin(Stretches{{10, 2}, {12, 3}}, 10, 5));
    QVERIFY(!dicom::areWithin(Stretches{{10, 2}, {12, 4}}, 10, 5));
    QVERIFY(!dicom::areWithin(Stretches{{12, 2}, {10, 2}}, 10, 5));
    QVERIFY(!dicom::areWithin(Stretches{{9, 1}}, 10, 5));
    QVERIFY(!dicom::areWithin(Stretches{{10, -1}}, 10, 5));
    QVERIFY(!dicom::areWithin(Stretches{{11, kMost}}, 10, 5));
    QVERIFY(!dicom::areWithin(Stretches{{kMost, 1}}, 10, 5));
    QByteArray part("abcdef");
    dicom::clear(std::span(part.data(), 6), 100, {{90, 5}, {98, 3}, {103, 1}, {105, 10}, {200, 1}});
    QCOMPARE(part, QByteArray("\0bc\0e\0", 6));
}

QTEST_GUILESS_MAIN(TestCodestreamMetadata)
#include "test_codestream_metadata.moc"
