#include "imaging/fitted_ramp.h"
#include "imaging/pixel_kernels.h"
#include "unit/imaging/frame_builder.h"

#include <QTest>

#include <limits>
#include <random>

using namespace simiao;
using namespace simiao::imaging;

namespace {

template <typename T>
std::vector<T> everyValue()
{
    std::vector<T> values;
    for (int value = std::numeric_limits<T>::min(); value <= std::numeric_limits<T>::max(); ++value)
        values.push_back(T(value));
    return values;
}

void run(const PixelKernels &kernels,
         const std::vector<std::int16_t> &in,
         const GreyRamp &ramp,
         std::uint8_t *out)
{
    kernels.windowI16(in.data(), in.size(), ramp, out);
}
void run(const PixelKernels &kernels,
         const std::vector<std::uint16_t> &in,
         const GreyRamp &ramp,
         std::uint8_t *out)
{
    kernels.windowU16(in.data(), in.size(), ramp, out);
}
void run(const PixelKernels &kernels,
         const std::vector<std::uint8_t> &in,
         const GreyRamp &ramp,
         std::uint8_t *out)
{
    kernels.windowU8(in.data(), in.size(), ramp, out);
}

std::vector<const PixelKernels *> allKernels()
{
    std::vector<const PixelKernels *> all{&scalarKernels()};
    for (const auto *fast : {avx2Kernels(), neonKernels()}) {
        if (fast)
            all.push_back(fast);
    }
    return all;
}

/// Windows as people use them and some that nobody would, for images of all sorts.
struct Case
{
    VoiWindow window;
    ModalityTransform modality;
    bool isInverted = false;
    bool hasPadding = false;
};

std::vector<Case> someCases(int count)
{
    std::mt19937 random(20260715);
    const auto between = [&random](double low, double high) {
        return std::uniform_real_distribution(low, high)(random);
    };
    std::vector<Case> cases;
    for (int i = 0; i < count; ++i) {
        Case one;
        const bool isWhole = i % 2 == 0;
        one.window.width = isWhole ? std::floor(between(2, 4000)) : between(1.5, 60'000);
        one.window.center = isWhole ? std::floor(between(-1000, 3000)) : between(-30'000, 30'000);
        one.window.function = i % 3 == 0 ? VoiFunction::LinearExact : VoiFunction::Linear;
        if (i % 4 != 0)
            one.modality = {.slope = i % 8 == 1 ? between(0.001, 3) : 1,
                            .intercept = i % 8 == 2 ? -1024 : between(-2000, 0)};
        one.isInverted = i % 5 == 0;
        one.hasPadding = i % 7 == 0;
        cases.push_back(one);
    }
    return cases;
}

template <typename T>
std::shared_ptr<const Frame> frameOf(const std::vector<T> &values, const Case &one)
{
    return test::aRowOf(values, [&](FrameFacts &facts) {
        facts.modality = one.modality;
        if (one.hasPadding)
            facts.padding = ValueRange{double(values.front()), double(values.front()) + 20};
    });
}

/// All values of T through every window that has a ramp. \returns how many have one
template <typename T>
int compareAll()
{
    constexpr int kCases = 200;
    int ramps = 0;
    auto values = everyValue<T>();
    values.resize(std::min<std::size_t>(values.size(), 65'535)); // a row has no more pixels
    std::vector<std::uint8_t> greys(values.size());
    for (const auto &one : someCases(kCases)) {
        const auto frame = frameOf(values, one);
        const GreyDisplay display{.window = one.window, .isInverted = one.isInverted};
        const auto ramp = rampFor(*frame, display);
        if (!ramp)
            continue;
        ++ramps;
        for (const auto *kernels : allKernels()) {
            run(*kernels, values, *ramp, greys.data());
            for (std::size_t i = 0; i < values.size(); ++i) {
                const auto wanted = displayGrey(frame->facts(), display, values[i]);
                if (greys[i] != wanted) {
                    qWarning("%s: %d is %d, not %d; window %g/%g", kernels->name, int(values[i]), greys[i],
                             wanted, one.window.center, one.window.width);
                    return -1;
                }
            }
        }
    }
    return ramps;
}

} // namespace

class TestPixelKernels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Few windows fall between two single-precision numbers: those go by the table, and must be few.
    void everyValueIsAsTheFormulaSays()
    {
        QVERIFY(compareAll<std::int16_t>() > 150);
        QVERIFY(compareAll<std::uint16_t>() > 150);
        QVERIFY(compareAll<std::uint8_t>() > 150);
    }

    void windowsOfEverydayHaveARamp_data()
    {
        QTest::addColumn<double>("center");
        QTest::addColumn<double>("width");
        QTest::newRow("soft tissue") << 40.0 << 400.0;
        QTest::newRow("lung") << -600.0 << 1500.0;
        QTest::newRow("bone") << 480.0 << 2500.0;
        QTest::newRow("brain") << 40.0 << 80.0;
        QTest::newRow("stroke") << 32.0 << 8.0;
    }
    void windowsOfEverydayHaveARamp()
    {
        QFETCH(const double, center);
        QFETCH(const double, width);
        const auto frame = test::aRowOf(std::vector<std::int16_t>{-1024, 0, 3071}, [](FrameFacts &facts) {
            facts.modality = {.slope = 1, .intercept = -1024};
        });

        QVERIFY(rampFor(*frame, {.window = {.center = center, .width = width}}));
        QVERIFY(rampFor(*frame, {.window = {.center = center, .width = width}, .isInverted = true}));
    }

    void whatIsNoStraightLineHasNone()
    {
        const auto narrow = test::aRowOf(std::vector<std::int16_t>{0, 100});
        const auto wide = test::aRowOf(std::vector<std::int32_t>{0, 100});
        const VoiWindow window{.center = 50, .width = 100};

        QVERIFY(rampFor(*narrow, {.window = window}));
        QVERIFY(!rampFor(*wide, {.window = window}));
        QVERIFY(
            !rampFor(*narrow, {.window = {.center = 50, .width = 100, .function = VoiFunction::Sigmoid}}));
        QVERIFY(!rampFor(*narrow, {.window = {.center = 50, .width = 1}}));
        const auto table = test::aRowOf(std::vector<std::int16_t>{0, 1}, [](FrameFacts &facts) {
            facts.modality.table = LookupTable{0, {5, 9}};
        });
        QVERIFY(!rampFor(*table, {.window = window}));
    }
};

QTEST_GUILESS_MAIN(TestPixelKernels)
#include "test_pixel_kernels.moc"
