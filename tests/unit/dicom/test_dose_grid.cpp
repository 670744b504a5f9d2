#include "imaging/frame.h"
#include "imaging/volume/volume.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/volume_reader.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <vector>

using namespace simiao;
using namespace Qt::StringLiterals;
using imaging::Vector3;

namespace {

/// A dose of 4 x 3 pixels of 2 mm: frame n holds n Gy.
struct Dose
{
    std::vector<const char *> offsets = {"0", "2.5", "5"};
    int frames = 3;
    const char *position = "-10\\-20\\30";
    const char *orientation = "1\\0\\0\\0\\1\\0";
};

QByteArray joined(const std::vector<const char *> &values)
{
    QByteArrayList parts;
    for (const auto *value : values)
        parts.append(value);
    return parts.join('\\');
}

QString written(const Dose &dose, const QTemporaryDir &folder)
{
    constexpr int kColumns = 4;
    constexpr int kRows = 3;
    DcmFileFormat file;
    auto &dataset = *file.getDataset();
    const auto put = [&](const DcmTagKey &tag, const char *value) {
        QVERIFY(dataset.putAndInsertString(tag, value).good());
    };
    put(DCM_SOPClassUID, UID_RTDoseStorage);
    put(DCM_SOPInstanceUID, "2.25.11");
    put(DCM_StudyInstanceUID, "2.25.1");
    put(DCM_SeriesInstanceUID, "2.25.2");
    put(DCM_FrameOfReferenceUID, "2.25.3");
    put(DCM_Modality, "RTDOSE");
    put(DCM_ImagePositionPatient, dose.position);
    put(DCM_ImageOrientationPatient, dose.orientation);
    put(DCM_PixelSpacing, "2\\2");
    put(DCM_PhotometricInterpretation, "MONOCHROME2");
    put(DCM_NumberOfFrames, qPrintable(QString::number(dose.frames)));
    put(DCM_DoseUnits, "GY");
    put(DCM_DoseGridScaling, "0.001");
    if (!dose.offsets.empty())
        put(DCM_GridFrameOffsetVector, joined(dose.offsets).constData());
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    dataset.putAndInsertUint16(DCM_Columns, kColumns);
    dataset.putAndInsertUint16(DCM_Rows, kRows);
    dataset.putAndInsertUint16(DCM_BitsAllocated, 16);
    dataset.putAndInsertUint16(DCM_BitsStored, 16);
    dataset.putAndInsertUint16(DCM_HighBit, 15);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
    std::vector<Uint16> pixels;
    for (int frame = 0; frame < dose.frames; ++frame)
        pixels.insert(pixels.end(), kColumns * kRows, Uint16(frame * 1000));
    dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
    const auto path = folder.filePath(u"dose.dcm"_s);
    if (file.saveFile(qPrintable(path), EXS_LittleEndianExplicit).bad())
        qFatal("the dose is not written");
    return path;
}

imaging::FrameFacts factsOf(const QString &path, int frame)
{
    const auto decoded = dicom::decodeFrame(path, frame);
    if (!decoded)
        qFatal("%s", qPrintable(logLine(decoded.error())));
    return (*decoded)->facts();
}

Result<imaging::VolumePtr> volumeOf(const QTemporaryDir &folder)
{
    auto listing = dicom::listFolder(folder.path(), {}, {}).value();
    return dicom::readVolume({.series = listing.series.front()}, {});
}

} // namespace

/// Frames of a dose lie where its offsets say (PS3.3 C.8.8.3.2).
class TestDoseGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesLieWhereTheOffsetsSay_data();
    void framesLieWhereTheOffsetsSay();
    void offsetsThatFitNoFormGiveNoPlace_data();
    void offsetsThatFitNoFormGiveNoPlace();
    void aVolumeFollowsTheOffsets();
    void unevenOffsetsAreSpreadAndSaid();
    void aMissingPlaneRefusesTheVolume();
    void withoutPlacesThereIsNoVolume();
    void aRealDoseIsAVolume();
};

void TestDoseGrid::framesLieWhereTheOffsetsSay_data()
{
    QTest::addColumn<Dose>("dose");
    QTest::addColumn<Vector3>("last");
    QTest::newRow("relative") << Dose{} << Vector3{-10, -20, 35};
    QTest::newRow("relative, downwards") << Dose{.offsets = {"0", "-2.5", "-5"}} << Vector3{-10, -20, 25};
    QTest::newRow("relative, coronal") << Dose{.orientation = "1\\0\\0\\0\\0\\-1"} << Vector3{-10, -15, 30};
    QTest::newRow("relative, feet first: along the normal, not along z")
        << Dose{.orientation = "-1\\0\\0\\0\\1\\0"} << Vector3{-10, -20, 25};
    QTest::newRow("absolute") << Dose{.offsets = {"30", "32.5", "35.0 "}} << Vector3{-10, -20, 35};
    QTest::newRow("absolute, downwards") << Dose{.offsets = {"30", "27.5", "25"}} << Vector3{-10, -20, 25};
    QTest::newRow("absolute, feet first: along z")
        << Dose{.offsets = {"30", "32.5", "35"}, .orientation = "-1\\0\\0\\0\\1\\0"} << Vector3{-10, -20, 35};
    QTest::newRow("absolute, rounded")
        << Dose{.offsets = {"30.002", "32.5", "35.002"}} << Vector3{-10, -20, 35};
    QTest::newRow("from zero: both are the same") << Dose{.position = "-10\\-20\\0"} << Vector3{-10, -20, 5};
}

