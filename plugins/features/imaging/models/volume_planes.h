#pragma once

#include "imaging/volume/reformat.h"

#include <array>

namespace simiao::viewer {

/// The three planes of a volume view.
enum class PlaneKind { Axial, Coronal, Sagittal };
inline constexpr std::array<PlaneKind, 3> kPlanes{PlaneKind::Axial, PlaneKind::Coronal, PlaneKind::Sagittal};

/// Three planes at right angles to each other that meet in one point of the patient. Turning one plane's cross turns the other
/// two about its normal; its own picture stays as it is.
class VolumePlanes
{
public:
    VolumePlanes() = default;
    /// As the patient lies: axial from the feet, coronal from the front, sagittal from her left.
    explicit VolumePlanes(const imaging::Vector3 &centre);

    bool operator==(const VolumePlanes &) const = default;

    /// Where the planes meet, mm.
    const imaging::Vector3 &centre() const { return m_centre; }
    const imaging::ImageOrientation &orientation(PlaneKind plane) const;
    imaging::Vector3 normal(PlaneKind plane) const { return orientation(plane).normal(); }
    /// Where `other` cuts `plane`: a unit vector, mm.
    imaging::Vector3 cut(PlaneKind plane, PlaneKind other) const;
    /// It no longer lies as the patient does.
    bool isOblique(PlaneKind plane) const;

    void moveTo(const imaging::Vector3 &centre) { m_centre = centre; }
    /// Along the plane's normal, mm.
    void push(PlaneKind plane, double mm);
    /// Turns the other two about the normal of `plane`: positive is clockwise on its picture.
    void turn(PlaneKind plane, double radians);

private:
    imaging::Vector3 m_centre = {};
    std::array<imaging::ImageOrientation, 3> m_orientations = {};
};

/// `way` turned about the unit vector `axis` (Rodrigues), right-handed.
imaging::Vector3 turned(const imaging::Vector3 &way, const imaging::Vector3 &axis, double radians);

} // namespace simiao::viewer
