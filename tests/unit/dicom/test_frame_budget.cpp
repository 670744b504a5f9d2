#include "integration/dicom/codecs/frame_budget.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <charls/charls.h>
#include <zlib.h>

#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMiB = 1 << 20;

struct Shape
{
    int columns = 0;
    int rows = 0;
    int bits = 8;
    int samples = 1;
};

template <typename T>
QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

template <typename T>
QByteArray big(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray element(quint16 group, quint16 number, const char *vr, QByteArray value)
{
    if (value.size() % 2 == 1)
        value.append(qstrcmp(vr, "UI") == 0 ? '\0' : ' ');
    return little(group) + little(number) + QByteArray(vr, 2) + little(static_cast<quint16>(value.size()))
        + value;
}

QByteArray item(const QByteArray &bytes)
{
    return QByteArray("\xFE\xFF\x00\xE0", 4) + little(static_cast<quint32>(bytes.size())) + bytes;
}

/// A secondary capture of one frame.
QByteArray object(const QByteArray &syntax, const Shape &shape, const QByteArray &pixelElement)
{
    const auto number = [](int value) { return little(static_cast<quint16>(value)); };
    return QByteArray(128, '\0') + "DICM" + element(0x0002, 0x0010, "UI", syntax)
        + element(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.7") + element(0x0008, 0x0018, "UI", "2.25.1")
        + element(0x0020, 0x000D, "UI", "2.25.2") + element(0x0020, 0x000E, "UI", "2.25.3")
        + element(0x0028, 0x0002, "US", number(shape.samples))
        + element(0x0028, 0x0004, "CS", shape.samples == 3 ? "RGB" : "MONOCHROME2")
        + (shape.samples == 3 ? element(0x0028, 0x0006, "US", number(0)) : QByteArray())
        + element(0x0028, 0x0010, "US", number(shape.rows))
        + element(0x0028, 0x0011, "US", number(shape.columns))
        + element(0x0028, 0x0100, "US", number(shape.bits))
        + element(0x0028, 0x0101, "US", number(shape.bits))
        + element(0x0028, 0x0102, "US", number(shape.bits - 1)) + element(0x0028, 0x0103, "US", number(0))
        + pixelElement;
}

QByteArray encapsulated(const QByteArray &coded)
{
    return QByteArray("\xE0\x7F\x10\x00OB\0\0\xFF\xFF\xFF\xFF", 12) + item({})
        + item(coded + QByteArray(coded.size() % 2, '\0')) + QByteArray("\xFE\xFF\xDD\xE0\0\0\0\0", 8);
}

/// Black, in runs of 128, as far as they go into a small file.
QByteArray rle(const Shape &shape)
{
    const auto segments = static_cast<quint32>(shape.samples * shape.bits / 8);
    const qint64 pixels = qint64{shape.columns} * shape.rows;
    const qint64 runs = std::min((pixels + 127) / 128, (2 * kMiB - 64) / segments);
    const QByteArray segment = QByteArray("\x81\x00", 2).repeated(runs);
    QByteArray head = little(segments);
    for (quint32 i = 0; i < 15; ++i)
        head += little(i < segments ? 64 + i * static_cast<quint32>(segment.size()) : 0);
    return head + segment.repeated(segments);
}

QByteArray deflated(const Shape &shape)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray zeros(kMiB, '\0');
    QByteArray room(kMiB, '\0');
    QByteArray coded;
    for (qint64 left = qint64{shape.columns} * shape.rows; stream.avail_out == 0 || left > 0;) {
        if (stream.avail_in == 0 && left > 0) {
            stream.next_in = reinterpret_cast<Bytef *>(zeros.data());
            stream.avail_in = static_cast<uInt>(std::min<qint64>(left, zeros.size()));
            left -= stream.avail_in;
        }
        stream.next_out = reinterpret_cast<Bytef *>(room.data());
        stream.avail_out = static_cast<uInt>(room.size());
        deflate(&stream, left > 0 ? Z_NO_FLUSH : Z_FINISH);
        coded += room.first(room.size() - static_cast<qsizetype>(stream.avail_out));
    }
    deflateEnd(&stream);
    return coded;
}

QByteArray segment(quint8 marker, const QByteArray &payload)
{
    return QByteArray("\xFF", 1) + char(marker) + big(static_cast<quint16>(payload.size() + 2)) + payload;
}

/// Grey: a table of one code for "as before" and one for "nothing more", one bit each, twice for a block of 8 x 8.
QByteArray jpeg(const Shape &shape)
{
    QByteArray frame = QByteArray("\x08", 1) + big(static_cast<quint16>(shape.rows))
        + big(static_cast<quint16>(shape.columns)) + char(shape.samples);
    QByteArray scan(1, char(shape.samples));
    for (int i = 1; i <= shape.samples; ++i) {
        frame += QByteArray(1, char(i)) + QByteArray("\x11\x00", 2);
        scan += QByteArray(1, char(i)) + QByteArray("\x00", 1);
    }
    const auto table = [](char which) {
        return segment(
            0xC4, QByteArray(1, which) + QByteArray("\x01", 1) + QByteArray(15, '\0') + QByteArray(1, '\0'));
    };
    const qint64 blocks = qint64{(shape.columns + 7) / 8} * ((shape.rows + 7) / 8) * shape.samples;
    return QByteArray("\xFF\xD8", 2) + segment(0xDB, QByteArray(1, '\0') + QByteArray(64, '\1'))
        + segment(0xC0, frame) + table('\x00') + table('\x10')
        + segment(0xDA, scan + QByteArray("\x00\x3F\x00", 3)) + QByteArray((blocks * 2 + 7) / 8, '\0')
        + QByteArray("\xFF\xD9", 2);
}

QByteArray jpegLs(const Shape &shape)
{
    const std::vector<std::byte> black(std::size_t(shape.columns) * std::size_t(shape.rows));
    charls::jpegls_encoder encoder;
    encoder.frame_info({.width = std::uint32_t(shape.columns),
                        .height = std::uint32_t(shape.rows),
                        .bits_per_sample = 8,
                        .component_count = 1});
    std::vector<std::byte> coded(8 * kMiB);
    encoder.destination(coded);
    coded.resize(encoder.encode(black));
    return {reinterpret_cast<const char *>(coded.data()), static_cast<qsizetype>(coded.size())};
}

/// The main header alone.
QByteArray jpeg2000(const Shape &shape)
{
    const auto columns = big(static_cast<quint32>(shape.columns));
    const auto rows = big(static_cast<quint32>(shape.rows));
    const QByteArray none(8, '\0');
    const QByteArray size = QByteArray(2, '\0') + columns + rows + none + columns + rows + none
        + big(quint16{1}) + QByteArray("\x07\x01\x01", 3);
    const QByteArray style("\x00\x00\x00\x01\x00\x05\x04\x04\x00\x01", 10);
    return QByteArray("\xFF\x4F", 2) + segment(0x51, size) + segment(0x52, style);
}

/// The most that the only child of this process ever held, bytes.
qint64 peakOfWorker()
{
    QDir tasks(u"/proc/self/task"_s);
    for (const auto &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(tasks.filePath(task + u"/children"_s));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const auto &child : children.readAll().simplified().split(' ')) {
            QFile status(u"/proc/%1/status"_s.arg(QString::fromLatin1(child)));
            if (child.isEmpty() || !status.open(QIODevice::ReadOnly))
                continue;
            for (const auto &line : status.readAll().split('\n')) {
                if (line.startsWith("VmHWM:"))
                    return line.simplified().split(' ').at(1).toLongLong() * 1024;
            }
        }
    }
    return -1;
}

} // namespace

