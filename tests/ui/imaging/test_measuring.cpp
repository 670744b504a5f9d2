#include "fake_image_source.h"
#include "imaging/spacing_ground.h"
#include "imaging/views/label_layout.h"
#include "imaging/views/measure_tool.h"
#include "imaging/views/region_painter.h"
#include "imaging/views/true_size.h"
#include "panel_fixture.h"

#include <QLineEdit>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;

namespace {

/// 64 x 64 Hounsfield units, all 40; rows 1 mm apart, columns 0.5 mm.
viewer::FramePtr aSpacedFrame(imaging::SpacingBasis basis, const QString &calibration)
{
    const auto plain = test::aFrame(64, 64);
    auto facts = plain->facts();
    facts.spacing = {.rowMm = 1, .columnMm = 0.5, .basis = basis, .calibration = calibration};
    facts.modality.unit = u"HU"_s;
    return *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
}

} // namespace

/// Measuring through the real panel, by keys and by pointer.
class TestMeasuring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void measuresALengthByKeyboardAlone();
    void measuresALengthByDragging();
    void measuresALengthByTwoClicks();
    void saysWhyALengthIsNotInMillimetres();
    void saysThatALengthIsAtTheDetector();
    void saysThatNobodyKnowsWhetherItIsAtTheDetector();
    void countsTheValuesOfARegion();
    void closesAPolygonByEnter();
    void everyKindCanBeDrawn_data();
    void everyKindCanBeDrawn();
    void arrowKeysLeafAgainAfterwards();
    void escapeDropsStepByStep();
    void undoAndRedoByKeys();
    void deletesTheSelectedOne();
    void tabGoesThroughThemAndOn();
    void movesAPointByKeys();
    void movesAPointByDragging();
    void draggingElsewhereStillChangesTheWindow();
    void zoomAndSizeKeepIt();
    void anotherSliceHidesIt();
    void aHalfDrawnOneEndsWithItsSlice();
    void writesWordsOnThePicture();
    void whatIsDrawnOutlivesThePanel();
    void saysWhatItCannotReadOfTheJournal();
    void labelsKeepOffWordsAndShapes();
    void aRegionSaysItsScale();
    void theRegionOfALengthIsSeenWhileItIsDrawn();

private:
    void open(imaging::SpacingBasis basis = imaging::SpacingBasis::PixelSpacing,
              const QString &calibration = {});
    QPoint at(double column, double row) const
    {
        return f->viewport()->mapping().toView({column, row}).toPoint();
    }
    const std::vector<imaging::Measurement> &shown() const { return f->viewport()->tool()->shown(); }
    QString said() const { return f->viewport()->measureText(); }
    void drag(QPoint from, QPoint to);
    /// A line of ten columns from the middle of the picture.
    void drawALine();

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
};

void TestMeasuring::init()
{
    f.reset();
    source = std::make_shared<FakeImageSource>();
    f = std::make_unique<PanelFixture>(source);
    source->places[u"/ct"_s] = std::vector{test::aSeries(u"1"_s, 5, f->patient())};
}

void TestMeasuring::open(imaging::SpacingBasis basis, const QString &calibration)
{
    source->picture = aSpacedFrame(basis, calibration);
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
}

void TestMeasuring::drag(QPoint from, QPoint to)
{
    QTest::mousePress(f->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(f->viewport(), (from + to) / 2);
    QTest::mouseMove(f->viewport(), to);
    QTest::mouseRelease(f->viewport(), Qt::LeftButton, {}, to);
}

void TestMeasuring::drawALine()
{
    PanelFixture::press(Qt::Key_L);
    PanelFixture::press(Qt::Key_Return);
    PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Return);
}

void TestMeasuring::measuresALengthByKeyboardAlone()
{
    open();

    drawALine();

    QCOMPARE(said(), u"Length: 5.0 mm, by pixel spacing"_s);
    QVERIFY(f->viewport()->accessibleDescription().startsWith(said()));
    QVERIFY(!f->viewport()->tool()->kind());
    QCOMPARE(f->viewport()->sliceText(), u"3/5"_s);
}

void TestMeasuring::measuresALengthByDragging()
{
    open();

    PanelFixture::press(Qt::Key_L);
    drag(at(10, 20), at(30, 20));

    QCOMPARE(shown().size(), 1U);
    QVERIFY2(said().startsWith(u"Length: 10.0 mm"_s) || said().startsWith(u"Length: 9.9 mm"_s)
                 || said().startsWith(u"Length: 10.1 mm"_s),
             qPrintable(said()));
    QCOMPARE(f->viewport()->windowText(), u"W 400 L 40"_s);
}

