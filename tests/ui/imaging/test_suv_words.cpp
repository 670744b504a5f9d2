#include "imaging/models/measurement_words.h"

#include <QTest>

#include <cstring>

using namespace simiao;
using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

/// 10 x 10 pixels of 10 000 Bq/ml with one of 26 428.5 in the middle; ADMIN: 70 000 g over 370 MBq, 1.891892e-4 a Bq/ml.
std::shared_ptr<const Frame> aPetSlice(const QStringList &corrected)
{
    constexpr int kEdge = 10;
    std::vector<float> values(kEdge * kEdge, 10'000.0F);
    values[55] = 26'428.5F;
    std::vector<std::byte> bytes(values.size() * sizeof(float));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    FrameFacts facts{.geometry = FrameGeometry::create(kEdge, kEdge, 1, SampleType::F32).value(),
                     .bitsStored = 32};
    facts.modality.unit = u"Bq/ml"_s;
    facts.spacing = {4, 4, SpacingBasis::PixelSpacing};
    facts.pet = PetFacts{.units = u"BQML"_s,
                         .correctedImage = corrected,
                         .decayCorrection = u"ADMIN"_s,
                         .weightKg = 70,
                         .doseBq = 370e6};
    return Frame::create(std::move(facts), std::move(bytes)).value();
}

Measurement aProbe(double column, double row)
{
    return {.id = u"1"_s, .kind = MeasurementKind::Probe, .points = {{column, row}}};
}

Measurement aBox()
{
    return {.id = u"2"_s, .kind = MeasurementKind::Rectangle, .points = {{3.5, 3.5}, {6.5, 6.5}}};
}

} // namespace

/// What the value tools say of PET.
class TestSuvWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsSaidAsSuvToo();
    void aRegionHasMeanAndMaximum();
    void whyThereIsNoneIsSaid();
    void otherImagesSayNothing();
    void aDoseIsSaidInItsUnit();
};

void TestSuvWords::aValueIsSaidAsSuvToo()
{
    const auto frame = aPetSlice({u"ATTN"_s, u"DECY"_s});

    // 26 428.5 * 70 000 / 370 000 000 = 5.00
    QCOMPARE(viewer::measurementLines(aProbe(5, 5), *frame),
             (QStringList{u"2.643e+04 Bq/ml"_s, u"SUV (body weight) 5.00"_s, u"column 6, row 6"_s}));
    QVERIFY(viewer::measurementLines(aProbe(1, 1), *frame).contains(u"SUV (body weight) 1.89"_s));
}

void TestSuvWords::aRegionHasMeanAndMaximum()
{
    const auto lines = viewer::measurementLines(aBox(), *aPetSlice({u"ATTN"_s, u"DECY"_s}));

    // Nine pixels: (8 * 10 000 + 26 428.5) / 9 = 11 825.4 Bq/ml, SUV 2.24
    QVERIFY2(lines.contains(u"SUV (body weight) mean 2.24, max 5.00"_s), qPrintable(lines.join(u'\n')));
}

void TestSuvWords::whyThereIsNoneIsSaid()
{
    const auto frame = aPetSlice({u"NORM"_s, u"DECY"_s});

    const auto lines = viewer::measurementLines(aProbe(5, 5), *frame);

    QVERIFY2(lines.contains(u"No SUV: the image is not corrected for attenuation (NORM DECY)."_s),
             qPrintable(lines.join(u'\n')));
    QVERIFY(viewer::measurementLines(aBox(), *frame).filter(u"No SUV"_s).size() == 1);
}

void TestSuvWords::otherImagesSayNothing()
{
    auto facts = aPetSlice({})->facts();
    facts.pet.reset();
    const auto bytes = aPetSlice({})->bytes();
    const auto frame = Frame::create(facts, {bytes.begin(), bytes.end()}).value();

    QVERIFY(viewer::measurementLines(aProbe(5, 5), *frame).filter(u"SUV"_s).isEmpty());
}

void TestSuvWords::aDoseIsSaidInItsUnit()
{
    auto facts = aPetSlice({})->facts();
    facts.pet.reset();
    facts.modality = {.slope = 0.00002, .unit = u"Gy"_s};
    const auto bytes = aPetSlice({})->bytes();
    const auto lines = [&] {
        const auto frame = Frame::create(facts, {bytes.begin(), bytes.end()}).value();
        return viewer::measurementLines(aProbe(1, 1), *frame);
    };
    QCOMPARE(lines().first(), u"0.2 Gy"_s);

    facts.modality.unit = u"relative"_s;

    QCOMPARE(lines().first(), u"0.2 relative"_s);
}

QTEST_GUILESS_MAIN(TestSuvWords)
#include "test_suv_words.moc"
