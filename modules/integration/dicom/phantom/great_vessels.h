#pragma once

#include "integration/dicom/phantom/canvas.h"

#include <span>
#include <vector>

namespace simiao::dicom::phantom {

/// A pipe through the mediastinum: its middle line with the radius at each point, mm.
struct Tube
{
    struct Knot
    {
        Point place;
        double radius;
    };
    std::vector<Knot> knots;
    double hu;

    double distance(const Point &p) const;
};

/// Aorta, its branches, pulmonary trunk, great veins, oesophagus.
std::span<const Tube> greatVessels();
/// Trachea and main bronchi: the outside of their wall.
std::span<const Tube> airways();

void paintGreatVessels(Canvas &canvas);
void paintAirways(Canvas &canvas);

} // namespace simiao::dicom::phantom
