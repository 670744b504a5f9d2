#include "fake_image_source.h"
#include "imaging/models/corner_texts.h"
#include "imaging/models/measurement_words.h"
#include "imaging/models/segment_words.h"

#include <QTest>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;
using imaging::Segmentation;

namespace {

test::FramePtr aFrameOf(const std::optional<Segmentation> &segmentation, double value)
{
    const auto plain = test::aFrame(8, 8, value);
    auto facts = plain->facts();
    facts.modality.unit = QString();
    facts.segmentation = segmentation;
    return *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
}

QStringList probedIn(const Segmentation &segmentation, double value)
{
    const imaging::Measurement probe{
        .id = u"1"_s, .kind = imaging::MeasurementKind::Probe, .points = {{2, 2}}};
    return measurementLines(probe, *aFrameOf(segmentation, value));
}

const Segmentation kLiver{.segments = {{3, u"Liver"_s}}};
const Segmentation kMap{.segments = {{1, u"Nucleus"_s}, {2, QString()}, {7, u"细胞"_s}}, .isLabelMap = true};

} // namespace

/// What parts a segmentation shows, in words.
class TestSegmentWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCornerNamesTheSegment()
    {
        const auto cornerOf = [](const std::optional<Segmentation> &segmentation) {
            return cornerTexts({.series = test::aSeries(u"1"_s, 1),
                                .frame = aFrameOf(segmentation, 1),
                                .display = {},
                                .mrn = {}})
                .topRight.filter(u"egment"_s);
        };
        QCOMPARE(cornerOf(kLiver), QStringList{u"Segment 3: Liver"_s});
        QCOMPARE(cornerOf(kMap),
                 (QStringList{u"Segment 1: Nucleus"_s, u"Segment 2"_s, u"Segment 7: 细胞"_s}));
        QVERIFY(cornerOf(std::nullopt).isEmpty());
    }

    void aLegendOfManyEndsWithHowManyMore()
    {
        Segmentation many{.isLabelMap = true};
        for (int i = 1; i <= 9; ++i)
            many.segments.push_back({i, u"part"_s});

        const auto lines = segmentLines(many);

        QCOMPARE(lines.size(), 6);
        QVERIFY2(lines.last().contains(u'4'), qPrintable(lines.last()));
    }

    void aProbeSaysWhatItsValueMeans_data()
    {
        QTest::addColumn<bool>("isMap");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("within") << false << 1.0 << u"Segment 3: Liver"_s;
        QTest::newRow("a little of it") << false << 20.0 << u"Segment 3: Liver"_s;
        QTest::newRow("outside") << false << 0.0 << u"Outside segment 3: Liver"_s;
        QTest::newRow("by number") << true << 7.0 << u"Segment 7: 细胞"_s;
        QTest::newRow("none") << true << 0.0 << u"No segment"_s;
        QTest::newRow("of no name") << true << 4.0 << u"Segment 4, which the file does not name"_s;
    }
    void aProbeSaysWhatItsValueMeans()
    {
        QFETCH(bool, isMap);
        QFETCH(double, value);
        QFETCH(QString, words);

        const auto lines = probedIn(isMap ? kMap : kLiver, value);

        QCOMPARE(lines.size(), 3); // the value, what it means, the place
        QCOMPARE(lines[1], words);
    }
};

QTEST_GUILESS_MAIN(TestSegmentWords)
#include "test_segment_words.moc"
