#include "tour/tour_options.h"

#include <QTest>

using namespace simiao::tour;
using namespace Qt::StringLiterals;

class TestTourOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOptionIsRead()
    {
        const auto options = parseTourOptions(
            {u"--tour"_s, u"a.json"_s, u"--language"_s, u"en"_s, u"--size"_s, u"1920x1080"_s, u"--output"_s,
             u"out"_s, u"--profile"_s, u"p"_s, u"--patience"_s, u"6"_s, u"--visible"_s});

        QVERIFY(options);
        QCOMPARE(*options, (TourOptions{u"a.json"_s, u"en"_s, QSize(1920, 1080), u"out"_s, u"p"_s, true, 6}));
    }

    void whatIsNotSaidIsLeftToTheFile()
    {
        const auto options = parseTourOptions({u"--tour"_s, u"a.json"_s});

        QVERIFY(options);
        QVERIFY(!options->language && !options->size && !options->isVisible);
        QCOMPARE(options->patience, 1);
    }

    void aWrongLineIsRefused()
    {
        QVERIFY(!parseTourOptions({u"--tour"_s, u"a.json"_s, u"--size"_s, u"big"_s}));
        QVERIFY(!parseTourOptions({u"--tour"_s, u"a.json"_s, u"--fast"_s}));
        QVERIFY(!parseTourOptions({u"--tour"_s, u"a.json"_s, u"--patience"_s, u"0"_s}));
        QVERIFY(!parseTourOptions({u"--tour"_s, u"a.json"_s, u"--patience"_s, u"long"_s}));
        QVERIFY(!parseTourOptions({u"--tour"_s, u"a.json"_s, u"b.json"_s}));
    }
};

QTEST_GUILESS_MAIN(TestTourOptions)
#include "test_tour_options.moc"
