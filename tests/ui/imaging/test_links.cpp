#include "imaging/views/viewport_grid.h"
#include "panel_fixture.h"
#include "placed_series.h"
#include "workflow/ports/frame_places.h"

using namespace simiao;
using namespace Qt::StringLiterals;
using test::aPlacedSeries;
using test::FakeImageSource;
using test::Lie;
using test::PanelFixture;

namespace {

/// Series of one image each, whose frames lie where those of a series of slices do.
class FramedSource : public FakeImageSource, public workflow::FramePlaces
{
public:
    std::map<QString, std::vector<imaging::SlicePlane>> planes; ///< by SOP instance UID
    QStringList askedPlaces;

    Task<Result<std::vector<imaging::SlicePlane>>> framePlanes(workflow::ImageInstance instance,
                                                               std::stop_token) override
    {
        askedPlaces.append(instance.sopInstanceUid);
        co_return planes[instance.sopInstanceUid];
    }
    Task<Picture> frame(workflow::ImageInstance instance, int index, std::stop_token stop) override
    {
        const auto &known = planes[instance.sopInstanceUid];
        if (std::size_t(index) < known.size())
            instance.plane = known[std::size_t(index)];
        return FakeImageSource::frame(std::move(instance), index, std::move(stop));
    }

    /// The same series as one image.
    workflow::ImageSeries framed(workflow::ImageSeries series)
    {
        auto &known = planes[series.instances.front().sopInstanceUid];
        for (const auto &slice : series.instances)
            known.push_back(*slice.plane);
        series.instances.resize(1);
        series.instances.front().frames = int(known.size());
        return series;
    }
};

} // namespace

/// Two viewports and what they have to do with each other.
class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void theOtherViewportGoesToTheSamePlace();
    void framesOfAnImageGoByPosition();
    void framesThatSayNoPlaceGoByNumber();
    void anotherKindIsNotLinkedByNumber();
    void aPlaceIsShownInAFrame();
    void byNumberItSaysTheOffset();
    void aPriorGoesByMillimetres();
    void unlinkedEachLeafsAlone();
    void aReferenceLineMovesWithTheSlice();
    void aPlaceIsShownInTheOtherPlane();
    void keysMoveThePlace();
    void saysWhereAnImageHasNoPlace();
    void windowsAreTakenOver();
    void aWindowOfAnotherModalityIsNot();
    void theWheelMakesAViewportTheActiveOne();
    void cineRunsAndSaysHowFast();

private:
    viewer::Viewport *viewport(int index) const
    {
        auto *grid = f->panel->findChild<viewer::ViewportGrid *>();
        return qobject_cast<viewer::Viewport *>(grid->cell(index)->content());
    }
    void open(std::vector<workflow::ImageSeries> series)
    {
        source->places[u"/ct"_s] = std::move(series);
        f->open({u"/ct"_s});
        PanelFixture::press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(viewport(0)->isLoaded() && viewport(1)->isLoaded());
    }
    workflow::ImageSeries axial(const QString &uid, double first, double step, int slices)
    {
        return aPlacedSeries(uid, Lie::Axial, first, step, slices, f->patient());
    }
    workflow::ImageSeries coronal(const QString &uid)
    {
        return aPlacedSeries(uid, Lie::Coronal, -50, 5, 21, f->patient());
    }

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
};

void TestLinks::init()
{
    f.reset();
    source = std::make_shared<FakeImageSource>();
    source->make = test::aPlacedFrame;
    f = std::make_unique<PanelFixture>(source);
}

void TestLinks::theOtherViewportGoesToTheSamePlace()
{
    open({axial(u"1"_s, 0, 1, 41), axial(u"2"_s, 0, 5, 9)});

    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_PageDown); // from 20 to 30 mm

    QTRY_COMPARE(viewport(1)->sliceText(), u"7/9"_s);
    QVERIFY(viewport(1)->text().contains(u"Linked by position"_s));
    PanelFixture::press(Qt::Key_Home);
    QTRY_COMPARE(viewport(1)->sliceText(), u"1/9"_s);
}

/// Enhanced objects: both series are one image each.
void TestLinks::framesOfAnImageGoByPosition()
{
    const auto framed = std::make_shared<FramedSource>();
    framed->make = test::aPlacedFrame;
    source = framed;
    f = std::make_unique<PanelFixture>(source);
    open({framed->framed(axial(u"1"_s, 0, 1, 41)), framed->framed(axial(u"2"_s, 40, -5, 9))});

    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_PageDown); // from 20 to 30 mm

    QTRY_COMPARE(viewport(1)->sliceText(), u"3/9"_s);
    QVERIFY2(viewport(1)->text().contains(u"Linked by position"_s), qPrintable(viewport(1)->text()));
    QCOMPARE(framed->askedPlaces, (QStringList{u"1.0"_s, u"2.0"_s}));
    PanelFixture::press(Qt::Key_L, Qt::ShiftModifier);
    QVERIFY(viewport(1)->marks().lines.empty()); // they lie face to face
}

