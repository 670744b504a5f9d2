#include "fake_image_source.h"
#include "imaging/views/calibration_dialog.h"
#include "imaging/views/true_size.h"
#include "imaging/views/viewport_grid.h"
#include "panel_fixture.h"
#include "placed_series.h"

#include <QDropEvent>
#include <QMimeData>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeImageSource;
using test::PanelFixture;

class TestGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void aKeyPutsImagesSideBySide();
    void theKeyedViewportIsTheOneThatLeafs();
    void keysGoToTheViewportBeside();
    void aFrameTellsWhichOneIsWorkedWith();
    void oneViewportAloneAndBack();
    void aDoubleClickMaximises();
    void aToolKeepsItsDoubleClick();
    void aSeriesIsDroppedIntoAViewport();
    void anotherWidgetMayStandInACell();
    void everySizeShowsAsManyViewports();
    void theActiveOneIsCalledImagingViewport();
    void saysSoWhenAnyOfThemShowsAnotherPatient();
    void turnsAndMirrorsTheActiveOneOnly();
    void arrowsMoveTheCrossAsItIsSeenInATurnedPicture();
    void saysThatAnImageIsNotCalibrated();
    void aPixelOfTheImageIsOneOfTheScreen();
    void theScreenIsMeasuredByACard();
    void aScreenThatNobodyMeasuredSaysSo();

private:
    viewer::ViewportGrid *grid() const { return f->panel->findChild<viewer::ViewportGrid *>(); }
    viewer::Viewport *active() const
    {
        return f->panel->findChild<viewer::Viewport *>(u"imaging.viewport"_s);
    }
    viewer::Viewport *viewport(int index) const
    {
        return qobject_cast<viewer::Viewport *>(grid()->cell(index)->content());
    }
    /// px of the view
    double columnWidth() const
    {
        const auto mapping = active()->mapping();
        return mapping.toView({1, 0}).x() - mapping.toView({0, 0}).x();
    }
    void open(int series)
    {
        std::vector<workflow::ImageSeries> all;
        for (int i = 0; i < series; ++i)
            all.push_back(test::aSeries(QString::number(i + 1), 10 * (i + 1), f->patient()));
        source->places[u"/ct"_s] = all;
        f->open({u"/ct"_s});
        QTRY_VERIFY(active()->isLoaded());
    }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
};

void TestGrid::init()
{
    f.reset();
    source = std::make_shared<FakeImageSource>();
    f = std::make_unique<PanelFixture>(source);
}

void TestGrid::aKeyPutsImagesSideBySide()
{
    open(4);

    PanelFixture::press(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);

    QCOMPARE(grid()->gridSize().code(), u"2x2"_s);
    for (int i = 0; i < 4; ++i) {
        QTRY_VERIFY(viewport(i)->isVisible() && viewport(i)->isLoaded());
        QVERIFY(viewport(i)->seriesText().contains(u"Series %1/4"_s.arg(i + 1)));
    }
}

void TestGrid::theKeyedViewportIsTheOneThatLeafs()
{
    open(2);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(viewport(1)->isLoaded());

    QTest::mouseClick(viewport(1), Qt::MiddleButton);
    viewport(1)->setFocus();
    PanelFixture::press(Qt::Key_Down);

    QTRY_COMPARE(viewport(1)->sliceText(), u"12/20"_s);
    QCOMPARE(viewport(0)->sliceText(), u"6/10"_s);
}