void TestMeasuring::measuresALengthByTwoClicks()
{
    open();

    PanelFixture::press(Qt::Key_L);
    QTest::mouseClick(f->viewport(), Qt::LeftButton, {}, at(10, 20));
    QCOMPARE(shown().size(), 0U);
    QTest::mouseClick(f->viewport(), Qt::LeftButton, {}, at(10, 40));

    QCOMPARE(shown().size(), 1U);
}

void TestMeasuring::saysWhyALengthIsNotInMillimetres()
{
    open(imaging::SpacingBasis::None);

    drawALine();

    QCOMPARE(said(), u"Length: 10.0 px, not in mm: the image states no spacing"_s);
}

void TestMeasuring::saysThatALengthIsAtTheDetector()
{
    open(imaging::SpacingBasis::ImagerPixelSpacing);

    drawALine();

    QCOMPARE(said(), u"Length: 5.0 mm, at detector"_s);
}

void TestMeasuring::saysThatNobodyKnowsWhetherItIsAtTheDetector()
{
    open(imaging::SpacingBasis::PlaneUnknown);
    viewer::setMeasured(f->viewport()->screen(), 4);

    PanelFixture::press(Qt::Key_Q);
    drawALine();
    const auto corner = f->viewport()->zoomText(); // not only until the next key

    viewer::setMeasured(f->viewport()->screen(), std::nullopt);
    QVERIFY2(corner.startsWith(u"True size by pixel spacing, unknown whether at detector"_s),
             qPrintable(corner));
    QCOMPARE(said(), u"Length: 5.0 mm, by pixel spacing, unknown whether at detector"_s);
}

void TestMeasuring::countsTheValuesOfARegion()
{
    open();

    PanelFixture::press(Qt::Key_S);
    PanelFixture::press(Qt::Key_Return);
    PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Down, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Return);

    QCOMPARE(
        said(),
        u"Rectangle: Mean 40.0 HU, SD 0.0 HU, Min 40, Max 40, 121 pixels, Area 50 mm², by pixel spacing"_s);
}

void TestMeasuring::closesAPolygonByEnter()
{
    open();

    PanelFixture::press(Qt::Key_P);
    for (const auto key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left}) {
        PanelFixture::press(key, Qt::ShiftModifier);
        PanelFixture::press(Qt::Key_Return);
    }
    QCOMPARE(shown().size(), 0U);
    PanelFixture::press(Qt::Key_Return);

    QCOMPARE(shown().size(), 1U);
    QCOMPARE(shown()[0].points.size(), 3U);
}

void TestMeasuring::everyKindCanBeDrawn_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("kind");
    QTest::newRow("length") << int(Qt::Key_L) << u"length"_s;
    QTest::newRow("angle") << int(Qt::Key_G) << u"angle"_s;
    QTest::newRow("cobb") << int(Qt::Key_C) << u"cobb"_s;
    QTest::newRow("diameters") << int(Qt::Key_B) << u"bidirectional"_s;
    QTest::newRow("ellipse") << int(Qt::Key_E) << u"ellipse"_s;
    QTest::newRow("rectangle") << int(Qt::Key_S) << u"rectangle"_s;
    QTest::newRow("probe") << int(Qt::Key_H) << u"probe"_s;
    QTest::newRow("arrow") << int(Qt::Key_W) << u"arrow"_s;
}

void TestMeasuring::everyKindCanBeDrawn()
{
    QFETCH(int, key);
    QFETCH(QString, kind);
    open();

    PanelFixture::press(Qt::Key(key));
    for (int i = 0; i < 4 && f->viewport()->tool()->kind(); ++i) {
        PanelFixture::press(i % 2 ? Qt::Key_Down : Qt::Key_Right, Qt::ShiftModifier);
        PanelFixture::press(Qt::Key_Return);
    }

    QCOMPARE(shown().size(), 1U);
    QCOMPARE(imaging::kindCode(shown()[0].kind), kind);
    QVERIFY(!f->viewport()->grab().isNull());
}

void TestMeasuring::arrowKeysLeafAgainAfterwards()
{
    open();
    drawALine();

    PanelFixture::press(Qt::Key_Down);

    QTRY_COMPARE(f->viewport()->sliceText(), u"4/5"_s);
}

