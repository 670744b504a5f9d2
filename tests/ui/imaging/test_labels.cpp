#include "fake_image_source.h"
#include "imaging/views/drawn_measurements.h"
#include "imaging/views/label_layout.h"
#include "imaging/views/picture_file.h"
#include "imaging/views/printed_cell.h"
#include "panel_fixture.h"

#include <QPainter>
#include <QTemporaryDir>

using namespace simiao;
using namespace Qt::StringLiterals;
using imaging::ImagePoint;
using test::FakeImageSource;
using test::PanelFixture;

namespace {

/// The box around everything of the colour of measurements that nobody selected.
QRect inkIn(const QImage &image, const QRect &within)
{
    QRect box;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            const bool isInk = colour.red() > 180 && colour.green() > 140 && colour.blue() < 140;
            if (isInk)
                box = box.united({x, y, 1, 1});
        }
    }
    return box;
}

QRect around(const QPointF &middle, const QSizeF &half)
{
    return QRectF(middle - QPointF(half.width(), half.height()), half * 2).toAlignedRect();
}

/// 64 x 64 pixels of half a millimetre, darker than all ink.
viewer::FramePtr aSpacedFrame()
{
    const auto plain = test::aFrame(64, 64, 0);
    auto facts = plain->facts();
    facts.spacing = {.rowMm = 0.5, .columnMm = 0.5, .basis = imaging::SpacingBasis::PixelSpacing};
    return *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
}

/// A line of ten columns near the upper edge of 64 x 64, whose words stand in the lower right part.
imaging::Measurement aMovedLine()
{
    return {.id = u"1"_s,
            .kind = imaging::MeasurementKind::Length,
            .points = {{12, 16}, {22, 16}},
            .labelAt = ImagePoint{40, 48}};
}

} // namespace

/// The words of measurements are put where they do not hide what matters.
class TestLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void draggedWordsStayWhereTheyArePut();
    void aDragIsOneStep();
    void aClickOnWordsOnlySelects();
    void aLineLeadsFromThemToTheShape();
    void aDoubleClickPutsThemBack();
    void aCommandPutsThemBack();
    void keysMoveThem();
    void escapeTakesThemBack();
    void theyTurnWithThePicture();
    void theyGoAlongWithTheShape();
    void theyOutliveThePanel();
    void theyAreNeverOutOfSight();
    void theOthersKeepOffThem();
    void aTextIsLedToItsPoint();
    void aFileHasThemAtTheSamePlace();
    void paperHasThemAtTheSamePlace();

private:
    QRectF label() const;
    const imaging::Measurement &line() const { return f->viewport()->tool()->shown().front(); }
    void drag(QPointF from, QPointF to);
    void drawALine();

    std::shared_ptr<FakeImageSource> source;
    std::unique_ptr<PanelFixture> f;
};

void TestLabels::init()
{
    f.reset();
    source = std::make_shared<FakeImageSource>();
    f = std::make_unique<PanelFixture>(source);
    source->places[u"/ct"_s] = std::vector{test::aSeries(u"1"_s, 5, f->patient())};
    source->picture = aSpacedFrame();
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());
}

QRectF TestLabels::label() const
{
    const auto labels = f->viewport()->tool()->labels();
    return labels.size() == 1 ? labels.front().box : QRectF();
}

void TestLabels::drag(QPointF from, QPointF to)
{
    QTest::mousePress(f->viewport(), Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(f->viewport(), ((from + to) / 2).toPoint());
    QTest::mouseMove(f->viewport(), to.toPoint());
    QTest::mouseRelease(f->viewport(), Qt::LeftButton, {}, to.toPoint());
}

void TestLabels::drawALine()
{
    PanelFixture::press(Qt::Key_L);
    PanelFixture::press(Qt::Key_Return);
    PanelFixture::press(Qt::Key_Right, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Return);
}

void TestLabels::draggedWordsStayWhereTheyArePut()
{
    drawALine();
    const auto before = label();
    const auto points = line().points;

    drag(before.center(), before.center() + QPointF(-60, 90));

    const auto moved = label().center() - before.center();
    QVERIFY2(std::abs(moved.x() + 60) <= 1 && std::abs(moved.y() - 90) <= 1,
             qPrintable(u"%1 %2"_s.arg(moved.x()).arg(moved.y())));
    QCOMPARE(line().points, points);
    QCOMPARE(f->viewport()->windowText(), u"W 400 L 40"_s);
    PanelFixture::press(Qt::Key_Plus); // zoomed, they stay over the same place of the picture
    const auto at = f->viewport()->mapping().toView(*line().labelAt);
    QVERIFY(QLineF(label().center(), at).length() < 1);
}

void TestLabels::aDragIsOneStep()
{
    drawALine();
    const auto before = label();
    drag(before.center(), before.center() + QPointF(-60, 90));
    const auto moved = label();

    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(label(), before);
    QVERIFY(!line().labelAt);
    PanelFixture::press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(label(), moved);
}

void TestLabels::aClickOnWordsOnlySelects()
{
    drawALine();
    PanelFixture::press(Qt::Key_Escape);
    QVERIFY(f->viewport()->tool()->selected().isEmpty());

    QTest::mouseClick(f->viewport(), Qt::LeftButton, {}, label().center().toPoint());

    QCOMPARE(f->viewport()->tool()->selected(), line().id);
    QVERIFY(!line().labelAt);
    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f->viewport()->tool()->shown().empty());
}

