#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/objects/presentation_state.h"
#include "unit/dicom/outside_program.h"
#include "unit/dicom/shared_files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <cmath>
#include <functional>
#include <memory>

using namespace simiao;
using namespace Qt::StringLiterals;
using imaging::PresentationSize;

namespace {

constexpr int kColumns = 64;
constexpr int kRows = 48;
const char *const kImageUid = "1.2.826.0.1.1";
const char *const kSeriesUid = "1.2.826.0.1.2";
const char *const kStudyUid = "1.2.826.0.1.3";

using Change = std::function<void(DcmItem &)>;

void put(DcmItem &item, const DcmTagKey &tag, const char *value)
{
    item.putAndInsertString(tag, value);
}

void putIdentity(DcmItem &dataset, const char *sopClass, const char *instance, const char *series)
{
    put(dataset, DCM_SOPClassUID, sopClass);
    put(dataset, DCM_SOPInstanceUID, instance);
    put(dataset, DCM_StudyInstanceUID, kStudyUid);
    put(dataset, DCM_SeriesInstanceUID, series);
    put(dataset, DCM_PatientName, "Case^Synthetic");
    put(dataset, DCM_PatientID, "SYN");
    put(dataset, DCM_StudyID, "1");
    put(dataset, DCM_SeriesNumber, "1");
    put(dataset, DCM_InstanceNumber, "1");
}

/// Every pixel another value, from -512 on after the rescale.
void fillImage(DcmItem &dataset, const char *photometric)
{
    putIdentity(dataset, UID_CTImageStorage, kImageUid, kSeriesUid);
    put(dataset, DCM_Modality, "CT");
    put(dataset, DCM_PhotometricInterpretation, photometric);
    put(dataset, DCM_RescaleSlope, "2");
    put(dataset, DCM_RescaleIntercept, "-100");
    put(dataset, DCM_WindowCenter, "50");
    put(dataset, DCM_WindowWidth, "80");
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    dataset.putAndInsertUint16(DCM_Rows, kRows);
    dataset.putAndInsertUint16(DCM_Columns, kColumns);
    dataset.putAndInsertUint16(DCM_BitsAllocated, 16);
    dataset.putAndInsertUint16(DCM_BitsStored, 12);
    dataset.putAndInsertUint16(DCM_HighBit, 11);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
    std::vector<Uint16> pixels(std::size_t{kColumns} * kRows);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<Uint16>(i * 4095 / pixels.size());
    dataset.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
}

void putCorner(DcmItem &item, const DcmTagKey &tag, Sint32 column, Sint32 row)
{
    const Sint32 corner[] = {column, row};
    auto element = std::make_unique<DcmSignedLong>(DcmTag(tag));
    element->putSint32Array(corner, 2);
    item.insert(element.release(), OFTrue);
}

/// A state that says nothing but which image it is for, then changed.
void fillState(DcmItem &dataset, const Change &change)
{
    putIdentity(dataset, UID_GrayscaleSoftcopyPresentationStateStorage, "1.2.826.0.1.4", "1.2.826.0.1.5");
    put(dataset, DCM_Modality, "PR");
    put(dataset, DCM_ContentLabel, "STATE");
    put(dataset, DCM_PresentationCreationDate, "20261122");
    put(dataset, DCM_PresentationCreationTime, "093000");
    put(dataset, DCM_PresentationLUTShape, "IDENTITY");
    put(dataset, DCM_ImageHorizontalFlip, "N");
    dataset.putAndInsertUint16(DCM_ImageRotation, 0);
    DcmItem *series = nullptr;
    dataset.findOrCreateSequenceItem(DCM_ReferencedSeriesSequence, series);
    put(*series, DCM_SeriesInstanceUID, kSeriesUid);
    DcmItem *image = nullptr;
    series->findOrCreateSequenceItem(DCM_ReferencedImageSequence, image);
    put(*image, DCM_ReferencedSOPClassUID, UID_CTImageStorage);
    put(*image, DCM_ReferencedSOPInstanceUID, kImageUid);
    DcmItem *area = nullptr;
    dataset.findOrCreateSequenceItem(DCM_DisplayedAreaSelectionSequence, area);
    putCorner(*area, DCM_DisplayedAreaTopLeftHandCorner, 1, 1);
    putCorner(*area, DCM_DisplayedAreaBottomRightHandCorner, kColumns, kRows);
    put(*area, DCM_PresentationSizeMode, "SCALE TO FIT");
    put(*area, DCM_PresentationPixelAspectRatio, "1\\1");
    change(dataset);
}

void putWindow(DcmItem &dataset, const char *center, const char *width)
{
    DcmItem *voi = nullptr;
    dataset.findOrCreateSequenceItem(DCM_SoftcopyVOILUTSequence, voi);
    put(*voi, DCM_WindowCenter, center);
    put(*voi, DCM_WindowWidth, width);
}

void putTable(DcmItem &item, const std::vector<Uint16> &entries, Uint16 first, Uint16 bits)
{
    const Uint16 descriptor[] = {static_cast<Uint16>(entries.size()), first, bits};
    item.putAndInsertUint16Array(DCM_LUTDescriptor, descriptor, 3);
    item.putAndInsertUint16Array(DCM_LUTData, entries.data(), static_cast<unsigned long>(entries.size()));
}

void turn(DcmItem &dataset, Uint16 rotation, const char *flip)
{
    dataset.putAndInsertUint16(DCM_ImageRotation, rotation);
    put(dataset, DCM_ImageHorizontalFlip, flip);
}

void rescale(DcmItem &dataset, const char *slope, const char *intercept)
{
    put(dataset, DCM_RescaleSlope, slope);
    put(dataset, DCM_RescaleIntercept, intercept);
    put(dataset, DCM_RescaleType, "HU");
}

/// The greys of a portable grey map; empty where it is none.
QByteArray greysOfMap(const QString &path, int width, int height)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto bytes = file.readAll();
    const auto head = u"P5\n%1 %2 255\n"_s.arg(width).arg(height).toLatin1();
    return bytes.startsWith(head) ? bytes.mid(head.size()) : QByteArray();
}

} // namespace

