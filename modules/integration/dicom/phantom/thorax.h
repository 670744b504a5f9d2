#pragma once

#include "integration/dicom/phantom/shapes.h"

namespace simiao::dicom::phantom {

/// The outlines that the rest of the chest is built around; signed distances in mm, negative inside.

/// The skin.
double bodyDistance(const Point &p);
/// The inner side of the ribs.
double cageDistance(const Point &p);
/// The outline of the cage at a height, for what runs along it.
Superellipse cageOutline(double z);

/// Heart with its sac.
double heartDistance(const Point &p);
/// What lies under the two domes of the diaphragm.
double abdomenDistance(const Point &p);
/// A vertebral body.
Ellipse vertebralBody();

/// Air-filled lung of both sides: the cage without heart, vessels, spine and abdomen.
double lungDistance(const Point &p);

} // namespace simiao::dicom::phantom
