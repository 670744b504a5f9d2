#include "imaging/volume/reformat.h"
#include "imaging/volume/voxel_reserve.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/frame_facts.h"
#include "integration/dicom/pet_facts.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "integration/dicom/slice_scan.h"
#include "integration/dicom/volume_reader.h"
#include "unit/dicom/shared_files.h"
#include "workflow/diagnostics/load_volume.h"

#include <QCoroTask>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dctk.h>

#include <atomic>
#include <functional>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 8;

/// A series of the phantom, each of its files changed before it is read. \param change  of slice 0 … at the top
class Series
{
public:
    using Change = std::function<void(DcmDataset &dataset, int slice)>;

    explicit Series(const Change &change = {}, E_TransferSyntax syntax = EXS_LittleEndianExplicit)
    {
        const QDir original(drawn());
        const auto names = original.entryList(QDir::Files, QDir::Name);
        for (int slice = 0; slice < names.size(); ++slice) {
            const auto copy = m_folder.filePath(names[slice]);
            QFile::copy(original.filePath(names[slice]), copy);
            rewrite(copy, slice, change, syntax);
        }
    }

    QString path(int slice) const
    {
        return m_folder.filePath(u"IM%1.dcm"_s.arg(slice + 1, 4, 10, QChar(u'0')));
    }

    workflow::VolumeOrder order() const
    {
        auto listing = dicom::listFolder(m_folder.path(), {}, {}).value();
        return {.series = listing.series.front(), .progress = std::make_shared<workflow::VolumeProgress>()};
    }

private:
    /// Drawn once: that takes most of a second.
    static QString drawn()
    {
        static const QTemporaryDir folder;
        if (QDir(folder.path()).isEmpty())
            static_cast<void>(dicom::writePhantomStudy({.folder = folder.path(),
                                                        .patientName = u"王小明"_s,
                                                        .patientId = u"1"_s,
                                                        .birthDate = {},
                                                        .sex = {},
                                                        .studyInstanceUid = u"2.25.1"_s,
                                                        .studyDate = u"2026-11-22"_s,
                                                        .slices = kSlices}));
        return folder.path();
    }

    static void rewrite(const QString &path, int slice, const Change &change, E_TransferSyntax syntax)
    {
        if (!change && syntax == EXS_LittleEndianExplicit)
            return;
        DcmFileFormat file;
        const auto name = QFile::encodeName(path);
        file.loadFile(name.constData());
        file.loadAllDataIntoMemory();
        if (change)
            change(*file.getDataset(), slice);
        file.getDataset()->chooseRepresentation(syntax, nullptr);
        QVERIFY(file.saveFile(name.constData(), syntax).good());
    }

    QTemporaryDir m_folder;
};

void put(DcmDataset &dataset, const DcmTagKey &tag, const char *value)
{
    dataset.putAndInsertString(tag, value);
}

std::optional<dicom::ScannedSlice> scanned(const QString &path)
{
    dicom::FileOpener files;
    return dicom::scanSlice(path, files);
}

Result<imaging::VolumePtr> direct(const Series &series)
{
    return dicom::readVolume(series.order(), {});
}

Result<imaging::VolumePtr> byFrames(const Series &series)
{
    return QCoro::waitFor(
        workflow::loadVolumeByFrames(std::make_shared<dicom::FileImageSource>(1), series.order(), {}));
}

bool haveSameVoxels(const imaging::Volume &a, const imaging::Volume &b)
{
    const auto &geometry = a.geometry();
    for (int slice = 0; slice < geometry.slices; ++slice) {
        for (int row = 0; row < geometry.rows; row += 3) {
            for (int column = 0; column < geometry.columns; ++column) {
                if (a.measuredAt(column, row, slice) != b.measuredAt(column, row, slice))
                    return false;
            }
        }
    }
    return true;
}

} // namespace

/// Two ways to a volume, one answer.
class TestVolumes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { DcmRLEEncoderRegistration::cleanup(); }
    void bothWaysGiveTheSame_data();
    void bothWaysGiveTheSame();
    void takesOrdinarySlicesTheShortWay();
    void aScanSaysWhatTheToolkitSays_data();
    void aScanSaysWhatTheToolkitSays();
    void planesOfALossySliceAreLossy();
    void standsByPlaceAndNotByNumber();
    void saysWhereASliceIsCutShort();
    void aSliceCutShortShowsNothingOfTheVolumeBefore();
    void slicesBeginAsTheyDoInTheirFiles();
    void refusesBeforeItReadsPixels();
    void refusesColour();
    void compressedSlicesAreDecodedBySomebodyElse();
    void aSliceThatCannotBeDecodedEndsTheVolume();
    void stopsWhenAsked();
    void readsWhatAPetSays();
};