void TestLinks::framesThatSayNoPlaceGoByNumber()
{
    const auto framed = std::make_shared<FramedSource>();
    framed->make = test::aPlacedFrame;
    source = framed;
    f = std::make_unique<PanelFixture>(source);
    auto film = test::aSeries(u"2"_s, 1, f->patient());
    film.instances.front().frames = 31;
    open({framed->framed(axial(u"1"_s, 0, 1, 41)), film}); // 21 of 41 and 16 of 31

    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Down);

    QTRY_COMPARE(viewport(1)->sliceText(), u"17/31"_s);
    QVERIFY2(viewport(1)->text().contains(u"Offset -5, linked by number"_s), qPrintable(viewport(1)->text()));
}

/// By number the fifth picture of an ultrasound would go with the fifth slice.
void TestLinks::anotherKindIsNotLinkedByNumber()
{
    const auto framed = std::make_shared<FramedSource>();
    framed->make = test::aPlacedFrame;
    source = framed;
    f = std::make_unique<PanelFixture>(source);
    auto film = test::aSeries(u"2"_s, 1, f->patient());
    film.modality = u"US"_s;
    film.instances.front().frames = 31;
    open({framed->framed(axial(u"1"_s, 0, 1, 41)), film});
    const auto before = viewport(1)->sliceText();

    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Down);

    QTRY_VERIFY2(viewport(1)->text().contains(u"Not linked"_s), qPrintable(viewport(1)->text()));
    QCOMPARE(viewport(1)->sliceText(), before);
}

void TestLinks::aPlaceIsShownInAFrame()
{
    const auto framed = std::make_shared<FramedSource>();
    framed->make = test::aPlacedFrame;
    source = framed;
    f = std::make_unique<PanelFixture>(source);
    open({axial(u"1"_s, -40, 2, 41), framed->framed(coronal(u"2"_s))});
    PanelFixture::press(Qt::Key_X);

    const auto at = viewport(0)->mapping().toView({70, 80}).toPoint(); // x 20, y 30, z 0
    QTest::mouseClick(viewport(0), Qt::LeftButton, {}, at);

    QTRY_COMPARE(viewport(1)->sliceText(), u"17/21"_s); // y 30
    QTRY_VERIFY(viewport(1)->marks().cross);
}

void TestLinks::byNumberItSaysTheOffset()
{
    auto other = axial(u"2"_s, 0, 1, 31);
    for (auto &instance : other.instances)
        instance.plane.reset();
    open({axial(u"1"_s, 0, 1, 41), other}); // 21 of 41 and 16 of 31

    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Down);

    QTRY_COMPARE(viewport(1)->sliceText(), u"17/31"_s);
    QVERIFY2(viewport(1)->text().contains(u"Offset -5, linked by number"_s), qPrintable(viewport(1)->text()));
}

/// A prior has a frame of reference of its own: slices of 1 mm beside those of 5 mm do not run apart.
void TestLinks::aPriorGoesByMillimetres()
{
    auto prior = axial(u"2"_s, -300, 5, 21);
    prior.frameOfReferenceUid = u"2.25.99"_s;
    open({axial(u"1"_s, 0, 1, 41), prior}); // 21 of 41 and 11 of 21

    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_PageDown); // 10 mm

    QTRY_COMPARE(viewport(1)->sliceText(), u"13/21"_s);
    QVERIFY2(viewport(1)->text().contains(u"Linked by mm"_s), qPrintable(viewport(1)->text()));
    PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);
    PanelFixture::press(Qt::Key_Up);
    QTRY_COMPARE(viewport(0)->sliceText(), u"26/41"_s);
}

void TestLinks::unlinkedEachLeafsAlone()
{
    open({axial(u"1"_s, 0, 1, 41), axial(u"2"_s, 0, 5, 9)});
    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_S, Qt::ShiftModifier);

    PanelFixture::press(Qt::Key_Home);

    QTRY_COMPARE(viewport(0)->sliceText(), u"1/41"_s);
    QCOMPARE(viewport(1)->sliceText(), u"5/9"_s);
    QVERIFY(!viewport(1)->text().contains(u"Linked"_s));
}

void TestLinks::aReferenceLineMovesWithTheSlice()
{
    open({axial(u"1"_s, -40, 2, 41), coronal(u"2"_s)});

    PanelFixture::press(Qt::Key_L, Qt::ShiftModifier);

    QTRY_COMPARE(viewport(1)->marks().lines.size(), 1U);
    QVERIFY(viewport(0)->marks().lines.empty());
    const auto before = viewport(1)->marks().lines.front();
    QCOMPARE(before.label, u"21"_s);
    QVERIFY(std::abs(before.from.row - 50) < 1e-6); // 0 mm is 50 mm below the first row
    PanelFixture::press(Qt::Key_Down);
    QTRY_COMPARE(viewport(1)->marks().lines.front().label, u"22"_s);
    QVERIFY(std::abs(viewport(1)->marks().lines.front().from.row - 48) < 1e-6);
}

