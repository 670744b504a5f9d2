#pragma once

#include "integration/dicom/phantom/shapes.h"

#include <concepts>
#include <cstdint>
#include <vector>

namespace simiao::dicom::phantom {

/// One axial slice of Hounsfield units that shapes are painted into, later ones over earlier ones.
/// Seen from the feet, as on every CT screen: the patient's left is on the right.
class Canvas
{
public:
    /// `edge` pixels of `pixelMm`, the middle of the image at x = y = 0.
    Canvas(int edge, double pixelMm, double z);

    int edge() const { return m_edge; }
    double z() const { return m_z; }

    /// `layer(point, hu)` gives the new value of each pixel.
    template <std::invocable<const Point &, double> Layer>
    void paint(Layer layer)
    {
        paintWithin({.x = 0, .y = 0, .a = 1e6, .b = 1e6}, layer);
    }

    /// The same, only in the box around `area`.
    template <std::invocable<const Point &, double> Layer>
    void paintWithin(const Ellipse &area, Layer layer)
    {
        for (int row = first(area.y - area.b); row < last(area.y + area.b); ++row) {
            for (int column = first(area.x - area.a); column < last(area.x + area.a); ++column) {
                double &hu = m_hu[static_cast<std::size_t>(row * m_edge + column)];
                hu = layer(Point{millimetre(column), millimetre(row), m_z}, hu);
            }
        }
    }

    /// Fills an ellipse that is not turned by much.
    void fill(const Ellipse &ellipse, double hu, double softness = 0.9);

    /// What the finite focus and the detector do to edges: a Gaussian of `sigma` pixels.
    void blur(double sigma);
    /// Quantum noise of `sigma` HU with the fine grain of a reconstruction kernel; same seed, same noise.
    void addNoise(double sigma, std::uint32_t seed);

    /// Rounded to whole Hounsfield units within -1024 … 3071, row by row.
    std::vector<std::int16_t> hounsfield() const;

private:
    double millimetre(int index) const { return (index + 0.5 - m_edge / 2.0) * m_pixelMm; }
    int first(double mm) const;
    int last(double mm) const;

    int m_edge;
    double m_pixelMm;
    double m_z;
    std::vector<double> m_hu;
};

} // namespace simiao::dicom::phantom
