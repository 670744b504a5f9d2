#include "fake_image_source.h"
#include "imaging/views/active_view.h"
#include "imaging/views/plane_view.h"
#include "imaging/views/volume_commands.h"
#include "imaging/views/volume_view.h"
#include "imaging/volume/voxel_reserve.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/phantom_ct_writer.h"
#include "panel_fixture.h"

#include <QDir>
#include <QMenu>
#include <QTemporaryDir>

#include <cmath>

using namespace simiao;
using namespace simiao::viewer;
using imaging::operator-;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 40;

/// The chest of the test world's patient, drawn once.
QString chest(const administration::Patient &patient)
{
    static const QTemporaryDir folder;
    if (QDir(folder.path()).isEmpty())
        static_cast<void>(dicom::writePhantomStudy({.folder = folder.path(),
                                                    .patientName = patient.name,
                                                    .patientId = patient.mrn,
                                                    .birthDate = patient.birthDate.toIso(),
                                                    .sex = u"M"_s,
                                                    .studyInstanceUid = u"2.25.1"_s,
                                                    .studyDate = u"2026-11-22"_s,
                                                    .slices = kSlices}));
    return folder.path();
}

/// Mean grey of a square of the plane around a place of the patient.
int greyAt(PlaneView &plane, const imaging::Vector3 &place)
{
    constexpr int kEdge = 6;
    const auto at = plane.lens().toView(place).toPoint();
    const QRect around(at - QPoint(kEdge / 2, kEdge / 2), QSize(kEdge, kEdge));
    const auto mean =
        plane.grab(around).toImage().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return qGray(mean.pixel(0, 0));
}

/// Keeps a picture of the panel where SIMIAO_PICTURES names a folder: for the eye.
void keepPicture(test::PanelFixture &f, const QString &name)
{
    const auto folder = qEnvironmentVariable("SIMIAO_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(f.panel->grab().save(folder + u'/' + name + u".png"_s));
}

} // namespace

/// Planes through the series of a panel, by the real source and real files.
class TestVolumeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void standsInPlaceOfTheSlicesAndGoesBack();
    void showsTheWindowOfTheSlices();
    void linesMoveAndTurnThePlanes();
    void keysStepAndTurn();
    void slabsByKeyAndMenu();
    void measuresALengthInThePatient();
    void aLengthIsSeenInTheSliceThatItIsIn();
    void measuresByKeyboard();
    void whatWasMeasuredIsKept();
    void saysWhatItCannotReadOfTheJournal_data();
    void saysWhatItCannotReadOfTheJournal();
    void theNextPlanesStandInTheMemoryOfTheLast();
    void refusesWhatIsTooLarge();
    void refusesASeriesWithAGap();
    void saysThatSpacingIsUneven();
    void saysThatSlicesDoNotTouch();
    void aStateThatIsNotForPlanesIsSaid();
    void lettersOfThePanelDoNothingUnseen();
    void anotherSeriesEndsThePlanes();
    void onePlaneAlone();

private:
    VolumeView *view() { return f->panel->findChild<VolumeView *>(); }
    PlaneView *plane(PlaneKind kind) { return view()->plane(kind); }
    bool opened(const QStringList &places)
    {
        f->open(places);
        f->panel->resize(900, 700);
        if (!QTest::qWaitFor([this] { return f->viewport()->isLoaded(); }, test::kComesWithinMs))
            return false;
        f->press(Qt::Key_M, Qt::ShiftModifier);
        return view() && QTest::qWaitFor([this] { return view()->isLoaded(); }, test::kComesWithinMs);
    }

    std::unique_ptr<test::PanelFixture> f;
};

void TestVolumeView::init()
{
    f = std::make_unique<test::PanelFixture>(std::make_shared<dicom::FileImageSource>(1));
}