void TestGrid::keysGoToTheViewportBeside()
{
    open(4);
    PanelFixture::press(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);
    const auto at = [this] { return grid()->active(); };

    QCOMPARE(at(), 0);
    PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(at(), 1);
    PanelFixture::press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(at(), 3);
    PanelFixture::press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(at(), 3);
    PanelFixture::press(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(at(), 2);
    QCOMPARE(QApplication::focusWidget(), viewport(2));
}

/// Around the one that is worked with; alone, there is nothing to tell apart.
void TestGrid::aFrameTellsWhichOneIsWorkedWith()
{
    open(2);
    QCOMPARE(viewport(0)->size(), grid()->cell(0)->size());
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    const auto edge = [this](int index) { return grid()->cell(index)->grab().toImage().pixelColor(1, 50); };

    QCOMPARE(viewport(0)->size(), grid()->cell(0)->size() - QSize(4, 4));
    const auto active = edge(0);
    const auto quiet = edge(1);
    QVERIFY(active != quiet);
    PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(edge(1), active);
    QCOMPARE(edge(0), quiet);
}

void TestGrid::oneViewportAloneAndBack()
{
    open(4);
    PanelFixture::press(Qt::Key_4, Qt::ControlModifier | Qt::AltModifier);
    PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);

    PanelFixture::press(Qt::Key_Z);

    QVERIFY(viewport(1)->isVisible());
    QVERIFY(!viewport(0)->isVisible());
    QCOMPARE(grid()->cell(1)->size(), grid()->size());
    PanelFixture::press(Qt::Key_Z);
    QVERIFY(viewport(0)->isVisible());
    QCOMPARE(grid()->active(), 1);
}

void TestGrid::aDoubleClickMaximises()
{
    open(2);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);

    QTest::mouseDClick(viewport(1), Qt::LeftButton, {}, {20, 20});

    QVERIFY(grid()->isMaximised());
    QVERIFY(!viewport(0)->isVisible());
    QTest::mouseDClick(viewport(1), Qt::LeftButton, {}, {20, 20});
    QVERIFY(viewport(0)->isVisible());
}

void TestGrid::aToolKeepsItsDoubleClick()
{
    open(2);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    PanelFixture::press(Qt::Key_L);

    QTest::mouseDClick(viewport(0), Qt::LeftButton, {}, {60, 200});

    QVERIFY(!grid()->isMaximised());
}

void TestGrid::aSeriesIsDroppedIntoAViewport()
{
    open(3);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QMimeData series;
    series.setData(QLatin1String(viewer::ViewportCell::kSeriesMime), "3");

    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &series, Qt::LeftButton, {});
    QApplication::sendEvent(grid()->cell(1), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &series, Qt::LeftButton, {});
    QApplication::sendEvent(grid()->cell(1), &drop);

    QTRY_COMPARE(viewport(1)->sliceText(), u"16/30"_s);
    QCOMPARE(viewport(0)->sliceText(), u"6/10"_s);
}

void TestGrid::anotherWidgetMayStandInACell()
{
    open(2);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    auto *image = viewport(1);
    auto *report = new QWidget;
    report->setFocusPolicy(Qt::StrongFocus);

    grid()->cell(1)->setContent(report);
    grid()->activate(1);

    QVERIFY(report->isVisible() && !image->isVisible());
    QCOMPARE(QApplication::focusWidget(), report);
    grid()->cell(1)->setContent(nullptr);
    QVERIFY(image->isVisible());
}

void TestGrid::everySizeShowsAsManyViewports()
{
    open(1);
    f->panel->resize(900, 800);
    for (const auto &size : viewer::offeredGrids()) {
        f->desk.commands[u"imaging.layout."_s + size.code()]->trigger();
        int visible = 0;
        int area = 0;
        for (auto *each : f->panel->findChildren<viewer::ViewportCell *>()) {
            visible += each->isVisible() ? 1 : 0;
            area += each->isVisible() ? each->width() * each->height() : 0;
        }
        QCOMPARE(visible, size.count());
        QCOMPARE(area, grid()->width() * grid()->height());
        QCOMPARE(viewer::GridSize::fromCode(size.code()), size);
    }
    QVERIFY(!viewer::GridSize::fromCode(u"5x1"_s));
    QVERIFY(!viewer::GridSize::fromCode(u"2x2x2"_s));
    QVERIFY(!viewer::GridSize::fromCode(u"02x2"_s));
}

void TestGrid::theActiveOneIsCalledImagingViewport()
{
    open(2);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(active(), viewport(0));

    PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);

    QCOMPARE(active(), viewport(1));
    QCOMPARE(viewport(0)->objectName(), u"imaging.viewport.1"_s);
}

