#include "integration/dicom/worker/decoder_pool.h"
#include "support/patience.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <memory>
#include <random>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// Two seconds of the processor, on a machine that is busy with other things; beside other tests it may be as busy as it likes.
const auto kPatience = test::isMachineOurs() ? 4s : 15s;
constexpr long kKibibytes = 512L << 10;
constexpr unsigned kSeed = 20'261'122;

/// Of each file; SIMIAO_MUTATIONS asks for more, with other mutations each time.
int rounds()
{
    const int asked = qEnvironmentVariableIntValue("SIMIAO_MUTATIONS");
    return asked > 0 ? asked : 60;
}

unsigned firstSeed()
{
    return qEnvironmentVariableIsSet("SIMIAO_MUTATIONS") ? std::random_device()() : kSeed;
}

/// One file for each way pixels are packed.
const QStringList kSeeds{
    u"made/deflated.dcm"_s,
    u"made/enhanced_perframe_rescale.dcm"_s,
    u"made/palette_256.dcm"_s,
    u"made/mlut_first_mapped_100.dcm"_s,
    u"made/overlay_origin_21_11.dcm"_s,
    u"made/bit1_3frames_17x19.dcm"_s,
    u"pydicom/test_files/MR_small_RLE.dcm"_s,
    u"pydicom/test_files/SC_rgb_rle_32bit.dcm"_s,
    u"pydicom/test_files/SC_rgb_jpeg_dcmtk.dcm"_s,
    u"pydicom/test_files/SC_rgb_jpeg_gdcm.dcm"_s,
    u"pydicom/test_files/MR_small_jpeg_ls_lossless.dcm"_s,
    u"pydicom/test_files/SC_rgb_jls_lossy_line.dcm"_s,
    u"highdicom/sm_image_jpegls_nobot.dcm"_s,
    u"pydicom/test_files/MR_small_jp2klossless.dcm"_s,
    u"pydicom/test_files/SC_rgb_gdcm_KY.dcm"_s,
    u"pydicom-data/HTJ2K_08_RGB.dcm"_s,
    u"pydicom-data/liver_deflate.dcm"_s,
    u"pydicom-data/parametric_map_float.dcm"_s,
    u"pydicom/test_files/reportsi.dcm"_s,
};

/// Flips bits, overwrites lengths, removes, repeats and cuts: what cables, disks and attackers do.
QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(std::max<qsizetype>(limit, 1)));
    };
    const auto changes = 1 + below(8);
    for (qsizetype i = 0; i < changes && bytes.size() > 140; ++i) {
        const auto at = 132 + below(bytes.size() - 136);
        switch (below(6)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
        case 1: qToLittleEndian(quint32{0xFFFFFFF0}, bytes.data() + at); break;
        case 2: qToBigEndian(static_cast<quint16>(random()), bytes.data() + at); break;
        case 3: bytes.remove(at, 1 + below(40)); break;
        case 4: bytes.insert(at, bytes.mid(at, 1 + below(200))); break;
        case 5: bytes.truncate(std::max<qsizetype>(at, bytes.size() / 2)); break;
        }
    }
    return bytes;
}

QByteArray littleEndian(quint32 value, int size)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes.first(size);
}

/// An element of explicit VR with a 32-bit length.
QByteArray longElement(quint32 tag, const char *vr, quint32 length)
{
    return QByteArray(littleEndian(tag >> 16, 2) + littleEndian(tag & 0xFFFF, 2) + QByteArray(vr, 2)
                      + QByteArray(2, '\0') + littleEndian(length, 4));
}

QByteArray us(quint32 tag, quint16 value)
{
    return QByteArray(littleEndian(tag >> 16, 2) + littleEndian(tag & 0xFFFF, 2) + "US" + littleEndian(2, 2)
                      + littleEndian(value, 2));
}

QByteArray head(QByteArray syntax)
{
    syntax.append(syntax.size() % 2, '\0');
    return QByteArray(QByteArray(128, '\0') + "DICM" + littleEndian(2, 2) + littleEndian(0x10, 2) + "UI"
                      + littleEndian(static_cast<quint32>(syntax.size()), 2) + syntax);
}

/// The largest grey picture there can be, of `bits`.
QByteArray hugeImage(quint16 bits)
{
    return QByteArray(us(0x00280002, 1) + us(0x00280010, 65'535) + us(0x00280011, 8'000)
                      + us(0x00280100, bits) + us(0x00280101, bits)
                      + us(0x00280102, static_cast<quint16>(bits - 1)) + us(0x00280103, 0));
}

QByteArray encapsulated(const QByteArray &frame)
{
    const QByteArray item = littleEndian(0xE000FFFE, 4);
    return QByteArray(longElement(0x7FE00010, "OB", 0xFFFFFFFF) + item + littleEndian(0, 4) + item
                      + littleEndian(static_cast<quint32>(frame.size()), 4) + frame
                      + littleEndian(0xE0DDFFFE, 4) + littleEndian(0, 4));
}

} // namespace

/// Damaged and hostile files through the decoder, within two seconds and half a gigabyte each.
class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damagedFilesEndInTime_data();
    void damagedFilesEndInTime();
    void bombsAreRefused_data();
    void bombsAreRefused();

    void cleanupTestCase();

