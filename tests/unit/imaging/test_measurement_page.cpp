#include "imaging/measure/measurement_json.h"
#include "imaging/measure/measurement_page.h"

#include <QtTest>

using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

Measurement aLine(const QString &id, double column = 0)
{
    return {.id = id, .kind = MeasurementKind::Length, .points = {{column, 0}, {column, 10}}};
}

QString idsOf(const MeasurementPage &page)
{
    QString ids;
    for (const auto &item : page.items())
        ids += item.id;
    return ids;
}

} // namespace

class TestMeasurementPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesAndRedoesEverything();
    void aGestureIsOneStep();
    void aGestureThatEndsWhereItBeganIsNone();
    void aNewChangeEndsTheRedo();
    void aRemovedOneComesBackWhereItWas();
    void ignoresWhatIsNotThere();
    void undoHasNoLimit();
    void comesBackFromTextBitForBit();
    void readsWhatKnewNoPlaceOfWords();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
};

void TestMeasurementPage::undoesAndRedoesEverything()
{
    MeasurementPage page;
    page.add(aLine(u"a"_s));
    page.change(aLine(u"a"_s, 7));
    page.remove(u"a"_s);

    page.undo();
    QCOMPARE(page.items(), std::vector{aLine(u"a"_s, 7)});
    page.undo();
    QCOMPARE(page.items(), std::vector{aLine(u"a"_s)});
    page.undo();
    QVERIFY(page.items().empty());
    QVERIFY(!page.canUndo());

    page.redo();
    page.redo();
    QCOMPARE(page.items(), std::vector{aLine(u"a"_s, 7)});
    page.redo();
    QVERIFY(page.items().empty());
    QVERIFY(!page.canRedo());
}

void TestMeasurementPage::aGestureIsOneStep()
{
    MeasurementPage page;
    page.add(aLine(u"a"_s));
    page.change(aLine(u"a"_s, 1), 5);
    page.change(aLine(u"a"_s, 2), 5);
    page.change(aLine(u"a"_s, 3), 6);

    page.undo();
    QCOMPARE(page.items(), std::vector{aLine(u"a"_s, 2)});
    page.undo();
    QCOMPARE(page.items(), std::vector{aLine(u"a"_s)});
}

void TestMeasurementPage::aGestureThatEndsWhereItBeganIsNone()
{
    MeasurementPage page;
    page.add(aLine(u"a"_s));
    page.change(aLine(u"a"_s, 1), 5);
    page.change(aLine(u"a"_s), 5);

    page.undo();
    QVERIFY(page.items().empty());
}

void TestMeasurementPage::aNewChangeEndsTheRedo()
{
    MeasurementPage page;
    page.add(aLine(u"a"_s));
    page.undo();
    page.add(aLine(u"b"_s));

    QVERIFY(!page.canRedo());
    QCOMPARE(idsOf(page), u"b"_s);
}

void TestMeasurementPage::aRemovedOneComesBackWhereItWas()
{
    MeasurementPage page;
    for (const auto &id : {u"a"_s, u"b"_s, u"c"_s})
        page.add(aLine(id));
    page.remove(u"b"_s);
    page.undo();

    QCOMPARE(idsOf(page), u"abc"_s);
}

void TestMeasurementPage::ignoresWhatIsNotThere()
{
    MeasurementPage page;
    page.change(aLine(u"x"_s));
    page.remove(u"x"_s);
    page.undo();

    QVERIFY(page.items().empty());
    QVERIFY(!page.canUndo());
}

void TestMeasurementPage::undoHasNoLimit()
{
    MeasurementPage page;
    constexpr int kMany = 5000;
    for (int i = 0; i < kMany; ++i)
        page.add(aLine(QString::number(i)));
    for (int i = 0; i < kMany; ++i)
        page.undo();

    QVERIFY(page.items().empty());
}

void TestMeasurementPage::comesBackFromTextBitForBit()
{
    std::vector<Measurement> all;
    for (const auto kind : allKinds()) {
        Measurement one{.id = kindCode(kind), .kind = kind, .label = u"左肺 \"5\""_s};
        for (int i = 0; i < pointCount(kind); ++i)
            one.points.push_back({i / 3.0, -1e-7 * i});
        all.push_back(one);
    }
    all.back().labelAt = ImagePoint{1 / 7.0, -12.5};

    const auto back = measurementsFromText(toText(all));

    QVERIFY(back);
    QCOMPARE(*back, all);
    QVERIFY(toText({}).isEmpty());
    QVERIFY(measurementsFromText({})->empty());
}

void TestMeasurementPage::readsWhatKnewNoPlaceOfWords()
{
    const auto old =
        measurementsFromText(u"[{\"id\":\"1\",\"kind\":\"probe\",\"label\":\"\",\"points\":[[1,2]]}]"_s);

    QVERIFY(old);
    QVERIFY(!old->front().labelAt);
    QCOMPARE(toText(*old), u"[{\"id\":\"1\",\"kind\":\"probe\",\"label\":\"\",\"points\":[[1,2]]}]"_s);
}

void TestMeasurementPage::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no list") << u"{}"_s;
    QTest::newRow("unknown kind") << u"[{\"id\":\"1\",\"kind\":\"spiral\",\"points\":[[1,2]]}]"_s;
    QTest::newRow("no id") << u"[{\"kind\":\"probe\",\"points\":[[1,2]]}]"_s;
    QTest::newRow("a point missing") << u"[{\"id\":\"1\",\"kind\":\"length\",\"points\":[[1,2]]}]"_s;
    QTest::newRow("half a point") << u"[{\"id\":\"1\",\"kind\":\"probe\",\"points\":[[1]]}]"_s;
    QTest::newRow("words for a point") << u"[{\"id\":\"1\",\"kind\":\"probe\",\"points\":[[1,\"x\"]]}]"_s;
    QTest::newRow("beyond all numbers") << u"[{\"id\":\"1\",\"kind\":\"probe\",\"points\":[[1,1e999]]}]"_s;
    QTest::newRow("half a place of words")
        << u"[{\"id\":\"1\",\"kind\":\"probe\",\"points\":[[1,2]],\"labelAt\":[1]}]"_s;
    QTest::newRow("words for a place of words")
        << u"[{\"id\":\"1\",\"kind\":\"probe\",\"points\":[[1,2]],\"labelAt\":\"left\"}]"_s;
    QTest::newRow("words beyond all numbers")
        << u"[{\"id\":\"1\",\"kind\":\"probe\",\"points\":[[1,2]],\"labelAt\":[1,1e999]}]"_s;
}

void TestMeasurementPage::refusesWhatItCannotRead()
{
    QFETCH(QString, text);

    QVERIFY(!measurementsFromText(text));
}

QTEST_GUILESS_MAIN(TestMeasurementPage)
#include "test_measurement_page.moc"
