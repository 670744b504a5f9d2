#include "imaging/views/image_mapping.h"
#include "imaging/views/picture.h"

#include <QPainter>
#include <QTest>

#include <random>

using namespace simiao;
using namespace simiao::viewer;
using imaging::ImagePoint;
using imaging::Turn;

namespace {

std::vector<Turn> allTurns()
{
    std::vector<Turn> all;
    for (const bool isMirrored : {false, true}) {
        for (int quarters = 0; quarters < 4; ++quarters)
            all.push_back({quarters, isMirrored});
    }
    return all;
}

/// 6 columns, 4 rows, every pixel another grey.
std::shared_ptr<const imaging::Frame> aPattern()
{
    const auto geometry = imaging::FrameGeometry::create(6, 4, 1, imaging::SampleType::U8);
    std::vector<std::byte> greys(24);
    for (std::size_t i = 0; i < greys.size(); ++i)
        greys[i] = std::byte(i * 10);
    return *imaging::Frame::create({.geometry = *geometry}, greys);
}

} // namespace

/// Whatever way a picture lies, a place of it is where it is painted.
class TestMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBackIsTheSamePlace();
    void thePictureFillsItsTarget();
    void whatIsPaintedLiesWhereTheMappingSays();
    void aStepIsSeenWhereItGoes();
    void whatAShutterHidesIsBlackHoweverItLies();
};

void TestMapping::thereAndBackIsTheSamePlace()
{
    std::mt19937 dice(7); // NOLINT: the same places each time
    std::uniform_real_distribution<double> number(-500, 1500);
    for (int i = 0; i < 400; ++i) {
        const QRectF target(number(dice), number(dice), 1 + std::abs(number(dice)),
                            1 + std::abs(number(dice)));
        const ImageMapping mapping(target, 512, 300, allTurns()[std::size_t(i) % 8]);
        const ImagePoint place{number(dice), number(dice)};
        const auto back = mapping.toImage(mapping.toView(place));
        QVERIFY(std::abs(back.column - place.column) < 1e-6 && std::abs(back.row - place.row) < 1e-6);
    }
}

void TestMapping::thePictureFillsItsTarget()
{
    const QRectF target(10, 20, 300, 200);
    for (const auto &turn : allTurns()) {
        const ImageMapping mapping(target, 6, 4, turn);
        const QRectF filled = QRectF(mapping.toView({-0.5, -0.5}), mapping.toView({5.5, 3.5})).normalized();
        QVERIFY(std::abs(filled.left() - target.left()) < 1e-9);
        QVERIFY(std::abs(filled.bottom() - target.bottom()) < 1e-9);
        QVERIFY(std::abs(filled.width() - target.width()) < 1e-9);
    }
}

void TestMapping::whatIsPaintedLiesWhereTheMappingSays()
{
    const auto frame = aPattern();
    for (const auto &turn : allTurns()) {
        Picture picture;
        picture.update(frame, {.window = imaging::windowOver(0, 255)}, turn);
        QCOMPARE(picture.extent(), turn.swapsEdges() ? QSizeF(4, 6) : QSizeF(6, 4));
        const QRectF target(QPointF(3, 5), picture.extent() * 16);
        QImage screen(110, 110, QImage::Format_RGB32);
        screen.fill(Qt::black);
        QPainter painter(&screen);
        picture.paint(painter, target);
        painter.end();

        const ImageMapping mapping(target, 6, 4, turn);
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 6; ++column) {
                const auto at = mapping.toView({double(column), double(row)}).toPoint();
                const int expected = (row * 6 + column) * 10;
                QVERIFY2(std::abs(qGray(screen.pixel(at)) - expected) <= 4,
                         qPrintable(QStringLiteral("%1 quarters, column %2, row %3: %4")
                                        .arg(turn.quarters)
                                        .arg(column)
                                        .arg(row)
                                        .arg(qGray(screen.pixel(at)))));
            }
        }
    }
}

void TestMapping::aStepIsSeenWhereItGoes()
{
    for (const auto &turn : allTurns()) {
        const ImageMapping mapping(
            {0, 0, turn.swapsEdges() ? 200.0 : 300.0, turn.swapsEdges() ? 300.0 : 200.0}, 6, 4, turn);
        const auto step = mapping.step(1, 0);
        const auto from = mapping.toView({2, 2});
        const auto to = mapping.toView({2 + step.column, 2 + step.row});
        QVERIFY(to.x() > from.x() + 1);
        QVERIFY(std::abs(to.y() - from.y()) < 1e-9);
    }
}

void TestMapping::whatAShutterHidesIsBlackHoweverItLies()
{
    const auto geometry = imaging::FrameGeometry::create(6, 4, 1, imaging::SampleType::U8);
    imaging::FrameFacts facts{.geometry = *geometry};
    facts.shutter = imaging::Shutter{.rectangle = imaging::Shutter::Rectangle{1, 1, 4, 2}};
    const auto frame = *imaging::Frame::create(facts, std::vector<std::byte>(24, std::byte{200}));
    for (const auto &turn : allTurns()) {
        Picture picture;
        picture.update(frame, {.window = imaging::windowOver(0, 255)}, turn);
        const auto &image = picture.image();
        const ImageMapping mapping(QRectF(QPointF(), QSizeF(image.size())), 6, 4, turn);
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 6; ++column) {
                const auto at = mapping.toView({double(column), double(row)});
                const int grey = qGray(image.pixel(int(at.x()), int(at.y())));
                QCOMPARE(grey == 0, facts.shutter->hides(column, row));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestMapping)
#include "test_mapping.moc"