/// How much memory pictures take that say that they are large, measured in the decoder's process.
class TestFrameBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWithTheFile();
    void smallFilesStayBelowTheirLimit_data();
    void smallFilesStayBelowTheirLimit();
};

void TestFrameBudget::growsWithTheFile()
{
    QCOMPARE(dicom::frameBudget(0), 256 * kMiB);
    QCOMPARE(dicom::frameBudget(4 * kMiB), 256 * kMiB);
    QCOMPARE(dicom::frameBudget(8 * kMiB), 640 * kMiB);
    QCOMPARE(dicom::frameBudget(std::numeric_limits<qint64>::max()), 2560 * kMiB);
    QVERIFY(dicom::checkBudget({.left = 200 * kMiB, .meanwhile = 130 * kMiB}, 200 * kMiB));
    QVERIFY(!dicom::checkBudget({.left = 200 * kMiB, .meanwhile = 130 * kMiB + 1}, 200 * kMiB));
    const auto refused = dicom::checkBudget({.left = 256 * kMiB + 1}, 256 * kMiB);
    QCOMPARE(refused.error().code, u"imaging.frame-too-large"_s);
    QCOMPARE(refused.error().detail, u"257 MiB, limit 256 MiB"_s);
}

void TestFrameBudget::smallFilesStayBelowTheirLimit_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("isShown");
    const auto row = [](const char *what, const char *syntax, const Shape &shape, const auto &coded,
                        bool isShown) {
        QTest::newRow(what) << object(syntax, shape, encapsulated(coded(shape))) << isShown;
    };
    row("RLE", "1.2.840.10008.1.2.5", {11'400, 11'400}, rle, true);
    row("RLE, 16 bits", "1.2.840.10008.1.2.5", {7'200, 7'200, 16}, rle, true);
    row("RLE, 16 bits, too large", "1.2.840.10008.1.2.5", {11'200, 11'200, 16}, rle, false);
    row("RLE, colour of 16 bits", "1.2.840.10008.1.2.5", {9'000, 9'000, 16, 3}, rle, false);
    row("RLE, 32 bits", "1.2.840.10008.1.2.5", {15'600, 15'600, 32}, rle, false);
    row("deflated frame", "1.2.840.10008.1.2.8.1", {9'400, 9'400}, deflated, true);
    row("deflated frame, too large", "1.2.840.10008.1.2.8.1", {30'000, 30'000}, deflated, false);
    row("JPEG, a photograph's size", "1.2.840.10008.1.2.4.50", {6'000, 4'000, 8, 3}, jpeg, true);
    row("JPEG", "1.2.840.10008.1.2.4.50", {11'500, 11'500}, jpeg, true);
    row("JPEG, too large", "1.2.840.10008.1.2.4.50", {30'000, 30'000}, jpeg, false);
    row("JPEG-LS", "1.2.840.10008.1.2.4.80", {11'500, 11'500}, jpegLs, true);
    row("JPEG-LS, too large", "1.2.840.10008.1.2.4.80", {20'000, 20'000}, jpegLs, false);
    row("JPEG 2000, too large", "1.2.840.10008.1.2.4.90", {10'000, 10'000}, jpeg2000, false);
    QTest::newRow("bits of which few are there")
        << object("1.2.840.10008.1.2.1", {30'000, 30'000, 8},
                  QByteArray("\xE0\x7F\x10\x00OB\0\0\x00\x00\x40\x00", 12) + QByteArray(4 << 20, '\0'))
        << false;
}

void TestFrameBudget::smallFilesStayBelowTheirLimit()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, isShown);
    QVERIFY(file.size() < 4 * kMiB + 4096);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.dcm"_s);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file) == file.size());
    out.close();
    dicom::DecoderPool pool({.program = qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-decoder"_s,
                             .workers = 1,
                             .patience = std::chrono::seconds(60)});
    pool.warmUp();

    const auto frame = pool.frame(path, 0);

    const qint64 peak = peakOfWorker();
    const qint64 shared = frame ? (*frame)->geometry().byteSize() : 0;
    qInfo("decoder %lld MiB, shared %lld MiB", peak / kMiB, shared / kMiB);
    QVERIFY(peak > 0);
    QVERIFY2(peak + shared < 460 * kMiB, qPrintable(QString::number((peak + shared) / kMiB)));
    QVERIFY2(frame.has_value() == isShown,
             frame ? "" : qPrintable(frame.error().code + frame.error().detail));
    QVERIFY(frame || frame.error().code == u"imaging.frame-too-large"_s);
    QVERIFY(!frame || (*frame)->facts().defects.empty());
}

QTEST_GUILESS_MAIN(TestFrameBudget)
#include "test_frame_budget.moc"
