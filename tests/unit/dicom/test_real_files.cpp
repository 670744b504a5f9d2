#include "imaging/samples.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/text.h"
#include "unit/dicom/shared_files.h"

#include <QCryptographicHash>
#include <QtTest>

#include <cmath>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

const QStringList kDecodable{
    u"1.2.840.10008.1.2"_s,      u"1.2.840.10008.1.2.1"_s,    u"1.2.840.10008.1.2.2"_s,
    u"1.2.840.10008.1.2.1.99"_s, u"1.2.840.10008.1.2.5"_s,    u"1.2.840.10008.1.2.4.50"_s,
    u"1.2.840.10008.1.2.4.51"_s, u"1.2.840.10008.1.2.4.53"_s, u"1.2.840.10008.1.2.4.55"_s,
    u"1.2.840.10008.1.2.4.57"_s, u"1.2.840.10008.1.2.4.70"_s, u"1.2.840.10008.1.2.4.80"_s,
    u"1.2.840.10008.1.2.4.81"_s};

QString transferSyntax(const QJsonObject &entry)
{
    const QString ofToolkit = entry["dcmtk"_L1]["ts"_L1].toString();
    return ofToolkit.isEmpty() ? entry["pydicom"_L1]["ts"_L1].toString() : ofToolkit;
}

bool isAgreedGrey(const QJsonObject &entry)
{
    const QJsonValue gdcm = entry.value("gdcm"_L1);
    const int bits = gdcm["alloc"_L1].toInt();
    return entry["frame0"_L1] == "agree"_L1 && gdcm["photo"_L1].toString().startsWith(u"MONOCHROME")
        && (bits == 8 || bits == 16 || bits == 32) && kDecodable.contains(transferSyntax(entry));
}

struct Statistics
{
    double lowest = HUGE_VAL;
    double highest = -HUGE_VAL;
    double mean = 0;
};

Statistics modalityStatistics(const imaging::Frame &frame)
{
    Statistics result;
    double sum = 0;
    imaging::visitSamples(frame, [&](auto samples) {
        for (const auto sample : samples) {
            const double value = frame.facts().modality.apply(static_cast<double>(sample));
            result.lowest = std::min(result.lowest, value);
            result.highest = std::max(result.highest, value);
            sum += value;
        }
    });
    result.mean = sum / static_cast<double>(frame.geometry().sampleCount());
    return result;
}

QString sha256(const imaging::Frame &frame)
{
    const QByteArrayView bytes(frame.bytes().data(), static_cast<qsizetype>(frame.bytes().size()));
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool isClose(double actual, double expected)
{
    return std::abs(actual - expected) <= 1e-5 * std::max(1.0, std::abs(expected));
}

} // namespace

class TestRealFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesWhatThreeDecodersAgreeOn_data();
    void decodesWhatThreeDecodersAgreeOn();
    void neverCrashesOnAnyFile();
    void refusesJpeg2000WithItsName();
    void readsEachFrameOfAnEnhancedImageByItsOwnFacts();
    void keepsSpacingAndItsBasis();
};

void TestRealFiles::decodesWhatThreeDecodersAgreeOn_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("entry");
    REQUIRE_SHARED_DICOM(folder);

    const auto manifest = test::readJson(folder + u"/manifest.json"_s);
    for (auto it = manifest.begin(); it != manifest.end(); ++it) {
        if (isAgreedGrey(it->toObject()))
            QTest::newRow(qPrintable(it.key())) << folder + u'/' + it.key() << it->toObject();
    }
}