void TestDoseGrid::framesLieWhereTheOffsetsSay()
{
    QFETCH(Dose, dose);
    QFETCH(Vector3, last);
    const QTemporaryDir folder;
    const auto path = written(dose, folder);

    const auto facts = factsOf(path, 2);

    QVERIFY(facts.position.has_value());
    for (std::size_t axis = 0; axis < last.size(); ++axis)
        QVERIFY(std::abs((*facts.position)[axis] - last[axis]) < 1e-9);
    QVERIFY(facts.sliceLocationMm.has_value());
    QVERIFY(std::abs(*facts.sliceLocationMm - imaging::dot(facts.orientation->normal(), last)) < 1e-9);
    QVERIFY(factsOf(path, 0).position.has_value());
}

void TestDoseGrid::offsetsThatFitNoFormGiveNoPlace_data()
{
    QTest::addColumn<Dose>("dose");
    QTest::newRow("none") << Dose{.offsets = {}};
    QTest::newRow("too few") << Dose{.offsets = {"0", "2.5"}};
    QTest::newRow("too many") << Dose{.offsets = {"0", "2.5", "5", "7.5"}};
    QTest::newRow("no numbers") << Dose{.offsets = {"0", "", "5"}};
    QTest::newRow("it turns round") << Dose{.offsets = {"0", "5", "2.5"}};
    QTest::newRow("from neither") << Dose{.offsets = {"7", "9.5", "12"}};
    QTest::newRow("absolute, but not axial")
        << Dose{.offsets = {"30", "32.5", "35"}, .orientation = "1\\0\\0\\0\\0\\-1"};
}

void TestDoseGrid::offsetsThatFitNoFormGiveNoPlace()
{
    QFETCH(Dose, dose);
    const QTemporaryDir folder;
    const auto path = written(dose, folder);

    QVERIFY(factsOf(path, 0).position.has_value());
    QVERIFY(!factsOf(path, 1).position.has_value());
    QVERIFY(!factsOf(path, 1).sliceLocationMm.has_value());
}

void TestDoseGrid::aVolumeFollowsTheOffsets()
{
    const QTemporaryDir folder;
    written({.offsets = {"0", "-2.5", "-5"}}, folder);

    const auto volume = volumeOf(folder);

    QVERIFY2(volume, volume ? "" : qPrintable(logLine(volume.error())));
    const auto &geometry = (*volume)->geometry();
    QCOMPARE(geometry.slices, 3);
    QVERIFY((geometry.origin == Vector3{-10, -20, 25}));
    QVERIFY((geometry.sliceStep == Vector3{0, 0, 2.5}));
    QVERIFY((*volume)->facts().warnings.empty());
    QCOMPARE((*volume)->measuredAt(1, 1, 0).value(), 2.0); // the last frame lies lowest
    QCOMPARE((*volume)->measuredAt(1, 1, 2).value(), 0.0);
}

/// As slices of a CT are.
void TestDoseGrid::unevenOffsetsAreSpreadAndSaid()
{
    const QTemporaryDir folder;
    written({.offsets = {"0", "2", "5"}}, folder);

    const auto volume = volumeOf(folder);

    QVERIFY2(volume, volume ? "" : qPrintable(logLine(volume.error())));
    QCOMPARE((*volume)->facts().warnings.size(), 1U);
    QCOMPARE((*volume)->facts().warnings.front().code, u"imaging.volume-uneven"_s);
    QVERIFY((*volume)->geometry().sliceStep == (Vector3{0, 0, 2.5}));
    const double share = (2.5 - 2) / (5 - 2);
    QVERIFY(std::abs((*volume)->measuredAt(1, 1, 1).value() - (1 + share)) < 0.001);
}

void TestDoseGrid::aMissingPlaneRefusesTheVolume()
{
    const QTemporaryDir folder;
    written({.offsets = {"0", "2", "4", "8"}, .frames = 4}, folder);

    QCOMPARE(volumeOf(folder).error().code, u"imaging.volume-gap"_s);
}

void TestDoseGrid::withoutPlacesThereIsNoVolume()
{
    const QTemporaryDir folder;
    written({.offsets = {}}, folder);

    QCOMPARE(volumeOf(folder).error().code, u"imaging.volume-no-place"_s);
}

void TestDoseGrid::aRealDoseIsAVolume()
{
    REQUIRE_SHARED_DICOM(shared);
    for (const auto *name : {"rtdose.dcm", "rtdose_expb.dcm", "rtdose_rle.dcm"}) {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(shared + u"/pydicom/test_files/"_s + QLatin1StringView(name),
                            folder.filePath(u"dose.dcm"_s)));

        const auto volume = volumeOf(folder);

        QVERIFY2(volume, volume ? "" : qPrintable(logLine(volume.error())));
        QCOMPARE((*volume)->geometry().slices, 15);
        QVERIFY((*volume)->geometry().sliceStep == (Vector3{0, 0, 5}));
        QVERIFY((*volume)->geometry().origin == (Vector3{189.43125, 199.43125, -761.87}));
        QVERIFY((*volume)->facts().warnings.empty());
    }
}

QTEST_GUILESS_MAIN(TestDoseGrid)
#include "test_dose_grid.moc"
