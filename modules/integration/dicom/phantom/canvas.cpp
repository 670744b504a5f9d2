#include "integration/dicom/phantom/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace simiao::dicom::phantom {

namespace {

constexpr double kAir = -1000;
constexpr int kReach = 2; ///< pixels to each side that a blur looks at

using Kernel = std::array<double, 2 * kReach + 1>;

Kernel gaussian(double sigma)
{
    Kernel kernel;
    double sum = 0;
    for (int i = -kReach; i <= kReach; ++i)
        sum += kernel[static_cast<std::size_t>(i + kReach)] = std::exp(-i * i / (2 * sigma * sigma));
    for (double &weight : kernel)
        weight /= sum;
    return kernel;
}

/// Blurs along one direction; `step` is 1 for rows and the edge for columns.
std::vector<double> blurredAlong(const std::vector<double> &image,
                                 int edge,
                                 bool alongRows,
                                 const Kernel &kernel)
{
    std::vector<double> result(image.size());
    const auto pixel = [&](int line, int place) {
        const int clamped = std::clamp(place, 0, edge - 1);
        return static_cast<std::size_t>(alongRows ? line * edge + clamped : clamped * edge + line);
    };
    for (int line = 0; line < edge; ++line) {
        for (int place = 0; place < edge; ++place) {
            double sum = 0;
            for (int i = -kReach; i <= kReach; ++i)
                sum += kernel[static_cast<std::size_t>(i + kReach)] * image[pixel(line, place + i)];
            result[pixel(line, place)] = sum;
        }
    }
    return result;
}

std::vector<double> blurred(const std::vector<double> &image, int edge, double sigma)
{
    const auto kernel = gaussian(sigma);
    return blurredAlong(blurredAlong(image, edge, true, kernel), edge, false, kernel);
}

/// Uniform numbers summed: nearly Gaussian, and the same with every standard library.
double gaussianNumber(std::mt19937 &engine)
{
    double sum = 0;
    for (int i = 0; i < 4; ++i)
        sum += static_cast<double>(engine()) / 4294967296.0 - 0.5;
    return sum * std::sqrt(3.0);
}

} // namespace

Canvas::Canvas(int edge, double pixelMm, double z)
    : m_edge(edge)
    , m_pixelMm(pixelMm)
    , m_z(z)
    , m_hu(static_cast<std::size_t>(edge) * static_cast<std::size_t>(edge), kAir)
{
}

int Canvas::first(double mm) const
{
    const double index = mm / m_pixelMm + m_edge / 2.0 - 2;
    return static_cast<int>(std::clamp(index, 0.0, static_cast<double>(m_edge)));
}

int Canvas::last(double mm) const
{
    const double index = mm / m_pixelMm + m_edge / 2.0 + 2;
    return static_cast<int>(std::clamp(index, 0.0, static_cast<double>(m_edge)));
}

void Canvas::fill(const Ellipse &ellipse, double hu, double softness)
{
    const double reach = std::max(ellipse.a, ellipse.b) + softness;
    paintWithin({.x = ellipse.x, .y = ellipse.y, .a = reach, .b = reach}, [&](const Point &p, double old) {
        return mix(old, hu, coverage(ellipse.distance(p.x, p.y), softness));
    });
}

void Canvas::blur(double sigma)
{
    m_hu = blurred(m_hu, m_edge, sigma);
}

void Canvas::addNoise(double sigma, std::uint32_t seed)
{
    std::mt19937 engine(seed);
    std::vector<double> noise(m_hu.size());
    std::ranges::generate(noise, [&] { return gaussianNumber(engine); });
    // A blur of 0.6 pixels leaves about half of the deviation.
    const auto grain = blurred(noise, m_edge, 0.6);
    for (std::size_t i = 0; i < m_hu.size(); ++i)
        m_hu[i] += grain[i] * sigma * 2;
}

std::vector<std::int16_t> Canvas::hounsfield() const
{
    std::vector<std::int16_t> result(m_hu.size());
    std::ranges::transform(m_hu, result.begin(), [](double hu) {
        return static_cast<std::int16_t>(std::lround(std::clamp(hu, -1024.0, 3071.0)));
    });
    return result;
}

} // namespace simiao::dicom::phantom