void TestVolumes::initTestCase()
{
    DcmRLEEncoderRegistration::registerCodecs();
}

void TestVolumes::bothWaysGiveTheSame_data()
{
    using Change = Series::Change;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("syntax");
    const auto row = [](const char *name, const Change &change, E_TransferSyntax syntax) {
        QTest::newRow(name) << change << int(syntax);
    };
    row("as written", {}, EXS_LittleEndianExplicit);
    row("implicit", [](DcmDataset &, int) {}, EXS_LittleEndianImplicit);
    row("big endian", [](DcmDataset &, int) {}, EXS_BigEndianExplicit);
    row("RLE", [](DcmDataset &, int) {}, EXS_RLELossless);
    row(
        "12 bits with dirt above",
        [](DcmDataset &dataset, int) {
            dataset.putAndInsertUint16(DCM_BitsStored, 12);
            dataset.putAndInsertUint16(DCM_HighBit, 11);
            dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
        },
        EXS_LittleEndianExplicit);
    row(
        "16 bits without sign",
        [](DcmDataset &dataset, int) { dataset.putAndInsertUint16(DCM_PixelRepresentation, 0); },
        EXS_LittleEndianExplicit);
    row(
        "padding",
        [](DcmDataset &dataset, int) {
            dataset.putAndInsertUint16(DcmTag(DCM_PixelPaddingValue, EVR_US), 24);
            dataset.putAndInsertUint16(DcmTag(DCM_PixelPaddingRangeLimit, EVR_US), 30);
        },
        EXS_LittleEndianExplicit);
    row(
        "a slope for each slice",
        [](DcmDataset &dataset, int slice) {
            put(dataset, DCM_RescaleSlope, qPrintable(QString::number(1 + slice * 0.25)));
        },
        EXS_LittleEndianExplicit);
    row(
        "uneven",
        [](DcmDataset &dataset, int slice) {
            const double z = -36.0 * slice - (slice % 2 ? 9 : 0);
            put(dataset, DCM_ImagePositionPatient, qPrintable(u"0\\0\\%1"_s.arg(z)));
        },
        EXS_LittleEndianExplicit);
}

void TestVolumes::bothWaysGiveTheSame()
{
    QFETCH(Series::Change, change);
    QFETCH(int, syntax);
    const Series series(change, E_TransferSyntax(syntax));

    const auto shorter = direct(series);
    const auto longer = byFrames(series);

    QVERIFY2(shorter, shorter ? "" : qPrintable(logLine(shorter.error())));
    QVERIFY2(longer, longer ? "" : qPrintable(logLine(longer.error())));
    const auto &a = (*shorter)->facts();
    const auto &b = (*longer)->facts();
    QCOMPARE(a.geometry.slices, kSlices);
    QVERIFY(a.geometry == b.geometry);
    QCOMPARE(a.type, b.type);
    QVERIFY(a.modality == b.modality);
    QVERIFY(a.padding == b.padding);
    QVERIFY(a.windows == b.windows);
    QVERIFY(a.warnings == b.warnings);
    QVERIFY(haveSameVoxels(**shorter, **longer));
}

/// Else it would be none.
void TestVolumes::takesOrdinarySlicesTheShortWay()
{
    const Series series;
    const Series compressed([](DcmDataset &, int) {}, EXS_RLELossless);

    QVERIFY(scanned(series.path(0)));
    QVERIFY(!scanned(compressed.path(0)));
}

void TestVolumes::aScanSaysWhatTheToolkitSays_data()
{
    QTest::addColumn<QString>("path");
    REQUIRE_SHARED_DICOM(folder);
    for (const auto &name : test::readJson(folder + u"/manifest.json"_s).keys())
        QTest::newRow(qPrintable(name)) << QString(folder + u'/' + name);
}

