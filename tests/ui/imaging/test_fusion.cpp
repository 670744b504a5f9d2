#include "fake_image_source.h"
#include "imaging/views/overlay.h"
#include "imaging/views/plane_view.h"
#include "imaging/views/volume_commands.h"
#include "imaging/views/volume_view.h"
#include "panel_fixture.h"

#include <QCoroTask>

#include <cstring>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;
using imaging::operator-;

namespace {

/// A CT of water in slices of 2 mm, and a PET of 4 mm voxels with one hot ball in it; both say where they lie.
class PetCtSource : public test::FakeImageSource
{
public:
    imaging::Vector3 ball{30, 20, 24};
    QString petFrame = u"1.2.3"_s;
    QStringList corrected{u"ATTN"_s, u"DECY"_s};

    Task<Picture> frame(workflow::ImageInstance instance, int, std::stop_token) override
    {
        const bool isUncorrected = instance.location == u"NAC"_s;
        co_return isUncorrected || instance.location == u"PT"_s
            ? pet(instance.instanceNumber, isUncorrected ? QStringList{u"DECY"_s} : corrected)
            : ct(instance.instanceNumber);
    }

private:
    static imaging::FrameFacts factsOf(int edge, double pixelMm, double z, imaging::SampleType type)
    {
        imaging::FrameFacts facts{.geometry = imaging::FrameGeometry::create(edge, edge, 1, type).value(),
                                  .bitsStored = 16};
        facts.orientation = imaging::ImageOrientation{{1, 0, 0}, {0, 1, 0}};
        facts.spacing = {pixelMm, pixelMm, imaging::SpacingBasis::PixelSpacing};
        facts.position = imaging::Vector3{0, 0, z};
        facts.frameOfReferenceUid = u"1.2.3"_s;
        return facts;
    }

    static Picture ct(int number)
    {
        constexpr int kEdge = 64;
        auto facts = factsOf(kEdge, 1, 2.0 * number, imaging::SampleType::I16);
        facts.windows = {{0, 400}};
        return imaging::Frame::create(std::move(facts), std::vector<std::byte>(kEdge * kEdge * 2));
    }

    Picture pet(int number, const QStringList &corrections) const
    {
        constexpr int kEdge = 16;
        constexpr double kStep = 4;
        auto facts = factsOf(kEdge, kStep, kStep * number, imaging::SampleType::F32);
        facts.frameOfReferenceUid = petFrame;
        facts.modality.unit = u"Bq/ml"_s;
        facts.pet = imaging::PetFacts{.units = u"BQML"_s,
                                      .correctedImage = corrections,
                                      .decayCorrection = u"ADMIN"_s,
                                      .weightKg = 70,
                                      .doseBq = 370e6};
        std::vector<float> values;
        for (int row = 0; row < kEdge; ++row) {
            for (int column = 0; column < kEdge; ++column) {
                const auto away =
                    imaging::length(imaging::Vector3{column * kStep, row * kStep, kStep * number} - ball);
                values.push_back(away < 9 ? 60'000.0F : 0.0F); // SUV 11
            }
        }
        std::vector<std::byte> bytes(values.size() * sizeof(float));
        std::memcpy(bytes.data(), values.data(), bytes.size());
        return imaging::Frame::create(std::move(facts), std::move(bytes));
    }
};

workflow::ImageSeries aSeriesOf(const QString &modality, int slices, const administration::Patient &patient)
{
    auto series = test::aSeries(modality, slices, patient);
    series.modality = modality;
    for (auto &instance : series.instances)
        instance.location = modality;
    return series;
}

} // namespace

/// PET over CT, by the places of the patient.
class TestFusion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, {}); }
    void init();

    void theBallGlowsWhereItIs();
    void opacityByKeys();
    void refusesAnotherFrameOfReference();
    void refusesWhereNobodySaysTheFrame();
    void saysPlainValuesWithoutSuv();
    void theScaleIsNeverCut();
    void offersNothingWithoutPet();
    void goesThroughTheCorrectedOneFirst();

