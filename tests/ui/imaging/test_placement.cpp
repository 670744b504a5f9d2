#include "imaging/models/window_drag.h"
#include "imaging/views/picture.h"
#include "imaging/views/placement.h"

#include <QPainter>
#include <QTest>

using namespace simiao;
using namespace simiao::viewer;

namespace {

constexpr QSizeF kView{400, 200};
constexpr QSizeF kPicture{100, 100};

/// The point of the picture (0 … 1) that lies at `point` of the view.
QPointF pictureAt(const Placement &placement, QPointF point)
{
    const auto target = placement.target(kView, kPicture);
    return {(point.x() - target.x()) / target.width(), (point.y() - target.y()) / target.height()};
}

} // namespace

class TestPlacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsTheWholePicture();
    void zoomsAboutThePointer();
    void liesAtAnEdgeUntilItIsMoved();
    void neverLosesThePicture();
    void drawsRowsAsHighAsTheyAreInThePatient();
    void averagesWhatIsPaintedSmall();
    void draggingChangesTheWindow();
    void aNarrowWindowIsChangedFinely();
};

void TestPlacement::fitsTheWholePicture()
{
    QCOMPARE(Placement{}.target(kView, kPicture), QRectF(100, 0, 200, 200));
}

void TestPlacement::zoomsAboutThePointer()
{
    Placement placement;
    const QPointF pointer(150, 40);
    const auto before = pictureAt(placement, pointer);

    placement.zoomAt(pointer, 3, kView, kPicture);

    const auto after = pictureAt(placement, pointer);
    QVERIFY((before - after).manhattanLength() < 1e-9);
    QCOMPARE(placement.target(kView, kPicture).width(), 600.0);
}

void TestPlacement::liesAtAnEdgeUntilItIsMoved()
{
    QCOMPARE(Placement{.side = -1}.target(kView, kPicture), QRectF(0, 0, 200, 200));
    QCOMPARE(Placement{.side = 1}.target(kView, kPicture), QRectF(200, 0, 200, 200));
    QCOMPARE((Placement{.side = 1}.target({100, 200}, kPicture)),
             QRectF(0, 50, 100, 100)); // no room beside it

    Placement moved{.side = 1};
    moved.pan({-30, 0}, kView, kPicture);
    QCOMPARE(moved.target(kView, kPicture), QRectF(170, 0, 200, 200));
    Placement zoomed{.side = -1};
    const auto before = pictureAt(zoomed, {50, 40});
    zoomed.zoomAt({50, 40}, 1.5, kView, kPicture);
    QVERIFY((before - pictureAt(zoomed, {50, 40})).manhattanLength() < 1e-9);
}

void TestPlacement::neverLosesThePicture()
{
    Placement placement;
    placement.zoomAt({200, 100}, 1e6, kView, kPicture);
    QVERIFY(placement.zoom <= 40);

    placement.pan({1e6, -1e6}, kView, kPicture);

    QCOMPARE(placement.center, QPointF(0, 1));
}

void TestPlacement::drawsRowsAsHighAsTheyAreInThePatient()
{
    const auto geometry = imaging::FrameGeometry::create(4, 4, 1, imaging::SampleType::U8);
    imaging::FrameFacts facts{.geometry = *geometry};
    facts.spacing = {.rowMm = 3, .columnMm = 1.5, .basis = imaging::SpacingBasis::PixelSpacing};
    Picture picture;

    picture.update(*imaging::Frame::create(facts, std::vector<std::byte>(16)), {});

    QCOMPARE(picture.extent(), QSizeF(4, 8));
    QCOMPARE(picture.image().size(), QSize(4, 4));
}

void TestPlacement::averagesWhatIsPaintedSmall()
{
    const auto geometry = imaging::FrameGeometry::create(80, 80, 1, imaging::SampleType::U8);
    std::vector<std::byte> stripes(80 * 80);
    for (std::size_t i = 0; i < stripes.size(); i += 2)
        stripes[i] = std::byte{255};
    Picture picture;
    picture.update(*imaging::Frame::create({.geometry = *geometry}, stripes),
                   {.window = {.center = 128, .width = 256}});
    QImage screen(20, 20, QImage::Format_RGB32);

    QPainter painter(&screen);
    picture.paint(painter, screen.rect());
    painter.end();

    for (int x = 0; x < 20; ++x)
        QVERIFY(std::abs(qGray(screen.pixel(x, 10)) - 128) <= 2);
}

void TestPlacement::draggingChangesTheWindow()
{
    const imaging::VoiWindow start{.center = 40, .width = 500};

    const auto dragged = draggedWindow(start, {10, -5}, {-1000, 3000});

    QCOMPARE(dragged.width, 520.0);
    QCOMPARE(dragged.center, 30.0);
    QCOMPARE(draggedWindow(start, {-10'000, 0}, {-1000, 3000}).width, 1.0);
}

void TestPlacement::aNarrowWindowIsChangedFinely()
{
    const imaging::VoiWindow brain{.center = 40, .width = 80};

    QCOMPARE(draggedWindow(brain, {0, 10}, {-1000, 3000}).center, 45.0);
}

QTEST_GUILESS_MAIN(TestPlacement)
#include "test_placement.moc"