void TestVolumeView::standsInPlaceOfTheSlicesAndGoesBack()
{
    QVERIFY(opened({chest(f->patient())}));

    QVERIFY(!f->viewport()->isVisible());
    QCOMPARE(plane(PlaneKind::Axial)->edgeText(), u"R L A P"_s);
    QCOMPARE(plane(PlaneKind::Coronal)->edgeText(), u"R L H F"_s);
    QCOMPARE(plane(PlaneKind::Sagittal)->edgeText(), u"A P H F"_s);
    QVERIFY(plane(PlaneKind::Axial)->text().contains(u"张伟 M 45y; MRN 100238"_s));
    QVERIFY(plane(PlaneKind::Coronal)->text().contains(u"张伟"_s));
    keepPicture(*f, u"mpr-mediastinum"_s);
    QVERIFY(f->desk.commands.contains(u"imaging.mpr"_s));
    f->press(Qt::Key_Escape);
    QTRY_VERIFY(!view());
    QVERIFY(f->viewport()->isVisible());
    QCOMPARE(QApplication::focusWidget(), f->viewport());
}

void TestVolumeView::showsTheWindowOfTheSlices()
{
    QVERIFY(opened({chest(f->patient())}));

    f->press(Qt::Key_1);

    QCOMPARE(view()->windowText(), u"W 1500 L -600"_s);
    // Air beside the chest, as the window makes it.
    const double air = imaging::VoiWindow{-600, 1500}.fraction(-1000) * 255;
    auto *coronal = plane(PlaneKind::Coronal);
    QTRY_VERIFY(coronal->isLoaded());
    const auto grey = greyAt(*coronal, {-170, 0, -100});
    QVERIFY2(std::abs(grey - air) <= 4, qPrintable(QString::number(grey)));
    keepPicture(*f, u"mpr-lung"_s);
    f->press(Qt::Key_Escape);
    QCOMPARE(f->viewport()->windowText(), u"W 1500 L -600"_s);
}

void TestVolumeView::linesMoveAndTurnThePlanes()
{
    QVERIFY(opened({chest(f->patient())}));
    auto *axial = plane(PlaneKind::Axial);
    const auto before = view()->stage()->planes();
    const auto lens = axial->lens();
    const auto cross = lens.toView(before.centre()).toPoint();
    const auto drag = [axial](const QPoint &from, const QPoint &to) {
        QTest::mouseMove(axial, from);
        QTest::mousePress(axial, Qt::LeftButton, {}, from);
        QTest::mouseMove(axial, (from + to) / 2);
        QTest::mouseMove(axial, to);
        QTest::mouseRelease(axial, Qt::LeftButton, {}, to);
    };

    // The coronal plane's line, a quarter of the way out, is pulled down: towards the back, and nowhere else.
    drag(cross + QPoint(60, 0), cross + QPoint(80, 40));
    const auto moved = view()->stage()->planes().centre();
    QVERIFY(std::abs(moved[1] - before.centre()[1] - 40 * lens.mmPerPixel()) < 0.01);
    QVERIFY(std::abs(moved[0] - before.centre()[0]) < 0.01);
    view()->stage()->setPlanes(before);

    // Its grip is pulled round by a quarter turn.
    const int radius = int(gripRadius(axial->size()));
    drag(cross + QPoint(radius, 0), cross + QPoint(int(radius * std::cos(0.5)), int(radius * std::sin(0.5))));
    const auto line = view()->stage()->planes().cut(PlaneKind::Axial, PlaneKind::Coronal);
    QVERIFY(std::abs(std::abs(line[1] / line[0]) - std::tan(0.5)) < 0.02);
    QCOMPARE(plane(PlaneKind::Coronal)->edgeText(), u"RA LP H F"_s);
    QVERIFY(plane(PlaneKind::Coronal)->planeText().startsWith(u"Oblique"_s));
    QTRY_VERIFY(view()->isLoaded());
    keepPicture(*f, u"mpr-oblique"_s);

    f->press(Qt::Key_R);
    QVERIFY(view()->stage()->planes() == before);
}