void TestLabels::aLineLeadsFromThemToTheShape()
{
    drawALine();
    const auto before = label();
    drag(before.center(), before.center() + QPointF(-60, 120));
    PanelFixture::press(Qt::Key_Escape);

    if (qEnvironmentVariableIsSet("SIMIAO_GRABS"))
        f->panel->grab().save(qEnvironmentVariable("SIMIAO_GRABS") + u"/label.png"_s);
    const auto picture = f->viewport()->grab().toImage();
    const auto begin = f->viewport()->mapping().toView(line().points[0]);
    const QRect between(QPoint(int(label().left()), int(begin.y()) + 12),
                        QPoint(int(begin.x()) + 4, int(label().top()) - 4));
    const auto ink = inkIn(picture, between);

    QVERIFY(ink.height() > between.height() - 8);
}

void TestLabels::aDoubleClickPutsThemBack()
{
    drawALine();
    const auto before = label();
    drag(before.center(), before.center() + QPointF(-60, 90));
    const auto at = label().center().toPoint();

    QTest::mouseClick(f->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(f->viewport(), Qt::LeftButton, {}, at);

    QCOMPARE(label(), before);
    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(line().labelAt);
}

void TestLabels::aCommandPutsThemBack()
{
    drawALine();
    auto *free = f->panel->findChild<QAction *>(u"imaging.measure.freeLabel"_s);
    QVERIFY(free);
    QVERIFY(!free->isEnabled());
    const auto before = label();
    drag(before.center(), before.center() + QPointF(-60, 90));
    QVERIFY(free->isEnabled());

    PanelFixture::press(Qt::Key_N, Qt::AltModifier);

    QCOMPARE(label(), before);
    QVERIFY(!free->isEnabled());
}

void TestLabels::keysMoveThem()
{
    drawALine();
    const auto before = label();
    const auto points = line().points;

    PanelFixture::press(Qt::Key_N, Qt::ShiftModifier);
    QVERIFY(f->viewport()->accessibleDescription().startsWith(u"Arrow keys move the label"_s));
    PanelFixture::press(Qt::Key_Down, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Left);
    PanelFixture::press(Qt::Key_Return);

    const auto moved = label().center() - before.center();
    QVERIFY(std::abs(moved.x() + 4) < 0.1 && std::abs(moved.y() - 40) < 0.1);
    QCOMPARE(line().points, points);
    QCOMPARE(f->viewport()->sliceText(), u"3/5"_s);
    PanelFixture::press(Qt::Key_Down); // let go: leafs again
    QTRY_COMPARE(f->viewport()->sliceText(), u"4/5"_s);
    PanelFixture::press(Qt::Key_Up);
    QTRY_COMPARE(f->viewport()->sliceText(), u"3/5"_s);
    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier); // all of it
    QCOMPARE(label(), before);
}