/// A presentation state is read as it was written and makes of an image what another program makes of it.
class TestPresentationState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheMadeFile();
    void rendersAsAnotherProgramDoes_data();
    void rendersAsAnotherProgramDoes();
    void rendersTheMadeFileAsAnotherProgramDoes();
    void hidesWhatIsOutsideItsShutters();
    void overlaysAreSeenWhereALayerIsNamed();
    void isNotAppliedToWhatItDoesNotName();
    void namesWhatItCannotRead();
    void saysWhatIsNotApplied_data();
    void saysWhatIsNotApplied();
    void refusesStatesOfOtherKinds();
    void survivesDamagedFiles();

private:
    QString save(const QString &name, const Change &fill);
    void compare(const QString &state, const QString &image, const imaging::PresentedImage &named);

    QTemporaryDir m_folder;
};

QString TestPresentationState::save(const QString &name, const Change &fill)
{
    DcmFileFormat file;
    fill(*file.getDataset());
    const auto path = m_folder.filePath(name);
    if (file.saveFile(path.toUtf8().constData(), EXS_LittleEndianExplicit).bad())
        qFatal("cannot write the test's own file");
    return path;
}

void TestPresentationState::compare(const QString &statePath,
                                    const QString &imagePath,
                                    const imaging::PresentedImage &named)
{
    const auto map = m_folder.filePath(u"map.pgm"_s);
    const auto answer = test::runOutside(u"dcmp2pgm"_s, {u"-p"_s, statePath, imagePath, map});
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.words));
    const auto frame = dicom::decodeFrame(imagePath, 0);
    QVERIFY(frame);
    const auto state = dicom::readPresentationState(statePath);
    QVERIFY(state);
    const auto shown = imaging::presentationOf(*state, named, **frame);
    QVERIFY2(shown, shown ? "" : qPrintable(shown.error().code));

    const auto &geometry = (*frame)->geometry();
    const bool swaps = shown->turn.swapsEdges();
    const int width = swaps ? geometry.rows() : geometry.columns();
    const int height = swaps ? geometry.columns() : geometry.rows();
    const auto ours =
        imaging::turned(imaging::render(**frame, *shown), geometry.columns(), geometry.rows(), shown->turn);
    const auto theirs = greysOfMap(map, width, height);

    // The other program shows what shutters by shape hide; those are tested by themselves.
    auto unshuttered = *shown;
    unshuttered.shutter = {.bitmap = shown->shutter.bitmap};
    const auto open = imaging::turned(imaging::render(**frame, unshuttered), geometry.columns(),
                                      geometry.rows(), shown->turn);
    const int hidden = static_cast<int>(std::lround(shown->shutter.presentationValue * 255));
    QCOMPARE(theirs.size(), static_cast<qsizetype>(ours.size()));
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const int other = static_cast<uchar>(theirs[static_cast<qsizetype>(i)]);
        // Greys are rounded, theirs are cut off.
        QVERIFY(ours[i] == open[i] || ours[i] == hidden);
        if (std::abs(open[i] - other) > 1)
            QFAIL(qPrintable(u"column %1, row %2: %3, not %4"_s.arg(static_cast<int>(i) % width)
                                 .arg(static_cast<int>(i) / width)
                                 .arg(open[i])
                                 .arg(other)));
    }
}

