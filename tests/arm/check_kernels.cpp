// Without Qt, so that it can be built for another processor: the loops over pixels of this processor give what the plain ones give.
// Prints what the plain ones give as numbers, the same on every processor; exits with 1 where two loops differ.

#include "imaging/pixel_kernels.h"

#include <cstdio>
#include <limits>
#include <random>
#include <string_view>
#include <vector>

using namespace simiao::imaging;

namespace {

int failures = 0;

/// FNV-1a.
class Digest
{
public:
    template <typename T>
    void add(const std::vector<T> &values)
    {
        const auto *bytes = reinterpret_cast<const unsigned char *>(values.data());
        for (std::size_t i = 0; i < values.size() * sizeof(T); ++i)
            m_value = (m_value ^ bytes[i]) * 0x100000001b3ULL;
    }
    unsigned long long value() const { return m_value; }

private:
    unsigned long long m_value = 0xcbf29ce484222325ULL;
};

template <typename T>
bool agree(const char *what, const std::vector<T> &plain, const std::vector<T> &fast)
{
    if (plain == fast)
        return true;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] != fast[i]) {
            std::printf("FAIL %s: [%zu] is %lld, not %lld\n", what, i, (long long)fast[i],
                        (long long)plain[i]);
            break;
        }
    }
    ++failures;
    return false;
}

template <typename T>
std::vector<T> everyValue()
{
    std::vector<T> values;
    for (int value = std::numeric_limits<T>::min(); value <= std::numeric_limits<T>::max(); ++value)
        values.push_back(T(value));
    values.push_back(T(1)); // no multiple of what a loop takes at once
    return values;
}

template <typename T>
using Window = void (*)(const T *, std::size_t, const GreyRamp &, std::uint8_t *);

template <typename T>
void checkWindow(const char *what, Window<T> plain, Window<T> fast)
{
    std::mt19937 random(20260715);
    const auto between = [&random](float low, float high) { // the library's own differ between systems
        return low + (high - low) * float(random() >> 8) / float(1 << 24);
    };
    const auto values = everyValue<T>();
    std::vector<std::uint8_t> a(values.size());
    auto b = a;
    Digest digest;
    for (int round = 0; round < 200; ++round) {
        GreyRamp ramp{.scale = between(-2, 2), .offset = between(-60'000, 60'000)};
        if (round % 3 == 0) {
            ramp.firstPadding = int(values.front()) + round;
            ramp.lastPadding = ramp.firstPadding + round % 5;
        }
        plain(values.data(), values.size(), ramp, a.data());
        fast(values.data(), values.size(), ramp, b.data());
        if (!agree(what, a, b))
            return;
        digest.add(a);
    }
    std::printf("%s %016llx\n", what, digest.value());
}

void checkScaling(const PixelKernels &plain, const PixelKernels &fast)
{
    constexpr std::size_t kSize = 133;
    constexpr int kOne = 1 << kWeightBits;
    std::mt19937 random(7);
    std::vector<std::uint8_t> grey(200);
    std::vector<std::int32_t> first(kSize);
    std::vector<std::int16_t> firstWeight(kSize);
    std::vector<std::int16_t> secondWeight(kSize);
    for (auto &pixel : grey)
        pixel = std::uint8_t(random());
    for (std::size_t x = 0; x < kSize; ++x) {
        first[x] = std::int32_t(random() % 190);
        secondWeight[x] = std::int16_t(random() % (kOne + 1));
        firstWeight[x] = std::int16_t(kOne - secondWeight[x]);
    }
    const ScaledRow row{first.data(), firstWeight.data(), secondWeight.data(), kSize};
    std::vector<std::int16_t> a(kSize);
    std::vector<std::int16_t> b(kSize);
    plain.scaleRow(grey.data(), row, a.data());
    fast.scaleRow(grey.data(), row, b.data());
    agree("scaleRow", a, b);
    Digest digest;
    digest.add(a);

    const std::vector<std::int16_t> lower(a.rbegin(), a.rend());
    for (const int weight : {0, 1, 8191, 12'345, kOne}) {
        std::vector<std::uint32_t> wanted(kSize);
        std::vector<std::uint32_t> got(kSize);
        plain.mixRows(a.data(), lower.data(), weight, kSize, wanted.data());
        fast.mixRows(a.data(), lower.data(), weight, kSize, got.data());
        agree("mixRows", wanted, got);
        digest.add(wanted);
    }
    std::printf("scaling %016llx\n", digest.value());
}

} // namespace

int main(int count, char **arguments)
{
    const auto &plain = scalarKernels();
    const auto &fast = pixelKernels();
    if (count > 1 && fast.name != std::string_view(arguments[1])) {
        std::printf("FAIL: the loops are %s, not %s\n", fast.name, arguments[1]);
        return 1;
    }
    checkWindow<std::int16_t>("windowI16", plain.windowI16, fast.windowI16);
    checkWindow<std::uint16_t>("windowU16", plain.windowU16, fast.windowU16);
    checkWindow<std::uint8_t>("windowU8", plain.windowU8, fast.windowU8);
    checkScaling(plain, fast);
    return failures == 0 ? 0 : 1;
}
