#include "imaging/preview.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "unit/dicom/shared_files.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

using FramePtr = std::shared_ptr<const imaging::Frame>;
using Samples = std::vector<int>;

const auto kLossless =
    u"/cornerstone-wadoimageloader/CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm"_s;
const auto kLossy =
    u"/cornerstone-wadoimageloader/CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm"_s;
const auto kNative =
    u"/cornerstone-wadoimageloader/CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm"_s;

/// The low-pass half of a line by the reversible 5/3 filter, as an encoder makes it (ISO 15444-1 annex F, symmetric at the ends).
Samples lowHalf(const Samples &line)
{
    const auto count = static_cast<int>(line.size());
    const auto at = [&](int i) { return line[std::size_t(i < count ? i : 2 * (count - 1) - i)]; };
    const auto high = [&](int i) { return at(2 * i + 1) - ((at(2 * i) + at(2 * i + 2)) >> 1); };
    Samples low;
    for (int i = 0; 2 * i < count; ++i)
        low.push_back(at(2 * i) + ((high(i > 0 ? i - 1 : 0) + high(i) + 2) >> 2));
    return low;
}

/// Columns first, then rows: half of both.
std::vector<Samples> halved(const std::vector<Samples> &rows)
{
    std::vector<Samples> half((rows.size() + 1) / 2, Samples(rows.front().size()));
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        Samples line;
        for (const auto &row : rows)
            line.push_back(row[column]);
        const auto low = lowHalf(line);
        for (std::size_t i = 0; i < low.size(); ++i)
            half[i][column] = low[i];
    }
    for (auto &row : half)
        row = lowHalf(row);
    return half;
}

std::vector<Samples> rowsOf(const imaging::Frame &frame)
{
    std::vector<Samples> rows(std::size_t(frame.geometry().rows()));
    for (int row = 0; row < frame.geometry().rows(); ++row) {
        for (int column = 0; column < frame.geometry().columns(); ++column)
            rows[std::size_t(row)].push_back(int(frame.storedAt(column, row)));
    }
    return rows;
}

/// Of one colour in one quarter of the picture.
double meanOf(const imaging::Frame &frame, int quarter, int colour)
{
    const int width = frame.geometry().columns() / 2;
    const int height = frame.geometry().rows() / 2;
    double sum = 0;
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            const int pixel = (row + quarter / 2 * height) * 2 * width + column + quarter % 2 * width;
            sum += std::to_integer<int>(frame.bytes()[std::size_t(3 * pixel + colour)]);
        }
    }
    return sum / (double(width) * height);
}

} // namespace

class TestPreviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPreviewHasTheSamplesOfItsLevel();
    void whatLiesBetweenIsInterpolated();
    void aPreviewHasTheFactsOfTheImage();
    void highThroughputHasPreviewsToo_data();
    void highThroughputHasPreviewsToo();
    void othersAreWholeAtOnce_data();
    void othersAreWholeAtOnce();
    void theDecoderProcessGivesTheSame();
};

/// The reference is the forward transform of the whole picture, which no decoder had a hand in.
void TestPreviews::aPreviewHasTheSamplesOfItsLevel()
{
    REQUIRE_SHARED_DICOM(folder);
    const auto whole = dicom::decodeFrame(folder + kLossless, 0);
    QVERIFY(whole);
    const auto reference = halved(halved(rowsOf(**whole)));

    const auto preview = dicom::decodePreview(folder + kLossless, 0);

    QVERIFY2(preview, preview ? "" : qPrintable(logLine(preview.error())));
    QVERIFY(imaging::isPreview((*preview)->facts()));
    QCOMPARE(reference.size(), std::size_t{128});
    for (std::size_t row = 0; row < reference.size(); ++row) {
        for (std::size_t column = 0; column < reference[row].size(); ++column)
            QCOMPARE(int((*preview)->storedAt(int(4 * column), int(4 * row))), reference[row][column]);
    }
}