void TestPresentationState::readsTheMadeFile()
{
    REQUIRE_SHARED_DICOM(folder);

    const auto state = dicom::readPresentationState(folder + u"/made/gsps.dcm"_s);

    QVERIFY(state);
    QCOMPARE(state->label, u"TEST"_s);
    QCOMPARE(state->created, u"2026-01-01T12:00:00"_s);
    QCOMPARE(state->images.size(), std::size_t{1});
    QCOMPARE(state->images[0].seriesInstanceUid, u"1.2.826.0.1.3680043.10.1399.1.84"_s);
    QVERIFY(state->isInverse);
    QCOMPARE(state->turn, (imaging::Turn{.quarters = 1, .isMirrored = true}));
    QCOMPARE(state->shutter.shapes.rectangle.value_or(imaging::Shutter::Rectangle{}),
             (imaging::Shutter::Rectangle{.left = 9, .top = 4, .right = 49, .bottom = 59}));
    QCOMPARE(state->voi.front().value.windows.front().center, 1000.0);
    QCOMPARE(state->areas.front().value,
             (imaging::DisplayedArea{.left = 8, .top = 16, .right = 39, .bottom = 47}));
    const auto &annotation = state->annotations.front().value;
    QCOMPARE(annotation.graphics.front().points,
             (std::vector<imaging::ImagePoint>{{9.5, 9.5}, {19.5, 9.5}, {19.5, 19.5}}));
    QCOMPARE(annotation.texts.front().text, u"NOTE"_s);
    QVERIFY(annotation.texts.front().anchor->isVisible);
    QVERIFY(state->defects.empty());
}

void TestPresentationState::rendersTheMadeFileAsAnotherProgramDoes()
{
    REQUIRE_SHARED_DICOM(folder);
    REQUIRE_OUTSIDE("dcmp2pgm");
    compare(folder + u"/made/gsps.dcm"_s, folder + u"/made/gsps_target.dcm"_s,
            {.seriesInstanceUid = u"1.2.826.0.1.3680043.10.1399.1.84"_s,
             .sopInstanceUid = u"1.2.826.0.1.3680043.10.1399.1.83"_s});
}

