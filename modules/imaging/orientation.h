#pragma once

#include <QString>

#include <array>
#include <optional>
#include <span>

namespace simiao::imaging {

/// A direction or place in the patient, mm: x to the left, y to the back, z to the head (DICOM LPS).
using Vector3 = std::array<double, 3>;

double dot(const Vector3 &a, const Vector3 &b);
Vector3 cross(const Vector3 &a, const Vector3 &b);

/// Image Orientation (Patient) (0020,0037): unit vectors at right angles.
struct ImageOrientation
{
    Vector3 alongRow;    ///< where the image goes to the right
    Vector3 alongColumn; ///< where the image goes down

    bool operator==(const ImageOrientation &) const = default;

    /// Nothing if the six cosines are not two unit vectors at right angles (within 1 %).
    static std::optional<ImageOrientation> fromCosines(std::span<const double, 6> cosines);
    /// Points away from the viewer's eye for a right-handed frame: the axis along which slices are sorted.
    Vector3 normal() const { return cross(alongRow, alongColumn); }
};

/// What stands at the four edges of the image: R L A P H F, up to three letters, the main one first.
struct EdgeLetters
{
    QString left, right, top, bottom;

    bool operator==(const EdgeLetters &) const = default;
};

/// "L" for (1,0,0), "LP" for a direction between left and back; a part below 0.1 (about 6 degrees) is left
/// out.
QString directionLetters(const Vector3 &direction);

EdgeLetters edgeLetters(const ImageOrientation &orientation);

/// From Patient Orientation (0020,0020) of projection images, e.g. "L" and "F".
/// `towardsRight` and `towardsBottom` name where rows and columns go; the other edges get the opposites.
EdgeLetters edgeLetters(const QString &towardsRight, const QString &towardsBottom);

} // namespace simiao::imaging