void TestVolumeView::keysStepAndTurn()
{
    QVERIFY(opened({chest(f->patient())}));
    auto *stage = view()->stage();
    plane(PlaneKind::Axial)->setFocus();
    const auto before = stage->planes().centre();

    f->press(Qt::Key_Down);
    QVERIFY(std::abs(stage->planes().centre()[2] - before[2] + 290.0 / kSlices) < 0.01);
    f->press(Qt::Key_Up);
    QVERIFY(imaging::length(stage->planes().centre() - before) < 1e-6);
    QTest::keyClick(plane(PlaneKind::Axial), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(std::abs(stage->planes().centre()[0] - before[0] - 1) < 1e-6);
    QTest::keyClick(plane(PlaneKind::Axial), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(plane(PlaneKind::Sagittal)->planeText().startsWith(u"Oblique"_s));
    // Beyond the volume there is nothing to go to.
    for (int i = 0; i < 40; ++i)
        f->press(Qt::Key_PageUp);
    const auto top = stage->volume()->geometry().voxelAt(stage->planes().centre());
    QVERIFY(top[2] <= kSlices - 0.5);
}

void TestVolumeView::slabsByKeyAndMenu()
{
    QVERIFY(opened({chest(f->patient())}));
    f->press(Qt::Key_1);

    f->press(Qt::Key_M);
    for (int i = 0; i < 8; ++i)
        f->press(Qt::Key_BracketRight);
    QCOMPARE(view()->slabText(), u"MIP, 20 mm"_s);
    QTRY_VERIFY(view()->isLoaded());
    QVERIFY(plane(PlaneKind::Coronal)->text().contains(u"MIP, 20 mm"_s));
    keepPicture(*f, u"mpr-mip"_s);

    auto *menu = plane(PlaneKind::Axial)->findChild<QMenu *>();
    for (auto *action : menu->actions()) {
        if (action->text() == u"MinIP"_s || action->text() == u"5 mm"_s)
            action->trigger();
    }
    QCOMPARE(view()->slabText(), u"MinIP, 5 mm"_s);
}

void TestVolumeView::measuresALengthInThePatient()
{
    QVERIFY(opened({chest(f->patient())}));
    auto *coronal = plane(PlaneKind::Coronal);
    const auto lens = coronal->lens();

    f->press(Qt::Key_L);
    QTest::mouseClick(coronal, Qt::LeftButton, {}, {40, 40});
    QTest::mouseClick(coronal, Qt::LeftButton, {}, {140, 40});

    const auto expected = 100 * lens.mmPerPixel();
    const auto text = coronal->measureText();
    QVERIFY2(std::abs(text.section(u' ', 0, 0).toDouble() - expected) <= 0.51, qPrintable(text));
    QVERIFY2(text.endsWith(u" mm, by volume geometry"_s), qPrintable(text));
    keepPicture(*f, u"mpr-length"_s);
    // It belongs to its plane.
    coronal->setFocus();
    f->press(Qt::Key_PageDown);
    QCOMPARE(coronal->measureText(), QString());
    f->press(Qt::Key_PageUp);
    QCOMPARE(coronal->measureText(), text);
    f->press(Qt::Key_Backspace);
    QCOMPARE(coronal->measureText(), QString());
}

void TestVolumeView::aLengthIsSeenInTheSliceThatItIsIn()
{
    QVERIFY(opened({chest(f->patient())}));
    auto *stage = view()->stage();
    auto *axial = plane(PlaneKind::Axial);
    f->press(Qt::Key_L);
    QTest::mouseClick(axial, Qt::LeftButton, {}, {40, 40});
    QTest::mouseClick(axial, Qt::LeftButton, {}, {140, 40});
    const auto text = axial->measureText();
    QVERIFY(!text.isEmpty());
    // The slices of the chest are far thicker than its columns are wide.
    QVERIFY(stage->stepMm(PlaneKind::Axial) > 3 * stage->volume()->geometry().finestStepMm());
    const auto drawnOn = stage->planes();
    const auto seenFrom = [&](double steps) {
        auto planes = drawnOn;
        planes.push(PlaneKind::Axial, steps * stage->stepMm(PlaneKind::Axial));
        stage->setPlanes(planes);
        return axial->measureText();
    };

    QCOMPARE(seenFrom(0.45), text);
    QCOMPARE(seenFrom(-0.45), text);
    QCOMPARE(seenFrom(0.55), QString());
    QCOMPARE(seenFrom(-0.55), QString());
    QCOMPARE(seenFrom(0), text);
    QCOMPARE(plane(PlaneKind::Coronal)->measureText(), QString());
    axial->setFocus();
    f->press(Qt::Key_Left); // turns the others: this plane stays
    QCOMPARE(axial->measureText(), text);
    plane(PlaneKind::Coronal)->setFocus();
    f->press(Qt::Key_Left); // by a degree
    QCOMPARE(axial->measureText(), QString());
    f->press(Qt::Key_Right);
    QCOMPARE(axial->measureText(), text);
}

void TestVolumeView::whatWasMeasuredIsKept()
{
    QVERIFY(opened({chest(f->patient())}));
    f->press(Qt::Key_L);
    QTest::mouseClick(plane(PlaneKind::Coronal), Qt::LeftButton, {}, {40, 40});
    QTest::mouseClick(plane(PlaneKind::Coronal), Qt::LeftButton, {}, {140, 60});
    const auto text = plane(PlaneKind::Coronal)->measureText();
    QVERIFY(text.endsWith(u" mm, by volume geometry"_s));
    const auto before = view()->stage()->lengths();

    f->press(Qt::Key_M, Qt::ShiftModifier); // back to the slices: the volume is let go of
    QTRY_VERIFY(!view());
    f->viewport()->setFocus();
    f->press(Qt::Key_M, Qt::ShiftModifier);
    QTRY_VERIFY(view() && view()->isLoaded());
    QCOMPARE(view()->stage()->lengths(), before);

    f->panel.reset(); // the program, too
    f->visit->markSigned();
    QVERIFY(opened({chest(f->patient())}));
    QCOMPARE(view()->stage()->lengths(), before);
    QCOMPARE(plane(PlaneKind::Coronal)->measureText(), text);
    plane(PlaneKind::Coronal)->setFocus();
    f->press(Qt::Key_Backspace);
    f->panel.reset();
    QVERIFY(opened({chest(f->patient())}));
    QVERIFY(view()->stage()->lengths().empty());
}

void TestVolumeView::saysWhatItCannotReadOfTheJournal_data()
{
    QTest::addColumn<QString>("text");
    const auto length = u"[{\"from\":%1,\"to\":[1,2,3],\"plane\":%2,\"slabMm\":%3}]"_s;
    const auto place = u"[0,0,0]"_s;
    const auto plane = u"[1,0,0,0,1,0]"_s;
    QTest::newRow("cut") << u"[{\"from\":"_s;
    QTest::newRow("no list") << u"{}"_s;
    QTest::newRow("nothing in it") << u"[{}]"_s;
    QTest::newRow("two coordinates") << length.arg(u"[0,0]"_s, plane, u"0"_s);
    QTest::newRow("beyond all numbers") << length.arg(u"[0,0,1e999]"_s, plane, u"0"_s);
    QTest::newRow("a plane of one direction") << length.arg(place, u"[1,0,0,1,0,0]"_s, u"0"_s);
    QTest::newRow("a slab of less than nothing") << length.arg(place, plane, u"-2"_s);
}

void TestVolumeView::saysWhatItCannotReadOfTheJournal()
{
    QFETCH(QString, text);
    QVERIFY(opened({chest(f->patient())}));
    const auto field = u"kept.volume."_s + view()->stage()->series().seriesInstanceUid;
    f->panel.reset();
    const auto patient = f->patient().id.uuid;
    f->desk.memoryDrafts().record({patient, patient, field, text});

    QVERIFY(opened({chest(f->patient())}));

    QCOMPARE(f->desk.lastErrorCode(), u"draft.unreadable"_s);
    QVERIFY(view()->stage()->lengths().empty());
    QCOMPARE(f->desk.memoryDrafts().entriesOf(patient).front().text, text);
}

void TestVolumeView::measuresByKeyboard()
{
    QVERIFY(opened({chest(f->patient())}));
    auto *axial = plane(PlaneKind::Axial);
    axial->setFocus();

    f->press(Qt::Key_L);
    f->press(Qt::Key_Return);
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(axial, Qt::Key_Right, Qt::ControlModifier);
    f->press(Qt::Key_Return);

    QVERIFY2(axial->measureText().startsWith(u"12"_s), qPrintable(axial->measureText()));
    // Esc puts a tool away before it leads back.
    f->press(Qt::Key_L);
    f->press(Qt::Key_Escape);
    QVERIFY(view());
}

void TestVolumeView::theNextPlanesStandInTheMemoryOfTheLast()
{
#ifndef Q_OS_LINUX
    QSKIP("kept on Linux alone");
#endif
    QVERIFY(opened({chest(f->patient())}));
    const auto bytes = view()->stage()->volume()->byteSize();
    const std::weak_ptr<imaging::VoxelReserve> reserve = imaging::VoxelReserve::held();
    QVERIFY(!reserve.expired());
    QCOMPARE(reserve.lock()->bytes(), 0);
    const auto *meter = f->panel->findChild<QWidget *>(u"imaging.memory"_s);
    QVERIFY2(meter->property("text").toString().contains(u"\nVolumes in memory: 5 of 2048 MB"_s),
             qPrintable(meter->property("text").toString()));

    f->press(Qt::Key_M, Qt::ShiftModifier);
    QTRY_VERIFY(reserve.lock()->bytes() >= bytes);
    const auto told = meter->property("text").toString();
    QVERIFY2(told.contains(u"\nMemory kept for the next planes: 6 of 512 MB"_s), qPrintable(told));
    QVERIFY2(!told.contains(u"Volumes"_s), qPrintable(told));
    QTRY_VERIFY(!view());
    f->viewport()->setFocus();
    f->press(Qt::Key_M, Qt::ShiftModifier);
    QTRY_VERIFY(view() && view()->isLoaded());
    QCOMPARE(reserve.lock()->bytes(), 0);

    f->panel.reset();
    QVERIFY(reserve.expired());
}

void TestVolumeView::refusesWhatIsTooLarge()
{
    f->open({chest(f->patient())});
    QTRY_VERIFY(f->viewport()->isLoaded());
    ImageStack stack(f->desk.imageSource, std::make_shared<FrameCache>());
    const auto series = QCoro::waitFor(f->desk.imageSource->list(chest(f->patient()), {})).value();
    stack.setSeries(series.front());

    VolumeView small(f->desk.imageSource, &stack, {}, {}, 1 << 20);

    QTRY_VERIFY2(small.text().contains(u"too large"_s), qPrintable(small.text()));
    QVERIFY(small.text().contains(u"at most 1 MB"_s));
    QVERIFY(!small.stage()->volume());
}

void TestVolumeView::refusesASeriesWithAGap()
{
    QTemporaryDir folder;
    const QDir original(chest(f->patient()));
    const auto names = original.entryList(QDir::Files, QDir::Name);
    for (int i = 0; i < names.size(); ++i) {
        if (i != 17)
            QVERIFY(QFile::copy(original.filePath(names[i]), folder.filePath(names[i])));
    }
    f->open({folder.path()});
    QTRY_VERIFY(f->viewport()->isLoaded());

    f->press(Qt::Key_M, Qt::ShiftModifier);

    QTRY_VERIFY2(view()->text().contains(u"Slices are missing"_s), qPrintable(view()->text()));
    keepPicture(*f, u"mpr-gap"_s);
    f->press(Qt::Key_Escape);
    QTRY_VERIFY(f->viewport()->isVisible());
}

/// Frames whose places the test says.
class PlacedSource : public test::FakeImageSource
{
public:
    double unevenMm = 0.3;
    std::optional<double> thicknessMm;

    Task<Picture> frame(workflow::ImageInstance instance, int, std::stop_token) override
    {
        auto facts = picture->facts();
        facts.orientation = imaging::ImageOrientation{{1, 0, 0}, {0, 1, 0}};
        facts.position =
            imaging::Vector3{0, 0, instance.instanceNumber * 2.0 + (instance.instanceNumber % 2) * unevenMm};
        facts.sliceThicknessMm = thicknessMm;
        facts.spacing = {1, 1, imaging::SpacingBasis::PixelSpacing};
        const auto bytes = picture->bytes();
        co_return Picture(imaging::Frame::create(facts, {bytes.begin(), bytes.end()}));
    }
};

void TestVolumeView::saysThatSpacingIsUneven()
{
    auto source = std::make_shared<PlacedSource>();
    f = std::make_unique<test::PanelFixture>(source);
    source->places[u"/ct"_s] = std::vector{test::aSeries(u"1"_s, 8, f->patient())};

    QVERIFY(opened({u"/ct"_s}));

    QVERIFY2(view()->text().contains(u"Uneven slice spacing (1.70 to 2.30 mm)"_s),
             qPrintable(view()->text()));
    for (const auto kind : kPlanes)
        QVERIFY(plane(kind)->text().contains(u"UNEVEN SPACING"_s));
    f->press(Qt::Key_L);
    QTest::mouseClick(plane(PlaneKind::Axial), Qt::LeftButton, {}, {40, 40});
    QTest::mouseClick(plane(PlaneKind::Axial), Qt::LeftButton, {}, {90, 40});
    QVERIFY(plane(PlaneKind::Axial)->measureText().contains(u"UNEVEN spacing"_s));
    keepPicture(*f, u"mpr-uneven"_s);
}

/// As where every second slice of a study is missing.
void TestVolumeView::saysThatSlicesDoNotTouch()
{
    auto source = std::make_shared<PlacedSource>();
    source->unevenMm = 0;
    source->thicknessMm = 1;
    f = std::make_unique<test::PanelFixture>(source);
    source->places[u"/ct"_s] = std::vector{test::aSeries(u"1"_s, 8, f->patient())};

    QVERIFY(opened({u"/ct"_s}));

    QVERIFY2(view()->text().contains(u"GAPS between the slices (1 mm / 2 mm"_s), qPrintable(view()->text()));
    for (const auto kind : kPlanes)
        QVERIFY(plane(kind)->text().contains(u"GAPS BETWEEN SLICES"_s));
    f->press(Qt::Key_L);
    QTest::mouseClick(plane(PlaneKind::Axial), Qt::LeftButton, {}, {40, 40});
    QTest::mouseClick(plane(PlaneKind::Axial), Qt::LeftButton, {}, {90, 40});
    QVERIFY(plane(PlaneKind::Axial)->measureText().contains(u"over GAPS between slices"_s));
}

/// Its scale is a table: the planes have the image's own window, and say so.
void TestVolumeView::aStateThatIsNotForPlanesIsSaid()
{
    auto source = std::make_shared<PlacedSource>();
    source->unevenMm = 0;
    f = std::make_unique<test::PanelFixture>(source);
    source->places[u"/ct"_s] = std::vector{test::aSeries(u"1"_s, 8, f->patient())};
    QVERIFY(opened({u"/ct"_s}));
    QVERIFY(!plane(PlaneKind::Axial)->text().contains(u"NOT APPLIED"_s));

    auto *stack = f->panel->findChild<ActiveView *>()->stack();
    auto state = std::make_shared<imaging::PresentationState>();
    state->modality.table = imaging::LookupTable{.firstMapped = 0, .entries = {0, 100}};
    state->images = {
        {.seriesInstanceUid = u"1"_s, .sopInstanceUid = stack->shownSlice()->instance.sopInstanceUid}};
    stack->setPresentation(state);
    QVERIFY(stack->presented());

    QVERIFY2(plane(PlaneKind::Axial)->text().contains(u"Presentation state NOT APPLIED"_s),
             qPrintable(plane(PlaneKind::Axial)->text()));
    QCOMPARE(view()->windowText(), u"W 400 L 40"_s);
}

/// The measuring tools of the slices have keys too; nobody sees what they would do.
void TestVolumeView::lettersOfThePanelDoNothingUnseen()
{
    QVERIFY(opened({chest(f->patient())}));

    for (const auto key : {Qt::Key_G, Qt::Key_C, Qt::Key_E, Qt::Key_P, Qt::Key_H, Qt::Key_A})
        f->press(key);

    QVERIFY(!f->viewport()->tool()->kind());
    QVERIFY(view());
}

void TestVolumeView::anotherSeriesEndsThePlanes()
{
    auto source = std::make_shared<PlacedSource>();
    f = std::make_unique<test::PanelFixture>(source);
    source->places[u"/ct"_s] =
        std::vector{test::aSeries(u"1"_s, 8, f->patient()), test::aSeries(u"2"_s, 8, f->patient())};
    QVERIFY(opened({u"/ct"_s}));

    view()->stage()->stack()->setSeries(test::aSeries(u"2"_s, 8, f->patient()));

    QTRY_VERIFY(!view());
}

void TestVolumeView::onePlaneAlone()
{
    QVERIFY(opened({chest(f->patient())}));
    plane(PlaneKind::Sagittal)->setFocus();

    f->press(Qt::Key_Z);

    QVERIFY(plane(PlaneKind::Sagittal)->isVisible());
    QVERIFY(!plane(PlaneKind::Axial)->isVisible());
    QTRY_VERIFY(view()->isLoaded());
    keepPicture(*f, u"mpr-one"_s);
    f->press(Qt::Key_Z);
    QVERIFY(plane(PlaneKind::Axial)->isVisible());
}

QTEST_MAIN(TestVolumeView)
#include "test_volume_view.moc"
