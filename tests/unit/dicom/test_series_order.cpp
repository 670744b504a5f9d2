#include "integration/dicom/series_assembly.h"

#include <QtTest>

#include <algorithm>

using namespace simiao;
using namespace Qt::StringLiterals;
using dicom::InstanceHeader;

namespace {

const imaging::ImageOrientation kAxial{{1, 0, 0}, {0, 1, 0}};
const imaging::ImageOrientation kSagittal{{0, 1, 0}, {0, 0, -1}};

InstanceHeader anImage(int number)
{
    InstanceHeader header;
    header.series.studyInstanceUid = u"1.2"_s;
    header.series.seriesInstanceUid = u"1.2.3"_s;
    header.instance.instanceNumber = number;
    header.instance.sopInstanceUid = u"1.2.3.%1"_s.arg(number);
    return header;
}

InstanceHeader aSlice(int number, double z, const imaging::ImageOrientation &orientation = kAxial)
{
    auto header = anImage(number);
    header.orientation = orientation;
    header.position = imaging::Vector3{-180, -180, z};
    return header;
}

QList<int> order(std::vector<InstanceHeader> headers)
{
    const auto series = dicom::assembleSeries(std::move(headers));
    QList<int> numbers;
    for (const auto &instance : series.at(0).instances)
        numbers += instance.instanceNumber;
    return numbers;
}

} // namespace

class TestSeriesOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesStandByPlaceNotByNumber();
    void theDirectionIsTheOneOfTheNumbers();
    void slicesAtOnePlaceStandByNumber();
    void phasesFollowEachOther();
    void imagesWithoutAPlaceStandByNumber();
    void crossedPlanesStandByNumber();
    void theOrderOfFilesNeverMatters();
    void seriesStandByStudyDateThenNumber();
};

void TestSeriesOrder::slicesStandByPlaceNotByNumber()
{
    QCOMPARE(order({aSlice(1, 0), aSlice(3, 5), aSlice(2, 10), aSlice(4, 15)}), (QList{1, 3, 2, 4}));
}

void TestSeriesOrder::theDirectionIsTheOneOfTheNumbers()
{
    QCOMPARE(order({aSlice(3, -20), aSlice(1, 0), aSlice(2, -10)}), (QList{1, 2, 3}));
}

void TestSeriesOrder::slicesAtOnePlaceStandByNumber()
{
    QCOMPARE(order({aSlice(4, 10), aSlice(2, 0), aSlice(3, 10), aSlice(1, 0)}), (QList{1, 2, 3, 4}));
}

/// As the modality numbered them, upwards or downwards; not where one is missing, nobody knows of which phase.
void TestSeriesOrder::phasesFollowEachOther()
{
    QCOMPARE(
        order({aSlice(1, 0), aSlice(2, 10), aSlice(3, 20), aSlice(4, 0.001), aSlice(5, 10), aSlice(6, 20)}),
        (QList{1, 2, 3, 4, 5, 6}));
    QCOMPARE(order({aSlice(1, 20), aSlice(2, 10), aSlice(3, 0), aSlice(4, 20), aSlice(5, 10), aSlice(6, 0)}),
             (QList{1, 2, 3, 4, 5, 6}));
    QCOMPARE(order({aSlice(1, 0), aSlice(2, 10), aSlice(3, 20), aSlice(4, 0), aSlice(6, 20)}),
             (QList{1, 4, 2, 3, 6}));
}

void TestSeriesOrder::imagesWithoutAPlaceStandByNumber()
{
    QCOMPARE(order({aSlice(3, 0), anImage(1), aSlice(2, 10)}), (QList{1, 2, 3}));
}

void TestSeriesOrder::crossedPlanesStandByNumber()
{
    QCOMPARE(order({aSlice(2, 0), aSlice(1, 50, kSagittal), aSlice(3, -10)}), (QList{1, 2, 3}));
}

void TestSeriesOrder::theOrderOfFilesNeverMatters()
{
    std::vector<int> shuffle{0, 1, 2, 3, 4};
    do {
        std::vector<InstanceHeader> headers;
        for (const int i : shuffle)
            headers.push_back(aSlice(i + 1, -7.5 * i));
        QCOMPARE(order(headers), (QList{1, 2, 3, 4, 5}));
    } while (std::ranges::next_permutation(shuffle).found);
}

void TestSeriesOrder::seriesStandByStudyDateThenNumber()
{
    auto newer = anImage(1);
    newer.series.studyInstanceUid = u"1.1"_s;
    newer.series.studyDate = u"2026-11-22"_s;
    auto second = anImage(1);
    second.series.seriesInstanceUid = u"1.2.2"_s;
    second.series.seriesNumber = 2;
    auto first = anImage(1);
    first.series.seriesNumber = 1;

    const auto series = dicom::assembleSeries({newer, second, first});

    QCOMPARE(series.size(), 3U);
    QCOMPARE(series[0].seriesInstanceUid, u"1.2.3"_s);
    QCOMPARE(series[1].seriesInstanceUid, u"1.2.2"_s);
    QCOMPARE(series[2].studyInstanceUid, u"1.1"_s);
}

QTEST_GUILESS_MAIN(TestSeriesOrder)
#include "test_series_order.moc"