void TestVolumes::aScanSaysWhatTheToolkitSays()
{
    QFETCH(QString, path);
    const auto found = scanned(path);
    if (!found)
        return;

    const auto file = dicom::openDataset(path);

    QVERIFY(file);
    const auto format = dicom::readPixelFormat(file->dataset(), *file->layout.pixels);
    QVERIFY(format);
    const auto facts = dicom::readFrameFacts(*file, 0, *format);
    const auto place = imaging::placeOf(facts);
    QVERIFY(found->scale == imaging::scaleOfSlice(facts));
    QVERIFY(found->lossy == facts.lossy);
    QVERIFY(found->place.position == place.position);
    QVERIFY(found->place.orientation == place.orientation);
    QVERIFY(found->place.spacing == place.spacing);
    QCOMPARE(found->place.thicknessMm, place.thicknessMm);
    QVERIFY(found->format.geometry == format->geometry);
    QCOMPARE(found->format.highBit, format->highBit);
    QCOMPARE(found->pixels, file->layout.pixels->offset);
}

void TestVolumes::planesOfALossySliceAreLossy()
{
    const Series series([](DcmDataset &dataset, int slice) {
        if (slice != 1)
            return;
        put(dataset, DCM_LossyImageCompression, "01");
        put(dataset, DCM_LossyImageCompressionRatio, "10");
    });

    for (const auto &volume : {direct(series).value(), byFrames(series).value()}) {
        const auto &geometry = volume->geometry();
        const imaging::PlaneGrid grid{.origin = geometry.origin,
                                      .orientation = {{1, 0, 0}, {0, 1, 0}},
                                      .pixelMm = 1,
                                      .columns = 8,
                                      .rows = 8};
        const auto plane = imaging::reformat(*volume, grid, {}).value();
        QVERIFY(plane->facts().lossy && plane->facts().lossy->ratios == std::vector<double>{10});
    }
    QVERIFY(!direct(Series()).value()->facts().lossy);
}

void TestVolumes::standsByPlaceAndNotByNumber()
{
    // Numbers that run against the places, and jump.
    const Series series([](DcmDataset &dataset, int slice) {
        put(dataset, DCM_InstanceNumber, qPrintable(QString::number((slice * 5) % kSlices)));
    });
    const Series plain;

    const auto volume = direct(series).value();

    QVERIFY(volume->geometry() == direct(plain).value()->geometry());
    QVERIFY(haveSameVoxels(*volume, *direct(plain).value()));
    QVERIFY(volume->geometry().sliceStep[2] > 0);
}

void TestVolumes::saysWhereASliceIsCutShort()
{
    const Series series;
    QFile file(series.path(3));
    QVERIFY(file.resize(file.size() / 2));

    const auto volume = direct(series);

    QVERIFY2(volume, volume ? "" : qPrintable(logLine(volume.error())));
    QVERIFY(!(*volume)->facts().warnings.empty());
    QCOMPARE((*volume)->facts().warnings.front().code, u"imaging.pixels-missing"_s);
}

/// The next volume stands where the last one stood.
void TestVolumes::aSliceCutShortShowsNothingOfTheVolumeBefore()
{
    constexpr int kCut = 3;
    const Series bright([](DcmDataset &dataset, int) {
        std::vector<Uint16> pixels(std::size_t{512} * 512, 700);
        dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
    });
    const Series dark;
    QFile file(dark.path(kCut));
    QVERIFY(file.resize(file.size() / 2));
    const auto alone = direct(dark).value();
    const auto reserve = imaging::VoxelReserve::hold();
    auto before = direct(bright).value();
    const auto *where = before->voxels<std::int16_t>();
    QCOMPARE(before->storedAt(5, 500, kCut), 700.0);
    before.reset();

    const auto volume = direct(dark).value();

    QVERIFY(std::abs(volume->voxels<std::int16_t>() - where) < 64);
    QCOMPARE(volume->facts().warnings.size(), 1);
    QVERIFY(haveSameVoxels(*volume, *alone));
    for (int slice = 0; slice < kSlices; ++slice)
        QVERIFY(volume->storedAt(5, 500, slice) != 700);
}

/// Then they are copied a quarter faster.
void TestVolumes::slicesBeginAsTheyDoInTheirFiles()
{
    // In six files of eight the same, and not where a line of the cache begins.
    const Series series([](DcmDataset &dataset, int slice) {
        const QByteArray comments(slice % 4 == 1 ? 40 : 8, 'x');
        put(dataset, DCM_ImageComments, comments.constData());
    });
    const auto offset = scanned(series.path(0)).value().pixels;

    const auto volume = direct(series).value();

    const auto first = reinterpret_cast<std::uintptr_t>(volume->voxels<std::int16_t>());
    QCOMPARE(qint64(first % 64), offset % 64);
    QVERIFY(haveSameVoxels(*volume, *byFrames(series).value()));
}