void TestGrid::saysSoWhenAnyOfThemShowsAnotherPatient()
{
    auto other = test::aSeries(u"2"_s, 4);
    other.patientName = u"李四"_s;
    source->places[u"/ct"_s] = std::vector{test::aSeries(u"1"_s, 4, f->patient()), other};
    f->open({u"/ct"_s});
    QTRY_VERIFY(active()->isLoaded());
    const auto *line = f->panel->findChild<ui::NoticeLine *>(u"imaging.identity"_s);
    QVERIFY(!line->isVisible());

    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);

    QTRY_VERIFY(line->isVisible());
    QVERIFY(line->accessibleName().contains(u"李四"_s));
    QCOMPARE(f->panel->property("isPatientSafe"), QVariant(false));
    PanelFixture::press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!line->isVisible());
}

void TestGrid::turnsAndMirrorsTheActiveOneOnly()
{
    open(2);
    PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(viewport(1)->isLoaded());

    PanelFixture::press(Qt::Key_BracketRight);
    PanelFixture::press(Qt::Key_H, Qt::ShiftModifier);

    QVERIFY(viewport(0)->text().contains(u"Turned 90°, MIRRORED"_s));
    QVERIFY(!viewport(1)->text().contains(u"MIRRORED"_s));
    PanelFixture::press(Qt::Key_R);
    QVERIFY(!viewport(0)->text().contains(u"Turned"_s));
}

void TestGrid::arrowsMoveTheCrossAsItIsSeenInATurnedPicture()
{
    open(1);
    PanelFixture::press(Qt::Key_BracketRight);
    PanelFixture::press(Qt::Key_H);
    const auto seen = [this] { return active()->mapping().toView(active()->tool()->cross()); };
    const auto before = seen();

    PanelFixture::press(Qt::Key_Right);

    QVERIFY(seen().x() > before.x());
    QCOMPARE(seen().y(), before.y());
}

void TestGrid::saysThatAnImageIsNotCalibrated()
{
    open(1);

    PanelFixture::press(Qt::Key_Q);

    QVERIFY(active()->property("noteText").toString().contains(u"Not calibrated"_s));
    QVERIFY(!active()->zoomText().contains(u"true size"_s));
}

void TestGrid::aPixelOfTheImageIsOneOfTheScreen()
{
    open(1);

    PanelFixture::press(Qt::Key_Q, Qt::AltModifier);

    QCOMPARE(columnWidth() * active()->devicePixelRatioF(), 1.0);
}

void TestGrid::theScreenIsMeasuredByACard()
{
    source->make = test::aPlacedFrame; // a pixel a millimetre
    open(1);

    PanelFixture::press(Qt::Key_Q, Qt::AltModifier | Qt::ShiftModifier);
    auto *dialog = f->panel->findChild<viewer::CalibrationDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    auto *card = dialog->findChild<viewer::CardFrame *>();
    QTRY_COMPARE(QApplication::focusWidget(), card);
    const int before = card->cardWidth();
    QTest::keyClick(card, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(card, Qt::Key_Left);
    QCOMPARE(card->cardWidth(), before + 9);
    const double measured = card->cardWidth() / 85.6;
    QTest::keyClick(card, Qt::Key_Return);
    QTRY_VERIFY(!f->panel->findChild<viewer::CalibrationDialog *>());

    QVERIFY(std::abs(columnWidth() / measured - 1) < 1e-6);
    QVERIFY(active()->zoomText().contains(u"true size"_s));
    QVERIFY(!active()->property("noteText").toString().contains(u"calibrated"_s));
    viewer::setMeasured(active()->screen(), std::nullopt);
}

void TestGrid::aScreenThatNobodyMeasuredSaysSo()
{
    source->make = test::aPlacedFrame;
    open(1);

    PanelFixture::press(Qt::Key_Q);

    const auto note = active()->property("noteText").toString();
    const auto corner = active()->zoomText();
    QVERIFY2(corner.contains(u"Screen not calibrated"_s) || note.contains(u"does not say how large"_s),
             qPrintable(note + corner));
}

QTEST_MAIN(TestGrid)
#include "test_grid.moc"