void TestLinks::aPlaceIsShownInTheOtherPlane()
{
    open({axial(u"1"_s, -40, 2, 41), coronal(u"2"_s)});
    PanelFixture::press(Qt::Key_X);

    const auto at = viewport(0)->mapping().toView({70, 80}).toPoint(); // x 20, y 30, z 0
    QTest::mouseClick(viewport(0), Qt::LeftButton, {}, at);

    QTRY_COMPARE(viewport(1)->sliceText(), u"17/21"_s); // y 30
    QTRY_VERIFY(viewport(1)->marks().cross);
    QVERIFY(std::abs(viewport(1)->marks().cross->column - 70) < 1);
    QVERIFY(std::abs(viewport(1)->marks().cross->row - 50) < 1);
    QVERIFY(std::abs(viewport(0)->marks().cross->column - 70) < 1);
    PanelFixture::press(Qt::Key_X);
    QVERIFY(!viewport(1)->marks().cross);
}

void TestLinks::keysMoveThePlace()
{
    open({axial(u"1"_s, -40, 2, 41), coronal(u"2"_s)});
    PanelFixture::press(Qt::Key_X);
    QTRY_VERIFY(viewport(0)->marks().cross);
    const auto before = *viewport(0)->marks().cross;

    PanelFixture::press(Qt::Key_Down, Qt::AltModifier);

    QCOMPARE(viewport(0)->marks().cross->row, before.row + 5);
    QTRY_COMPARE(viewport(1)->sliceText(), u"12/21"_s);
}

void TestLinks::saysWhereAnImageHasNoPlace()
{
    source->make = nullptr;
    open({test::aSeries(u"1"_s, 4, f->patient()), test::aSeries(u"2"_s, 4, f->patient())});

    PanelFixture::press(Qt::Key_X);

    QVERIFY(viewport(0)->noteText().contains(u"does not say where it lies"_s));
    QVERIFY(!viewport(0)->marks().cross);
}

void TestLinks::windowsAreTakenOver()
{
    open({axial(u"1"_s, 0, 1, 9), axial(u"2"_s, 0, 1, 9)});
    PanelFixture::press(Qt::Key_1);
    QCOMPARE(viewport(1)->windowText(), u"W 400 L 40"_s);

    PanelFixture::press(Qt::Key_J);

    QCOMPARE(viewport(1)->windowText(), u"W 1500 L -600"_s);
    PanelFixture::press(Qt::Key_3);
    QCOMPARE(viewport(1)->windowText(), u"W 1800 L 400"_s);
    PanelFixture::press(Qt::Key_J);
    PanelFixture::press(Qt::Key_1);
    QCOMPARE(viewport(1)->windowText(), u"W 1800 L 400"_s);
}

void TestLinks::aWindowOfAnotherModalityIsNot()
{
    auto mr = axial(u"2"_s, 0, 1, 9);
    mr.modality = u"MR"_s;
    open({axial(u"1"_s, 0, 1, 9), mr});

    PanelFixture::press(Qt::Key_J);
    PanelFixture::press(Qt::Key_1);

    QCOMPARE(viewport(0)->windowText(), u"W 1500 L -600"_s);
    QCOMPARE(viewport(1)->windowText(), u"W 400 L 40"_s);
}

void TestLinks::theWheelMakesAViewportTheActiveOne()
{
    open({axial(u"1"_s, 0, 1, 41), axial(u"2"_s, 0, 5, 9)});
    const QPointF at(20, 20);
    QWheelEvent event(at, viewport(1)->mapToGlobal(at), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);

    QApplication::sendEvent(viewport(1), &event);

    QCOMPARE(viewport(1)->objectName(), u"imaging.viewport"_s);
    QTRY_COMPARE(viewport(1)->sliceText(), u"6/9"_s);
}

void TestLinks::cineRunsAndSaysHowFast()
{
    open({axial(u"1"_s, 0, 1, 41), axial(u"2"_s, 0, 5, 9)});
    const auto before = viewport(0)->sliceText();

    PanelFixture::press(Qt::Key_K, Qt::ShiftModifier);

    QTRY_VERIFY(viewport(0)->sliceText() != before);
    QVERIFY(viewport(0)->text().contains(u"Cine 10 a second"_s));
    PanelFixture::press(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(!viewport(0)->text().contains(u"Cine"_s));
    QVERIFY(!f->panel->findChild<QAction *>(u"imaging.cine"_s)->isChecked());
}

QTEST_MAIN(TestLinks)
#include "test_links.moc"