private:
    VolumeView *view() { return f->panel->findChild<VolumeView *>(); }
    bool opened(const std::vector<workflow::ImageSeries> &series)
    {
        source->places[u"/pet-ct"_s] = series;
        f->open({u"/pet-ct"_s});
        f->panel->resize(800, 640);
        if (!QTest::qWaitFor([this] { return f->viewport()->isLoaded(); }, test::kComesWithinMs))
            return false;
        f->press(Qt::Key_M, Qt::ShiftModifier);
        return view() && QTest::qWaitFor([this] { return view()->isLoaded(); }, test::kComesWithinMs);
    }
    bool openedBoth()
    {
        return opened({aSeriesOf(u"CT"_s, 24, f->patient()), aSeriesOf(u"PT"_s, 12, f->patient())});
    }
    /// Of the axial plane, as it is painted.
    QColor colourAt(const imaging::Vector3 &place)
    {
        auto *axial = view()->plane(PlaneKind::Axial);
        return axial->grab().toImage().pixelColor(axial->lens().toView(place).toPoint());
    }
    /// The middle of the scale, which nothing in the picture has: pure red, at the right edge.
    bool hasColourBar()
    {
        const auto seen = view()->plane(PlaneKind::Axial)->grab().toImage();
        const int column = seen.width() - 12;
        for (int row = 0; row < seen.height() / 2; ++row) {
            const auto colour = seen.pixelColor(column, row);
            if (colour.red() > 240 && colour.green() < 30 && colour.blue() < 30)
                return true;
        }
        return false;
    }
    bool isFused()
    {
        return QTest::qWaitFor(
            [this] {
                return view()->fusion()->volume() && view()->isLoaded()
                    && view()->plane(PlaneKind::Axial)->text().contains(u"PET"_s);
            },
            test::kComesWithinMs);
    }

    std::shared_ptr<PetCtSource> source;
    std::unique_ptr<test::PanelFixture> f;
};

void TestFusion::init()
{
    source = std::make_shared<PetCtSource>();
    f = std::make_unique<test::PanelFixture>(source);
}

void TestFusion::theBallGlowsWhereItIs()
{
    QVERIFY(openedBoth());
    auto planes = view()->stage()->planes();
    planes.moveTo({44, 44, 24}); // the cross beside the ball, its plane through it
    view()->stage()->setPlanes(planes);
    QTRY_VERIFY(view()->isLoaded());
    QVERIFY(colourAt({30, 20, 24}).hslSaturation() < 10);
    QVERIFY(!hasColourBar());

    f->press(Qt::Key_P);

    QVERIFY(isFused());
    QVERIFY(hasColourBar());
    QVERIFY(view()->plane(PlaneKind::Axial)->text().contains(u"PET: SUV 0 to 10; No slab · opacity 50 %"_s));
    const auto hot = colourAt({30, 20, 24});
    QVERIFY2(hot.green() > 210 && hot.red() - colourAt({52, 36, 24}).red() > 50, qPrintable(hot.name()));
    const auto cold = colourAt({52, 20, 24});
    QVERIFY2(cold.hslSaturation() < 10, qPrintable(cold.name()));
    if (const auto folder = qEnvironmentVariable("SIMIAO_PICTURES"); !folder.isEmpty())
        QVERIFY(f->panel->grab().save(folder + u"/mpr-fusion.png"_s));
    // Away from the ball nothing glows.
    planes.moveTo({44, 44, 44});
    view()->stage()->setPlanes(planes);
    QTRY_VERIFY(view()->isLoaded());
    QVERIFY(colourAt({30, 20, 44}).hslSaturation() < 10);
    f->press(Qt::Key_P);
    QVERIFY(!view()->fusion()->volume());
    QVERIFY(!view()->plane(PlaneKind::Axial)->text().contains(u"PET"_s));
}

void TestFusion::opacityByKeys()
{
    QVERIFY(openedBoth());
    f->press(Qt::Key_P);
    QVERIFY(isFused());

    f->press(Qt::Key_Period);
    QVERIFY(view()->plane(PlaneKind::Axial)->text().contains(u"opacity 60 %"_s));
    f->press(Qt::Key_Comma);
    f->press(Qt::Key_Comma);
    QVERIFY(view()->plane(PlaneKind::Axial)->text().contains(u"opacity 40 %"_s));
}