void TestMeasuring::escapeDropsStepByStep()
{
    open();
    PanelFixture::press(Qt::Key_L);
    PanelFixture::press(Qt::Key_Return);
    QVERIFY(f->viewport()->tool()->pending());

    PanelFixture::press(Qt::Key_Escape);
    QVERIFY(!f->viewport()->tool()->pending());
    QVERIFY(f->viewport()->tool()->kind());
    PanelFixture::press(Qt::Key_Escape);
    QVERIFY(!f->viewport()->tool()->kind());
    QVERIFY(shown().empty());
}

void TestMeasuring::undoAndRedoByKeys()
{
    open();
    drawALine();
    drawALine();

    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown().size(), 1U);
    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown().size(), 0U);
    PanelFixture::press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(shown().size(), 1U);
    QVERIFY(said().startsWith(u"Length: 5.0 mm"_s));
}

void TestMeasuring::deletesTheSelectedOne()
{
    open();
    drawALine();

    PanelFixture::press(Qt::Key_Delete);
    QVERIFY(shown().empty());
    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown().size(), 1U);
}

void TestMeasuring::tabGoesThroughThemAndOn()
{
    open();
    drawALine();
    drawALine();
    PanelFixture::press(Qt::Key_Escape);
    auto *tool = f->viewport()->tool();
    QVERIFY(tool->selected().isEmpty());

    PanelFixture::press(Qt::Key_Tab);
    QCOMPARE(tool->selected(), shown()[0].id);
    PanelFixture::press(Qt::Key_Tab);
    QCOMPARE(tool->selected(), shown()[1].id);
    PanelFixture::press(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != f->viewport());
}

void TestMeasuring::movesAPointByKeys()
{
    open();
    drawALine();

    PanelFixture::press(Qt::Key_Return); // takes hold of the first point
    PanelFixture::press(Qt::Key_Tab);    // of the second
    PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Escape);
    QVERIFY2(said().startsWith(u"Length: 15.0 mm"_s), qPrintable(said()));

    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier); // both steps
    QVERIFY(said().startsWith(u"Length: 5.0 mm"_s));
}

void TestMeasuring::movesAPointByDragging()
{
    open();
    drawALine();
    const auto end = shown()[0].points[1];

    drag(at(end.column, end.row) + QPoint(5, -5), at(end.column + 10, end.row));

    QVERIFY2(shown()[0].points[1].column > end.column + 8, qPrintable(said()));
    QCOMPARE(f->viewport()->windowText(), u"W 400 L 40"_s);
}

void TestMeasuring::draggingElsewhereStillChangesTheWindow()
{
    open();
    drawALine();

    drag({30, 200}, {40, 200});

    QVERIFY(f->viewport()->windowText() != u"W 400 L 40"_s);
    QVERIFY(f->viewport()->tool()->selected().isEmpty());
}

void TestMeasuring::zoomAndSizeKeepIt()
{
    open();
    drawALine();
    const auto before = shown();
    const auto words = said();

    PanelFixture::press(Qt::Key_Plus);
    f->panel->resize(400, 500);

    QCOMPARE(shown(), before);
    QCOMPARE(said(), words);
}

void TestMeasuring::anotherSliceHidesIt()
{
    open();
    drawALine();

    PanelFixture::press(Qt::Key_Down);
    QTRY_COMPARE(f->viewport()->sliceText(), u"4/5"_s);
    QVERIFY(shown().empty());
    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier); // nothing of this slice
    PanelFixture::press(Qt::Key_Up);
    QTRY_COMPARE(shown().size(), 1U);
}

void TestMeasuring::aHalfDrawnOneEndsWithItsSlice()
{
    open();
    PanelFixture::press(Qt::Key_L);
    PanelFixture::press(Qt::Key_Return);

    PanelFixture::press(Qt::Key_PageDown);

    QTRY_COMPARE(f->viewport()->sliceText(), u"5/5"_s);
    QVERIFY(!f->viewport()->tool()->pending());
}

void TestMeasuring::writesWordsOnThePicture()
{
    open();

    PanelFixture::press(Qt::Key_T);
    PanelFixture::press(Qt::Key_Return);
    auto *editor = f->panel->findChild<QLineEdit *>(u"imaging.label"_s);
    QTRY_COMPARE(QApplication::focusWidget(), editor);
    QTest::keyClicks(editor, u"node"_s);
    PanelFixture::press(Qt::Key_Return);

    QCOMPARE(said(), u"Text: node"_s);
    QCOMPARE(QApplication::focusWidget(), f->viewport());
}