void TestPresentationState::rendersAsAnotherProgramDoes_data()
{
    QTest::addColumn<QString>("photometric");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change,
                        const QString &photometric = u"MONOCHROME2"_s) {
        QTest::newRow(name) << photometric << change;
    };
    row("nothing is the identity, not what the image says", [](DcmItem &) {});
    row("of a MONOCHROME1 image too", [](DcmItem &) {}, u"MONOCHROME1"_s);
    row("inverse", [](DcmItem &state) { put(state, DCM_PresentationLUTShape, "INVERSE"); });
    row(
        "inverse of MONOCHROME1", [](DcmItem &state) { put(state, DCM_PresentationLUTShape, "INVERSE"); },
        u"MONOCHROME1"_s);
    row("window without rescale", [](DcmItem &state) { putWindow(state, "2000", "900"); });
    row("window behind a rescale of its own", [](DcmItem &state) {
        rescale(state, "0.5", "-1024");
        putWindow(state, "-300", "700");
    });
    row("table behind a window", [](DcmItem &state) {
        putWindow(state, "2000", "3000");
        state.remove(DCM_PresentationLUTShape);
        DcmItem *item = nullptr;
        state.findOrCreateSequenceItem(DCM_PresentationLUTSequence, item);
        std::vector<Uint16> entries(1024);
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = static_cast<Uint16>(1023 - i * i / 1024);
        putTable(*item, entries, 0, 10);
    });
    row("table in place of a window", [](DcmItem &state) {
        DcmItem *voi = nullptr;
        state.findOrCreateSequenceItem(DCM_SoftcopyVOILUTSequence, voi);
        DcmItem *item = nullptr;
        voi->findOrCreateSequenceItem(DCM_VOILUTSequence, item);
        std::vector<Uint16> entries(2048);
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = static_cast<Uint16>(i * i / 64);
        putTable(*item, entries, 1000, 16);
    });
    for (const int rotation : {0, 90, 180, 270}) {
        for (const char *flip : {"N", "Y"})
            row(qPrintable(u"turned by %1, mirrored %2"_s.arg(rotation).arg(QLatin1String(flip))),
                [rotation, flip](DcmItem &state) { turn(state, static_cast<Uint16>(rotation), flip); });
    }
    const Change rectangle = [](DcmItem &state) {
        put(state, DCM_ShutterShape, "RECTANGULAR");
        put(state, DCM_ShutterLeftVerticalEdge, "10");
        put(state, DCM_ShutterRightVerticalEdge, "50");
        put(state, DCM_ShutterUpperHorizontalEdge, "5");
        put(state, DCM_ShutterLowerHorizontalEdge, "40");
        state.putAndInsertUint16(DCM_ShutterPresentationValue, 0x8000);
    };
    row("rectangular shutter", rectangle);
    row("circular shutter", [](DcmItem &state) {
        put(state, DCM_ShutterShape, "CIRCULAR");
        put(state, DCM_CenterOfCircularShutter, "20\\30");
        put(state, DCM_RadiusOfCircularShutter, "15");
        state.putAndInsertUint16(DCM_ShutterPresentationValue, 0);
    });
    row("polygonal shutter", [](DcmItem &state) {
        put(state, DCM_ShutterShape, "POLYGONAL");
        put(state, DCM_VerticesOfThePolygonalShutter, "5\\5\\5\\45\\40\\45\\40\\5");
        state.putAndInsertUint16(DCM_ShutterPresentationValue, 0);
    });
    row("bitmap shutter", [](DcmItem &state) {
        put(state, DCM_ShutterShape, "BITMAP");
        state.putAndInsertUint16(DCM_ShutterOverlayGroup, 0x6000);
        state.putAndInsertUint16(DCM_ShutterPresentationValue, 0);
        state.putAndInsertUint16(DcmTagKey(0x6000, 0x0010), kRows);
        state.putAndInsertUint16(DcmTagKey(0x6000, 0x0011), kColumns);
        put(state, DcmTagKey(0x6000, 0x0040), "G");
        const Sint16 origin[] = {1, 1};
        state.putAndInsertSint16Array(DcmTagKey(0x6000, 0x0050), origin, 2);
        state.putAndInsertUint16(DcmTagKey(0x6000, 0x0100), 1);
        state.putAndInsertUint16(DcmTagKey(0x6000, 0x0102), 0);
        std::vector<Uint16> bits(std::size_t{kColumns} * kRows / 16);
        for (std::size_t i = 0; i < bits.size(); i += 3)
            bits[i] = 0x0F1E;
        state.putAndInsertUint16Array(DcmTagKey(0x6000, 0x3000), bits.data(),
                                      static_cast<unsigned long>(bits.size()));
    });
    row("shutter before turning", [rectangle](DcmItem &state) {
        rectangle(state);
        turn(state, 90, "Y");
    });
}