void TestFusion::refusesAnotherFrameOfReference()
{
    source->petFrame = u"1.2.4"_s;
    QVERIFY(openedBoth());

    f->press(Qt::Key_P);

    QTRY_VERIFY2(view()->text().contains(u"the same frame of reference"_s), qPrintable(view()->text()));
    QVERIFY(!view()->fusion()->volume());
}

void TestFusion::refusesWhereNobodySaysTheFrame()
{
    imaging::VolumeFacts silent;

    QCOMPARE(checkFusable(silent, silent).error().code, u"imaging.fusion-frame"_s);
}

void TestFusion::saysPlainValuesWithoutSuv()
{
    source->corrected = {u"DECY"_s};
    QVERIFY(openedBoth());

    f->press(Qt::Key_P);

    QVERIFY(isFused());
    const auto text = view()->plane(PlaneKind::Axial)->text();
    QVERIFY(!text.contains(u"SUV"_s));
    QVERIFY2(text.contains(u"PET: 0 to 60,000\u00A0Bq/ml; NOT CORRECTED FOR ATTENUATION"_s),
             qPrintable(text));
}

/// What the colours mean is read in the smallest plane, too.
void TestFusion::theScaleIsNeverCut()
{
    source->corrected = {u"DECY"_s};
    auto first = aSeriesOf(u"PT"_s, 12, f->patient());
    first.seriesDescription = u"Whole body, a long description of the vendor 2026"_s;
    QVERIFY(opened({aSeriesOf(u"CT"_s, 24, f->patient()), first}));
    f->press(Qt::Key_P);
    QVERIFY(isFused());

    const auto *plane = view()->plane(PlaneKind::Coronal);
    const auto texts = plane->corners();
    const QFontMetrics metrics(plane->font());
    const auto bare = [](QString words) { return words.remove(u' ').remove(QChar::Nbsp); };
    for (const int room : {90, 130, 200}) {
        const auto rows =
            bare(cornerRows(texts.bottomLeft, {room, 260}, metrics, texts.whole).join(QString()));
        QVERIFY2(rows.startsWith(u"PET:0to60,000Bq/mlNOTCORRECTEDFORATTENUATION"_s), qPrintable(rows));
    }
}

void TestFusion::offersNothingWithoutPet()
{
    QVERIFY(opened({aSeriesOf(u"CT"_s, 24, f->patient())}));

    f->press(Qt::Key_P);

    QVERIFY(!view()->fusion()->isPossible());
    QVERIFY(!view()->fusion()->volume());
}

void TestFusion::goesThroughTheCorrectedOneFirst()
{
    auto uncorrected = aSeriesOf(u"NAC"_s, 12, f->patient());
    uncorrected.modality = u"PT"_s;
    uncorrected.seriesDescription = u"WB NAC"_s;
    auto corrected = aSeriesOf(u"PT"_s, 12, f->patient());
    corrected.seriesDescription = u"WB CTAC"_s;
    QVERIFY(opened({aSeriesOf(u"CT"_s, 24, f->patient()), uncorrected, corrected}));
    const auto text = [this] { return view()->plane(PlaneKind::Axial)->text(); };

    f->press(Qt::Key_P);

    QVERIFY(isFused());
    QVERIFY2(text().contains(u"PET 1/2: SUV 0 to 10; WB CTAC"_s), qPrintable(text()));
    f->press(Qt::Key_P);
    QTRY_VERIFY2(text().contains(u"PET 2/2: 0 to 60,000\u00A0Bq/ml; NOT CORRECTED FOR ATTENUATION; WB NAC"_s),
                 qPrintable(text()));
    QVERIFY2(!text().contains(u"SUV"_s), qPrintable(text()));
    f->press(Qt::Key_P);
    QVERIFY(!view()->fusion()->volume());
    QVERIFY(!text().contains(u"WB"_s));
    f->press(Qt::Key_P);
    QVERIFY(isFused());
    QVERIFY2(text().contains(u"WB CTAC"_s), qPrintable(text()));
}

QTEST_MAIN(TestFusion)
#include "test_fusion.moc"