private:
    /// Opens the file in every way there is; empty, or what is wrong with what came of it.
    QString complaintAbout(const QByteArray &bytes);

    QTemporaryDir m_folder;
    std::unique_ptr<dicom::DecoderPool> m_decoders;
    int m_lostDecoders = 0;
};

void TestMutations::initTestCase()
{
    m_decoders = std::make_unique<dicom::DecoderPool>(
        dicom::DecoderOptions{.program = qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-decoder"_s,
                              .workers = 1,
                              .patience = kPatience});
}

QString TestMutations::complaintAbout(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"hostile.dcm"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the test's own file");
    file.close();

    const auto inspected = m_decoders->inspection(path);
    const auto header = m_decoders->header(path);
    const auto second = m_decoders->frame(path, 1);
    if (m_decoders->impairment())
        return logLine(*m_decoders->impairment());
    for (const auto &error : {inspected ? Error{} : inspected.error(), header ? Error{} : header.error(),
                              second ? Error{} : second.error()}) {
        const bool isCageTooNarrow = error.detail == u"signal %1"_s.arg(SIGSYS);
        if (error.code == u"imaging.decoder-answer"_s || error.detail.startsWith(u"no answer")
            || isCageTooNarrow)
            return logLine(error);
        m_lostDecoders += error.code == u"imaging.decoder-crashed"_s ? 1 : 0;
    }
    if (!inspected && inspected.error().code.isEmpty())
        return u"an error without a code"_s;
    return {};
}

void TestMutations::damagedFilesEndInTime_data()
{
    QTest::addColumn<QString>("name");
    REQUIRE_SHARED_DICOM(folder);
    for (const auto &seed : kSeeds)
        QTest::newRow(qPrintable(seed)) << QString(folder + u'/' + seed);
}

void TestMutations::damagedFilesEndInTime()
{
    QFETCH(QString, name);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();
    std::mt19937 random(firstSeed());

    for (int i = 0; i < rounds(); ++i) {
        const auto complaint = complaintAbout(mutated(whole, random));
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }
}

void TestMutations::bombsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray zeros =
        qCompress(QByteArray(300 << 20, '\0'), 9).mid(6); // behind length and zlib header
    QByteArray backwards;
    QByteArray items = longElement(0x00081140, "SQ", 0xFFFFFFFF);
    for (int i = 400'000; i > 0; --i) {
        backwards += us(static_cast<quint32>(0x00090000 + i), 1);
        items += littleEndian(0xE000FFFE, 4) + littleEndian(0, 4);
    }
    QByteArray rle(64, '\0');
    rle[0] = 1;
    rle[4] = 64;

    QTest::newRow("deflated zeros") << head("1.2.840.10008.1.2.1.99") + zeros;
    QTest::newRow("a huge native picture of a few bytes") << head("1.2.840.10008.1.2.1") + hugeImage(16)
            + longElement(0x7FE00010, "OW", 0x7FFFFFFE) + QByteArray(64, 'x');
    QTest::newRow("a huge RLE picture") << head("1.2.840.10008.1.2.5") + hugeImage(8) + encapsulated(rle);
    QTest::newRow("a huge JPEG") << head("1.2.840.10008.1.2.4.50") + hugeImage(8)
            + encapsulated(QByteArray::fromHex("ffd8ffc0000b08ffff1f4001011100ffda0008010100003f00")
                           + QByteArray(4096, '\0'));
    QTest::newRow("a JPEG of a thousand scans") << head("1.2.840.10008.1.2.4.55") + us(0x00280002, 1)
            + us(0x00280010, 4096) + us(0x00280011, 4096) + us(0x00280100, 8)
            + encapsulated(QByteArray::fromHex("ffd8ffc2000b081000100001011100")
                           + QByteArray::fromHex("ffda0008010100003f0000").repeated(1000));
    QTest::newRow("JPEG 2000 of a pixel a tile") << head("1.2.840.10008.1.2.4.90") + us(0x00280002, 1)
            + us(0x00280010, 1024) + us(0x00280011, 1024) + us(0x00280100, 8)
            + encapsulated(QByteArray::fromHex(
                "ff4fff510029000000000400000004000000000000000000000000010000000100000000000000000001070101"
                "ff52000c00000001000504040001ff5c00042240ff90000a0000000000000001ff93"));
    QTest::newRow("elements backwards") << head("1.2.840.10008.1.2.1") + backwards;
    QTest::newRow("empty items") << head("1.2.840.10008.1.2.1") + items;
    QTest::newRow("lengths beyond the file")
        << head("1.2.840.10008.1.2.1") + longElement(0x00100010, "UT", 0xFFFFFFF0) + QByteArray(100, 'x');
}

void TestMutations::bombsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes.size() < (5 << 20));

    const auto complaint = complaintAbout(bytes);
    const auto frame = m_decoders->frame(m_folder.filePath(u"hostile.dcm"_s), 0);

    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    QVERIFY(!frame);
    QVERIFY(!frame.error().code.isEmpty());
}

/// Of all decoders there were, the largest.
void TestMutations::cleanupTestCase()
{
    m_decoders.reset();
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);

    qInfo() << "a decoder took" << usage.ru_maxrss / 1024 << "MiB at most;" << m_lostDecoders << "ended";
    QVERIFY(usage.ru_maxrss < kKibibytes);
}

QTEST_GUILESS_MAIN(TestMutations)
#include "test_mutations.moc"