void TestMeasuring::whatIsDrawnOutlivesThePanel()
{
    open();
    drawALine();
    const auto before = shown();

    f->panel.reset();
    f->visit->markSigned(); // the visit's own draft goes, this does not
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    QCOMPARE(shown(), before);
    QVERIFY(!f->viewport()->tool()->canUndo());
}

void TestMeasuring::saysWhatItCannotReadOfTheJournal()
{
    const auto patient = f->patient().id.uuid;
    f->desk.memoryDrafts().record({patient, patient, u"kept.imaging.1.2#0"_s, u"[{}]"_s});

    open();

    QCOMPARE(f->desk.lastErrorCode(), u"draft.unreadable"_s);
    QCOMPARE(f->desk.memoryDrafts().entriesOf(patient).size(), 1U);
}

void TestMeasuring::labelsKeepOffWordsAndShapes()
{
    const QRectF view(0, 0, 400, 400);
    const std::vector<QRectF> taken{{0, 0, 150, 60}, {250, 0, 150, 60}};
    const std::vector<viewer::LabelRequest> requests{
        {{20, 70, 200, 4}, {120, 40}}, {{20, 90, 200, 4}, {120, 40}}, {{380, 380, 15, 15}, {120, 40}}};

    const auto places = viewer::placeLabels(requests, view, taken);

    for (std::size_t i = 0; i < places.size(); ++i) {
        QVERIFY(view.contains(places[i]));
        for (const auto &words : taken)
            QVERIFY(!places[i].intersects(words));
        for (const auto &request : requests)
            QVERIFY(!places[i].intersects(request.shape));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!places[i].intersects(places[j]));
    }
}

void TestMeasuring::aRegionSaysItsScale()
{
    using imaging::RegionUnit;
    imaging::UltrasoundRegion region{.right = 40, .bottom = 40};
    QVERIFY(viewer::regionText(region).contains(u"no lengths"_s));
    region.unitX = region.unitY = RegionUnit::Centimetre;
    region.deltaX = region.deltaY = 0.0125;
    QCOMPARE(viewer::regionText(region), u"0.125 mm in a pixel"_s);
    region.deltaY = -0.02; // upwards
    QCOMPARE(viewer::regionText(region), u"0.125 × 0.2 mm in a pixel"_s);
}

void TestMeasuring::theRegionOfALengthIsSeenWhileItIsDrawn()
{
    using imaging::RegionUnit;
    const auto plain = test::aFrame(64, 64);
    auto facts = plain->facts();
    const imaging::UltrasoundRegion large{.right = 63,
                                          .bottom = 63,
                                          .unitX = RegionUnit::Centimetre,
                                          .unitY = RegionUnit::Centimetre,
                                          .deltaX = 0.02,
                                          .deltaY = 0.02};
    auto inner = large;
    inner.left = inner.top = 20;
    inner.right = inner.bottom = 50;
    facts.regions = {large, inner};
    source->picture = *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
    const auto picture = [this] { return f->viewport()->grab().toImage(); };
    const auto bare = picture();

    PanelFixture::press(Qt::Key_L);
    const auto drawing = picture();
    PanelFixture::press(Qt::Key_Escape);
    const auto after = picture();

    // The outline of the inner region, right of its words.
    const auto edge = QRect(at(40, 19.5) - QPoint(20, 3), QSize(40, 7));
    QCOMPARE(after.copy(edge), bare.copy(edge));
    QVERIFY(drawing.copy(edge) != bare.copy(edge));
    QCOMPARE(viewer::regionOfPoints(facts.regions, {{30, 30}, {40, 30}}), 1);
    QCOMPARE(viewer::regionOfPoints(facts.regions, {{10, 30}, {40, 30}}), 0);
    QCOMPARE(viewer::regionOfPoints(facts.regions, {{10, 30}, {80, 30}}), -1);
    // By its own command they stay.
    f->desk.commands[u"imaging.regions"_s]->trigger();
    QVERIFY(picture().copy(edge) != bare.copy(edge));
    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        f->panel->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/regions.png"_s);
}

QTEST_MAIN(TestMeasuring)
#include "test_measuring.moc"