void TestVolumes::refusesBeforeItReadsPixels()
{
    const Series series;
    auto order = series.order();
    order.mostBytes = 1 << 20;

    const auto volume = dicom::readVolume(order, {});

    QCOMPARE(volume.error().code, u"imaging.volume-too-large"_s);
    QCOMPARE(order.progress->done.load(), 0);
    QCOMPARE(order.progress->total.load(), kSlices);
}

void TestVolumes::refusesColour()
{
    const Series series([](DcmDataset &dataset, int) {
        dataset.putAndInsertUint16(DCM_SamplesPerPixel, 3);
        put(dataset, DCM_PhotometricInterpretation, "RGB");
        dataset.putAndInsertUint16(DCM_BitsAllocated, 8);
        dataset.putAndInsertUint16(DCM_BitsStored, 8);
        dataset.putAndInsertUint16(DCM_HighBit, 7);
    });

    QCOMPARE(direct(series).error().code, u"imaging.volume-colour"_s);
}

/// The codecs are not run in this process, where a process for them is there.
void TestVolumes::compressedSlicesAreDecodedBySomebodyElse()
{
    const Series native;
    const Series compressed([](DcmDataset &, int) {}, EXS_RLELossless);
    std::atomic<int> asked = 0;
    const dicom::FrameDecoding decoding{.decode =
                                            [&asked](const QString &path, int frame) {
                                                ++asked;
                                                return dicom::decodeFrame(path, frame);
                                            },
                                        .atATime = 3};

    const auto volume = dicom::readVolume(compressed.order(), {}, decoding);
    const auto reference = dicom::readVolume(native.order(), {}, decoding);

    QVERIFY2(volume, volume ? "" : qPrintable(logLine(volume.error())));
    QCOMPARE(asked.load(), kSlices); // of the native ones, none
    QVERIFY(haveSameVoxels(**volume, **reference));
}

void TestVolumes::aSliceThatCannotBeDecodedEndsTheVolume()
{
    const Series compressed([](DcmDataset &, int) {}, EXS_RLELossless);
    const auto bad = compressed.path(3);
    const dicom::FrameDecoding decoding{
        .decode = [bad](const QString &path, int frame) -> Result<std::shared_ptr<const imaging::Frame>> {
            if (path == bad)
                return Error{ErrorKind::Corrupt, u"imaging.decoder-crashed"_s};
            return dicom::decodeFrame(path, frame);
        },
        .atATime = 2};

    const auto volume = dicom::readVolume(compressed.order(), {}, decoding);

    QVERIFY(!volume);
    QCOMPARE(volume.error().code, u"imaging.decoder-crashed"_s);
}

void TestVolumes::stopsWhenAsked()
{
    const Series series;
    std::stop_source stop;
    stop.request_stop();

    QCOMPARE(dicom::readVolume(series.order(), stop.get_token()).error().kind, ErrorKind::Cancelled);
}

void TestVolumes::readsWhatAPetSays()
{
    const Series series([](DcmDataset &dataset, int) {
        put(dataset, DCM_Modality, "PT");
        put(dataset, DCM_Units, "BQML");
        put(dataset, DCM_CorrectedImage, "NORM\\ATTN\\DECY");
        put(dataset, DCM_DecayCorrection, "START");
        put(dataset, DCM_PatientWeight, "70");
        put(dataset, DCM_SeriesDate, "20261122");
        put(dataset, DCM_SeriesTime, "104946.2");
        put(dataset, DCM_AcquisitionDate, "20261122");
        put(dataset, DCM_AcquisitionTime, "105500");
        dataset.putAndInsertOFStringArray(DCM_RadiopharmaceuticalInformationSequence, "");
        DcmItem *tracer = nullptr;
        dataset.findOrCreateSequenceItem(DCM_RadiopharmaceuticalInformationSequence, tracer);
        tracer->putAndInsertString(DCM_RadionuclideTotalDose, "370000000");
        tracer->putAndInsertString(DCM_RadionuclideHalfLife, "6586.2");
        tracer->putAndInsertString(DCM_RadiopharmaceuticalStartTime, "090000.00");
    });

    const auto pet = direct(series).value()->facts().pet;

    QVERIFY(pet);
    const auto scale = imaging::suvPerUnit(*pet);
    QVERIFY2(scale, scale ? "" : qPrintable(logLine(scale.error())));
    QVERIFY(std::abs(*scale / 3.783783784e-4 - 1) < 1e-6);
    QVERIFY(!direct(Series()).value()->facts().pet);
}

QTEST_GUILESS_MAIN(TestVolumes)
#include "test_volumes.moc"