void TestLabels::escapeTakesThemBack()
{
    drawALine();
    const auto before = label();

    PanelFixture::press(Qt::Key_N, Qt::ShiftModifier);
    PanelFixture::press(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(label() != before);
    PanelFixture::press(Qt::Key_Escape);

    QCOMPARE(label(), before);
    QVERIFY(!f->viewport()->tool()->selected().isEmpty());
    PanelFixture::press(Qt::Key_Z, Qt::ControlModifier); // nothing but the line was done
    QVERIFY(f->viewport()->tool()->shown().empty());
}

void TestLabels::theyTurnWithThePicture()
{
    drawALine();
    const auto before = label();
    drag(before.center(), before.center() + QPointF(-60, 90));
    const auto place = *line().labelAt;
    const auto placeSeen = label().center();

    PanelFixture::press(Qt::Key_H, Qt::ShiftModifier); // mirrored

    QCOMPARE(*line().labelAt, place);
    const auto middle = f->viewport()->mapping().toView({31.5, 31.5});
    const QPointF mirrored(2 * middle.x() - placeSeen.x(), placeSeen.y());
    QVERIFY(QLineF(label().center(), mirrored).length() < 1);
    PanelFixture::press(Qt::Key_BracketRight); // and turned
    QVERIFY(QLineF(label().center(), f->viewport()->mapping().toView(place)).length() < 1);
}

void TestLabels::theyGoAlongWithTheShape()
{
    drawALine();
    const auto before = label();
    drag(before.center(), before.center() + QPointF(-60, 90));
    const auto old = line();
    const auto &mapping = f->viewport()->mapping();
    const auto middle = (mapping.toView(old.points[0]) + mapping.toView(old.points[1])) / 2;

    drag(middle, middle + QPointF(-40, -60));

    const double shift = line().points[0].column - old.points[0].column;
    QVERIFY(shift < -2);
    QVERIFY(std::abs(line().labelAt->column - old.labelAt->column - shift) < 1e-9);
}

void TestLabels::theyOutliveThePanel()
{
    drawALine();
    const auto before = label();
    drag(before.center(), before.center() + QPointF(-60, 90));
    const auto kept = line();
    QVERIFY(kept.labelAt);

    f->panel.reset();
    f->open({u"/ct"_s});
    QTRY_VERIFY(f->viewport()->isLoaded());

    QCOMPARE(line(), kept);
}

void TestLabels::theyAreNeverOutOfSight()
{
    const QRectF view(0, 0, 400, 400);

    const auto places = viewer::placeLabels({{{20, 70, 200, 4}, {120, 40}, QPointF(900, -50)}}, view, {});

    QCOMPARE(places.front(), QRectF(280, 0, 120, 40));
}

void TestLabels::theOthersKeepOffThem()
{
    const QRectF view(0, 0, 400, 400);
    const viewer::LabelRequest small{{100, 100, 4, 4}, {120, 40}, {}};
    const auto usual = viewer::placeLabels({small}, view, {}).front();
    const viewer::LabelRequest moved{{20, 370, 300, 4}, {120, 40}, usual.center()};

    const auto places = viewer::placeLabels({small, moved}, view, {});

    QCOMPARE(places[1], usual);
    QVERIFY(!places[0].intersects(usual));
}

void TestLabels::aTextIsLedToItsPoint()
{
    imaging::Measurement text{
        .id = u"1"_s, .kind = imaging::MeasurementKind::Text, .points = {{10, 10}}, .label = u"node"_s};
    const auto inkBetween = [&text] {
        QImage image(320, 320, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        viewer::paintMeasurements(painter,
                                  {.mapping = viewer::ImageMapping(image.rect(), 64, 64),
                                   .view = image.rect(),
                                   .taken = {},
                                   .drawn = {{text, {u"node"_s}}},
                                   .cross = {},
                                   .font = {}});
        return inkIn(image, {90, 90, 100, 100});
    };

    QVERIFY(inkBetween().isEmpty());
    text.labelAt = ImagePoint{50, 50};
    QVERIFY(inkBetween().height() > 80);
}

/// As drawn on the screen: the words in the lower right part, nothing of them beside the line.
void TestLabels::aFileHasThemAtTheSamePlace()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"p.png"_s);

    QVERIFY(viewer::writePicture({.frame = source->picture,
                                  .display = imaging::defaultDisplay(*source->picture),
                                  .texts = {},
                                  .drawn = viewer::drawnMeasurements({aMovedLine()}, *source->picture, true),
                                  .font = QFont(),
                                  .path = path}));

    const QImage image(path);
    QCOMPARE(image.size(), QSize(512, 512));
    const QPointF wanted = QPointF(40.5, 48.5) * 8;
    const auto words = inkIn(image, around(wanted, {100, 20}));
    QVERIFY2(words.width() > 40 && QLineF(words.center(), wanted).length() < 6,
             qPrintable(u"%1 %2"_s.arg(words.center().x()).arg(words.center().y())));
    QVERIFY(inkIn(image, {210, 100, 300, 60}).isEmpty());
}

void TestLabels::paperHasThemAtTheSamePlace()
{
    const auto series = std::make_shared<workflow::ImageSeries>(test::aSeries(u"1"_s, 1, f->patient()));
    const viewer::CellStyle style{
        .options = {.hasTexts = false}, .font = QFont(), .mrn = f->patient().mrn, .dotsPerMm = 4};
    const QSizeF cellMm(100, 100);

    const auto cell = viewer::printedCell({.series = series}, source->picture, cellMm, style, {aMovedLine()});
    QImage page(1000, 1000, QImage::Format_RGB32);
    page.fill(Qt::black);
    QPainter painter(&page);
    painter.scale(10, 10);
    viewer::paintCell(painter, cell, QRectF(QPointF(), cellMm));
    painter.end();

    const QPointF wanted = QPointF(40.5, 48.5) * 1000 / 64;
    const auto words = inkIn(page, around(wanted, {200, 40}));
    QVERIFY2(words.width() > 80 && QLineF(words.center(), wanted).length() < 12,
             qPrintable(u"%1 %2"_s.arg(words.center().x()).arg(words.center().y())));
}

QTEST_MAIN(TestLabels)
#include "test_labels.moc"