void TestPresentationState::rendersAsAnotherProgramDoes()
{
    REQUIRE_OUTSIDE("dcmp2pgm");
    QFETCH(QString, photometric);
    QFETCH(Change, change);
    const auto image = save(
        u"image.dcm"_s, [&](DcmItem &dataset) { fillImage(dataset, photometric.toLatin1().constData()); });
    const auto state = save(u"state.dcm"_s, [&](DcmItem &dataset) { fillState(dataset, change); });

    compare(state, image,
            {.seriesInstanceUid = QLatin1String(kSeriesUid), .sopInstanceUid = QLatin1String(kImageUid)});
}

void TestPresentationState::hidesWhatIsOutsideItsShutters()
{
    const auto path = save(u"state.dcm"_s, [](DcmItem &dataset) {
        fillState(dataset, [](DcmItem &state) {
            put(state, DCM_ShutterShape, "RECTANGULAR\\CIRCULAR\\POLYGONAL");
            put(state, DCM_ShutterLeftVerticalEdge, "10");
            put(state, DCM_ShutterRightVerticalEdge, "50");
            put(state, DCM_ShutterUpperHorizontalEdge, "5");
            put(state, DCM_ShutterLowerHorizontalEdge, "40");
            put(state, DCM_CenterOfCircularShutter, "20\\30");
            put(state, DCM_RadiusOfCircularShutter, "30");
            put(state, DCM_VerticesOfThePolygonalShutter, "1\\1\\1\\48\\48\\48\\48\\1");
            state.putAndInsertUint16(DCM_ShutterPresentationValue, 0x8000);
        });
    });

    const auto state = dicom::readPresentationState(path);
    QVERIFY(state);
    const auto &shutter = state->shutter;

    // Attributes count columns and rows from 1; what they name is still seen.
    QVERIFY(!shutter.hides(9, 19));
    QVERIFY(shutter.hides(8, 19));
    QVERIFY(!shutter.hides(29, 4));
    QVERIFY(shutter.hides(29, 3));
    QVERIFY(!shutter.hides(29, 39));
    QVERIFY(shutter.hides(29, 40));
    QVERIFY(!shutter.hides(47, 19));
    QVERIFY(shutter.hides(48, 19)); // beyond the polygon
    QVERIFY(shutter.hides(9, 39 + 1));
    QVERIFY(std::abs(shutter.presentationValue - 0.5) < 1e-4);
}

void TestPresentationState::overlaysAreSeenWhereALayerIsNamed()
{
    const auto path = save(u"state.dcm"_s, [](DcmItem &dataset) {
        fillState(dataset, [](DcmItem &state) {
            state.putAndInsertString(DcmTag(0x6000, 0x1001, EVR_CS), "MARKS");
            state.putAndInsertString(DcmTag(0x6002, 0x1001, EVR_CS), ""); // named and not activated
            state.putAndInsertString(DcmTag(0x6004, 0x1001, EVR_CS), "MARKS");
            state.putAndInsertUint16(DcmTag(0x6004, 0x0010, EVR_US), 2);
            state.putAndInsertUint16(DcmTag(0x6004, 0x0011, EVR_US), 4);
            const std::array<Uint8, 2> bits{0x81, 0};
            state.putAndInsertUint8Array(DcmTag(0x6004, 0x3000, EVR_OB), bits.data(), bits.size());
        });
    });

    const auto state = dicom::readPresentationState(path);

    QVERIFY(state);
    QCOMPARE(state->overlays.size(), 2U);
    QCOMPARE(state->overlays[0], (imaging::ActiveOverlay{.group = 0x6000, .layer = u"MARKS"_s}));
    QCOMPARE(state->overlays[1].group, 0x6004);
    QVERIFY(state->overlays[1].plane);
    QVERIFY(state->overlays[1].plane->marks(0, 0));
    QVERIFY(state->overlays[1].plane->marks(1, 3));
    QVERIFY(!state->overlays[1].plane->marks(1, 0));
}

