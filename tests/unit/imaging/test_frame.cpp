#include "unit/imaging/frame_builder.h"

#include <QtTest>

using namespace simiao::imaging;
using namespace Qt::StringLiterals;
using simiao::ErrorKind;
using simiao::test::aRowOf;

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsBytesIn64Bits();
    void refusesImpossibleShapes_data();
    void refusesImpossibleShapes();
    void refusesPixelsThatAreMissing();
    void findsTheRangeWithAndWithoutPadding();
    void aFrameOfPaddingAloneHasAnEmptyRange();
};

void TestFrame::countsBytesIn64Bits()
{
    const auto geometry = FrameGeometry::create(16'384, 16'384, 1, SampleType::F32);

    QVERIFY(geometry);
    QCOMPARE(geometry->byteSize(), std::int64_t{1} << 30);
    QCOMPARE(geometry->pixelCount(), std::int64_t{1} << 28);
}

void TestFrame::refusesImpossibleShapes_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("samples");
    QTest::addColumn<QString>("code");
    QTest::newRow("no columns") << 0 << 10 << 1 << u"imaging.geometry-empty"_s;
    QTest::newRow("negative rows") << 10 << -1 << 1 << u"imaging.geometry-empty"_s;
    QTest::newRow("two samples") << 10 << 10 << 2 << u"imaging.samples-per-pixel"_s;
    QTest::newRow("edge beyond 16 bits") << 65'536 << 1 << 1 << u"imaging.geometry-too-large"_s;
    QTest::newRow("2^32 bytes and more") << 65'535 << 65'535 << 3 << u"imaging.geometry-too-large"_s;
    QTest::newRow("largest int") << INT_MAX << INT_MAX << 1 << u"imaging.geometry-too-large"_s;
}

void TestFrame::refusesImpossibleShapes()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    QFETCH(int, samples);
    QFETCH(QString, code);

    const auto geometry = FrameGeometry::create(columns, rows, samples, SampleType::F64);

    QVERIFY(!geometry);
    QCOMPARE(geometry.error().code, code);
}

void TestFrame::refusesPixelsThatAreMissing()
{
    const auto geometry = FrameGeometry::create(2, 2, 1, SampleType::U16);

    const auto frame = Frame::create({.geometry = *geometry}, std::vector<std::byte>(7));

    QVERIFY(!frame);
    QCOMPARE(frame.error().kind, ErrorKind::Corrupt);
    QCOMPARE(frame.error().code, u"imaging.pixels-missing"_s);
}

void TestFrame::findsTheRangeWithAndWithoutPadding()
{
    const auto frame = aRowOf<std::int16_t>({-2000, 5, -7, 300}, [](FrameFacts &facts) {
        facts.padding = ValueRange{.lowest = -2000, .highest = -1500};
    });

    QCOMPARE(frame->storedRange(), (ValueRange{-2000, 300}));
    QCOMPARE(frame->measuredRange(), (ValueRange{-7, 300}));
    QCOMPARE(frame->storedAt(2, 0), -7.0);
}

void TestFrame::aFrameOfPaddingAloneHasAnEmptyRange()
{
    const auto frame = aRowOf<std::int16_t>({-2000, -2000}, [](FrameFacts &facts) {
        facts.padding = ValueRange{.lowest = -2000, .highest = -2000};
    });

    QCOMPARE(frame->measuredRange(), (ValueRange{0, 0}));
}

QTEST_GUILESS_MAIN(TestFrame)
#include "test_frame.moc"