void TestRealFiles::decodesWhatThreeDecodersAgreeOn()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, entry);

    const auto frame = dicom::decodeFrame(path, 0);

    QVERIFY2(frame.has_value(), frame ? "" : qPrintable(logLine(frame.error())));
    const QJsonValue pydicom = entry.value("pydicom"_L1);
    const bool isCut = pydicom["BitsStored"_L1] != pydicom["BitsAllocated"_L1];
    if (!isCut)
        QCOMPARE(sha256(**frame), entry["frame0_sha256"_L1].toString());
    const QJsonValue expected = entry.value("stats"_L1);
    if (expected.isObject()) {
        const auto actual = modalityStatistics(**frame);
        QVERIFY2(isClose(actual.lowest, expected["mod_min"_L1].toDouble()),
                 qPrintable(QString::number(actual.lowest)));
        QVERIFY2(isClose(actual.highest, expected["mod_max"_L1].toDouble()),
                 qPrintable(QString::number(actual.highest)));
        QVERIFY2(isClose(actual.mean, expected["mod_mean"_L1].toDouble()),
                 qPrintable(QString::number(actual.mean)));
    }
}

void TestRealFiles::neverCrashesOnAnyFile()
{
    REQUIRE_SHARED_DICOM(folder);
    QMap<QString, int> outcomes;

    const auto manifest = test::readJson(folder + u"/manifest.json"_s);
    for (const auto &name : manifest.keys()) {
        const auto frame = dicom::decodeFrame(folder + u'/' + name, 0);
        ++outcomes[frame ? u"decoded"_s : frame.error().code];
    }

    qInfo() << outcomes;
    QVERIFY(outcomes[u"decoded"_s] > 250);
}

void TestRealFiles::refusesJpeg2000WithItsName()
{
    REQUIRE_SHARED_DICOM(folder);
    const QString path = folder
        + u"/cornerstone-wadoimageloader/CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm"_s;

    const auto frame = dicom::decodeFrame(path, 0);

    QVERIFY(!frame);
    QCOMPARE(frame.error().code, u"imaging.transfer-syntax-unsupported"_s);
    QCOMPARE(frame.error().detail, u"1.2.840.10008.1.2.4.90"_s);
}

void TestRealFiles::readsEachFrameOfAnEnhancedImageByItsOwnFacts()
{
    REQUIRE_SHARED_DICOM(folder);
    const auto all = test::readJson(folder + u"/made/expected.json"_s);
    const QJsonValue expected = all.value("enhanced_perframe_rescale.dcm"_L1);

    for (int index = 0; index < 4; ++index) {
        const auto frame = dicom::decodeFrame(folder + u"/made/enhanced_perframe_rescale.dcm"_s, index);

        QVERIFY(frame);
        const auto &facts = (*frame)->facts();
        QCOMPARE((*frame)->measuredAt(0, 0).value(), expected["frame_mod_first"_L1][index].toDouble());
        QCOMPARE(facts.spacing.rowMm, expected["frame_spacing"_L1][index].toDouble());
        QCOMPARE(facts.windows.at(0).center, expected["frame_window"_L1][index][0].toDouble());
        QCOMPARE(facts.windows.at(0).width, expected["frame_window"_L1][index][1].toDouble());
    }
    QCOMPARE(dicom::decodeFrame(folder + u"/made/enhanced_perframe_rescale.dcm"_s, 4).error().code,
             u"imaging.no-such-frame"_s);
}

void TestRealFiles::keepsSpacingAndItsBasis()
{
    REQUIRE_SHARED_DICOM(folder);
    const auto spacingOf = [&](const QString &name) {
        return dicom::decodeFrame(folder + u"/made/"_s + name, 0).value()->facts().spacing;
    };

    QCOMPARE(
        spacingOf(u"spacing_anisotropic.dcm"_s),
        (imaging::PixelSpacing{.rowMm = 0.5, .columnMm = 1.5, .basis = imaging::SpacingBasis::PixelSpacing}));
    QCOMPARE(spacingOf(u"imager_spacing_only.dcm"_s).basis, imaging::SpacingBasis::ImagerPixelSpacing);
    QCOMPARE(spacingOf(u"no_spacing.dcm"_s).basis, imaging::SpacingBasis::None);
}

QTEST_GUILESS_MAIN(TestRealFiles)
#include "test_real_files.moc"