void TestPresentationState::isNotAppliedToWhatItDoesNotName()
{
    const auto image = save(u"image.dcm"_s, [](DcmItem &dataset) { fillImage(dataset, "MONOCHROME2"); });
    const auto frame = dicom::decodeFrame(image, 0);
    QVERIFY(frame);
    const auto path = save(u"state.dcm"_s, [](DcmItem &dataset) {
        fillState(dataset, [](DcmItem &state) {
            DcmItem *series = nullptr;
            state.findOrCreateSequenceItem(DCM_ReferencedSeriesSequence, series);
            DcmItem *reference = nullptr;
            series->findOrCreateSequenceItem(DCM_ReferencedImageSequence, reference);
            put(*reference, DCM_ReferencedFrameNumber, "1\\3");
        });
    });
    const auto state = dicom::readPresentationState(path);
    QVERIFY(state);
    const auto codeFor = [&](const QString &series, const QString &instance, int index) {
        const auto shown = imaging::presentationOf(*state, {series, instance, index}, **frame);
        return shown ? QString() : shown.error().code;
    };
    const QString series = QLatin1String(kSeriesUid);
    const QString instance = QLatin1String(kImageUid);

    QCOMPARE(codeFor(series, instance, 0), QString());
    QCOMPARE(codeFor(series, instance, 1), u"presentation.other-image"_s);
    QCOMPARE(codeFor(series, instance, 2), QString());
    QCOMPARE(codeFor(series, u"1.2.3"_s, 0), u"presentation.other-image"_s);
    QCOMPARE(codeFor(u"1.2.3"_s, instance, 0), u"presentation.other-series"_s);
    QCOMPARE(codeFor(series, QString(), 0), u"presentation.other-image"_s);
}

void TestPresentationState::namesWhatItCannotRead()
{
    const auto path = save(u"state.dcm"_s, [](DcmItem &dataset) {
        fillState(dataset, [](DcmItem &state) {
            state.putAndInsertUint16(DCM_ImageRotation, 45);
            DcmItem *annotation = nullptr;
            state.findOrCreateSequenceItem(DCM_GraphicAnnotationSequence, annotation);
            DcmItem *graphic = nullptr;
            annotation->findOrCreateSequenceItem(DCM_GraphicObjectSequence, graphic);
            put(*graphic, DCM_GraphicType, "SPIRAL");
            put(*graphic, DCM_GraphicAnnotationUnits, "PIXEL");
        });
    });

    const auto state = dicom::readPresentationState(path);

    QVERIFY(state);
    QCOMPARE(state->turn.quarters, 0);
    QStringList codes;
    for (const auto &defect : state->defects)
        codes.append(defect.code);
    QCOMPARE(codes, (QStringList{u"presentation.rotation"_s, u"presentation.graphic-unreadable"_s}));
}