void TestPreviews::whatLiesBetweenIsInterpolated()
{
    REQUIRE_SHARED_DICOM(folder);
    const auto found = dicom::decodePreview(folder + kLossy, 0);
    QVERIFY(found);
    const auto &preview = **found;
    const auto at = [&preview](int column, int row) { return preview.storedAt(column, row); };

    for (int i = 0; i < 508; i += 4) {
        QCOMPARE(at(i + 2, i), std::floor((at(i, i) + at(i + 4, i) + 1) / 2));
        QCOMPARE(at(i, i + 2), std::floor((at(i, i) + at(i, i + 4) + 1) / 2));
        QVERIFY(std::abs(at(i + 1, i) - (3 * at(i, i) + at(i + 4, i)) / 4) <= 0.5);
    }
    QCOMPARE(at(511, 3), at(508, 3)); // behind the last sample there is no other
}

void TestPreviews::aPreviewHasTheFactsOfTheImage()
{
    REQUIRE_SHARED_DICOM(folder);

    const auto whole = dicom::decodeFrame(folder + kLossless, 0);
    const auto preview = dicom::decodePreview(folder + kLossless, 0);

    QVERIFY(whole && preview);
    const auto &facts = (*preview)->facts();
    QVERIFY(!imaging::isPreview((*whole)->facts()));
    QCOMPARE(facts.geometry, (*whole)->facts().geometry);
    QCOMPARE(facts.spacing, (*whole)->facts().spacing);
    QCOMPARE(facts.position, (*whole)->facts().position);
    QCOMPARE(facts.windows, (*whole)->facts().windows);
    QCOMPARE(facts.modality, (*whole)->facts().modality);
}

void TestPreviews::highThroughputHasPreviewsToo_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("lossless") << u"HTJ2KLossless_08_RGB.dcm"_s;
    QTest::newRow("lossy") << u"HTJ2K_08_RGB.dcm"_s;
}

/// The colours and their places are right: what a preview smooths away has no mean.
void TestPreviews::highThroughputHasPreviewsToo()
{
    REQUIRE_SHARED_DICOM(folder);
    QFETCH(QString, name);
    const auto path = folder + u"/pydicom-data/"_s + name;

    const auto whole = dicom::decodeFrame(path, 0);
    const auto preview = dicom::decodePreview(path, 0);

    QVERIFY(whole && preview);
    QVERIFY(imaging::isPreview((*preview)->facts()));
    QCOMPARE((*preview)->facts().photometric, imaging::Photometric::Rgb);
    // Four steps of the filter round by half a value each, in both of the channels that a colour is made of.
    constexpr double kRounding = 4;
    for (int quarter = 0; quarter < 4; ++quarter) {
        for (int colour = 0; colour < 3; ++colour)
            QVERIFY(std::abs(meanOf(**preview, quarter, colour) - meanOf(**whole, quarter, colour))
                    < kRounding);
    }
}

void TestPreviews::othersAreWholeAtOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("native") << kNative;
    QTest::newRow("RLE")
        << u"/cornerstone-wadoimageloader/CTImage.dcm_RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm"_s;
    QTest::newRow("small") << u"/pydicom/test_files/MR_small_jp2klossless.dcm"_s;
    QTest::newRow("bits") << u"/pydicom-data/liver_j2k.dcm"_s;
}

void TestPreviews::othersAreWholeAtOnce()
{
    REQUIRE_SHARED_DICOM(folder);
    QFETCH(QString, path);

    const auto whole = dicom::decodeFrame(folder + path, 0);
    const auto preview = dicom::decodePreview(folder + path, 0);

    QVERIFY(whole && preview);
    QVERIFY(!imaging::isPreview((*preview)->facts()));
    QVERIFY(std::ranges::equal((*preview)->bytes(), (*whole)->bytes()));
}

void TestPreviews::theDecoderProcessGivesTheSame()
{
    REQUIRE_SHARED_DICOM(folder);
    const auto program = qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-decoder"_s;
    if (!QFile::exists(program))
        QSKIP("needs the decoder, which is not built here");
    dicom::DecoderPool pool({.program = program});

    const auto there = pool.preview(folder + kLossless, 0);
    const auto here = dicom::decodePreview(folder + kLossless, 0);
    const auto native = pool.preview(folder + kNative, 0);

    QVERIFY2(there && here && native, there ? "" : qPrintable(logLine(there.error())));
    QVERIFY(!pool.impairment());
    QVERIFY(imaging::isPreview((*there)->facts()));
    QVERIFY(std::ranges::equal((*there)->bytes(), (*here)->bytes()));
    QVERIFY(!imaging::isPreview((*native)->facts()));
}

QTEST_GUILESS_MAIN(TestPreviews)
#include "test_previews.moc"
