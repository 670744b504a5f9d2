#include "integration/dicom/functional_groups.h"
#include "unit/dicom/small_image.h"

using namespace simiao;
using namespace Qt::StringLiterals;
using test::SmallImage;

namespace {

constexpr int kFrames = 3;

DcmItem &itemOf(DcmItem &dataset, const DcmTagKey &sequence, long number)
{
    DcmItem *item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, number);
    return *item;
}

void putRescale(DcmItem &group, const char *intercept)
{
    auto &values = itemOf(group, DCM_PixelValueTransformationSequence, 0);
    values.putAndInsertString(DCM_RescaleSlope, "2");
    values.putAndInsertString(DCM_RescaleIntercept, intercept);
    values.putAndInsertString(DCM_RescaleType, "HU");
}

/// Three frames of CT, of which as many say what their values are.
class Frames
{
public:
    explicit Frames(int described)
        : m_image(std::vector<std::uint16_t>{1000, 1001, 1002, 1003, 1004, 1005})
    {
        auto &dataset = m_image.dataset();
        dataset.putAndInsertString(DCM_Modality, "CT");
        dataset.putAndInsertString(DCM_NumberOfFrames, "3");
        dataset.putAndInsertUint16(DCM_Columns, 2);
        for (int frame = 0; frame < described; ++frame)
            putRescale(itemOf(dataset, DCM_PerFrameFunctionalGroupsSequence, frame), "-1024");
    }

    void share() { putRescale(itemOf(m_image.dataset(), DCM_SharedFunctionalGroupsSequence, 0), "-1000"); }
    imaging::FrameFacts facts(int frame) { return m_image.frame(frame)->facts(); }

private:
    SmallImage m_image;
};

} // namespace

/// What each frame of an enhanced image says itself.
class TestFunctionalGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesWithTheirGroupsAreWhole();
    void aFrameWithoutItsGroupsSaysSo();
    void keepsAUnitThatAllFramesShare();
    void imagesWithoutPerFrameGroupsMissNone();
};

void TestFunctionalGroups::framesWithTheirGroupsAreWhole()
{
    Frames frames(kFrames);

    for (int frame = 0; frame < kFrames; ++frame) {
        QVERIFY(frames.facts(frame).defects.empty());
        QCOMPARE(frames.facts(frame).modality.unit, u"HU"_s);
    }
}

void TestFunctionalGroups::aFrameWithoutItsGroupsSaysSo()
{
    Frames frames(1);

    QVERIFY(frames.facts(0).defects.empty());
    for (int frame = 1; frame < kFrames; ++frame) {
        const auto facts = frames.facts(frame);
        QCOMPARE(facts.defects,
                 (std::vector<imaging::Defect>{{u"imaging.functional-groups-missing"_s, u"1/3"_s}}));
        QCOMPARE(facts.modality.unit, QString());
    }
}

void TestFunctionalGroups::keepsAUnitThatAllFramesShare()
{
    Frames frames(1);
    frames.share();

    const auto facts = frames.facts(2);

    QCOMPARE(facts.defects.size(), std::size_t{1});
    QCOMPARE(facts.modality.intercept, -1000.0);
    QCOMPARE(facts.modality.unit, u"HU"_s);
}

void TestFunctionalGroups::imagesWithoutPerFrameGroupsMissNone()
{
    Frames frames(0);

    QVERIFY(frames.facts(2).defects.empty());
    QCOMPARE(frames.facts(2).modality.unit, u"HU"_s);
}

QTEST_GUILESS_MAIN(TestFunctionalGroups)
#include "test_functional_groups.moc"