void TestPresentationState::saysWhatIsNotApplied_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("attribute");
    const auto row = [](const char *what, const char *attribute, const Change &change) {
        QTest::newRow(what) << change << QString::fromLatin1(attribute);
    };
    const auto itemOf = [](DcmItem &item, const DcmTagKey &sequence) {
        DcmItem *made = nullptr;
        item.findOrCreateSequenceItem(sequence, made);
        return made;
    };
    const DcmTag compound(0x0070, 0x0209, EVR_SQ);
    const DcmTag number(0x0070, 0x0226, EVR_UL);
    const auto withCompound = [=](DcmItem &state, Uint32 drawnAs) {
        auto *annotation = itemOf(state, DCM_GraphicAnnotationSequence);
        itemOf(*annotation, compound)->putAndInsertUint32(number, 7);
        auto *text = itemOf(*annotation, DCM_TextObjectSequence);
        const Float32 anchor[]{1, 1};
        put(*text, DCM_UnformattedTextValue, "5 cm");
        put(*text, DCM_AnchorPointAnnotationUnits, "PIXEL");
        text->putAndInsertFloat32Array(DCM_AnchorPoint, anchor, 2);
        text->putAndInsertUint32(number, drawnAs);
    };
    row("nothing", "", [](DcmItem &) {});
    row("mask", "(0028,6100)", [=](DcmItem &state) {
        put(*itemOf(state, DCM_MaskSubtractionSequence), DCM_MaskOperation, "AVG_SUB");
    });
    row("viewing mode", "(0028,6100)", [](DcmItem &state) { put(state, DCM_RecommendedViewingMode, "SUB"); });
    row("compound graphic", "(0070,0209)", [=](DcmItem &state) { withCompound(state, 8); });
    row("compound graphic drawn in simple ones", "", [=](DcmItem &state) { withCompound(state, 7); });
    row("curve", "(50xx,1001)", [](DcmItem &state) { put(state, DcmTag(0x5002, 0x1001, EVR_CS), "LAYER"); });
    row("modality table", "(0028,3000)",
        [=](DcmItem &state) { put(*itemOf(state, DCM_ModalityLUTSequence), DCM_ModalityLUTType, "HU"); });
    row("window", "(0028,3110)",
        [=](DcmItem &state) { put(*itemOf(state, DCM_SoftcopyVOILUTSequence), DCM_WindowCenter, "40"); });
    row("presentation table", "(2050,0010)", [=](DcmItem &state) {
        put(*itemOf(state, DCM_PresentationLUTSequence), DCM_LUTExplanation, "none");
    });
    row("shutter without edges", "(0018,1600)",
        [](DcmItem &state) { put(state, DCM_ShutterShape, "RECTANGULAR"); });
    row("bitmap shutter without bitmap", "(0018,1600)",
        [](DcmItem &state) { put(state, DCM_ShutterShape, "BITMAP"); });
}

/// On the picture stands NOT ALL OF IT is applied wherever there is a defect.
void TestPresentationState::saysWhatIsNotApplied()
{
    QFETCH(Change, change);
    QFETCH(QString, attribute);
    const auto path = save(u"state.dcm"_s, [&](DcmItem &dataset) { fillState(dataset, change); });

    const auto state = dicom::readPresentationState(path);

    QVERIFY(state);
    const auto expected = attribute.isEmpty()
        ? std::vector<imaging::Defect>()
        : std::vector<imaging::Defect>{{u"presentation.not-applied"_s, attribute}};
    QCOMPARE(state->defects, expected);
}

void TestPresentationState::refusesStatesOfOtherKinds()
{
    const auto path = save(u"colour.dcm"_s, [](DcmItem &dataset) {
        fillState(dataset, [](DcmItem &state) {
            put(state, DCM_SOPClassUID, UID_ColorSoftcopyPresentationStateStorage);
        });
    });

    const auto state = dicom::readPresentationState(path);

    QVERIFY(!state);
    QCOMPARE(state.error().code, u"presentation.unsupported"_s);
}

void TestPresentationState::survivesDamagedFiles()
{
    REQUIRE_SHARED_DICOM(folder);
    QFile file(folder + u"/made/gsps.dcm"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();

    for (qsizetype size = 0; size <= whole.size(); size += 7) {
        const auto state = dicom::parsePresentationState(whole.first(size));
        QVERIFY(state || !state.error().code.isEmpty());
    }

    QVERIFY(dicom::parsePresentationState(whole));
}

QTEST_GUILESS_MAIN(TestPresentationState)
#include "test_presentation_state.moc"
