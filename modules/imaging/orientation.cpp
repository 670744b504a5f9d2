#include "imaging/orientation.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace simiao::imaging {

namespace {

constexpr double kUnitTolerance = 0.01;
constexpr double kSmallestPart = 0.1;

bool isUnit(const Vector3 &v)
{
    return std::abs(dot(v, v) - 1) < 2 * kUnitTolerance;
}

Vector3 opposite(const Vector3 &v)
{
    return {-v[0], -v[1], -v[2]};
}

QChar letter(std::size_t axis, bool isPositive)
{
    static constexpr char16_t positive[] = {u'L', u'P', u'H'};
    static constexpr char16_t negative[] = {u'R', u'A', u'F'};
    return isPositive ? positive[axis] : negative[axis];
}

QChar oppositeLetter(QChar c)
{
    static const auto pairs = QStringLiteral("RLAPHF");
    const auto at = pairs.indexOf(c);
    return at < 0 ? c : pairs.at(at ^ 1);
}

QString opposite(QString letters)
{
    std::ranges::transform(letters, letters.begin(), oppositeLetter);
    return letters;
}

} // namespace

double dot(const Vector3 &a, const Vector3 &b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vector3 cross(const Vector3 &a, const Vector3 &b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

std::optional<ImageOrientation> ImageOrientation::fromCosines(std::span<const double, 6> cosines)
{
    const ImageOrientation orientation{{cosines[0], cosines[1], cosines[2]},
                                       {cosines[3], cosines[4], cosines[5]}};
    const bool isSquare = std::abs(dot(orientation.alongRow, orientation.alongColumn)) < kUnitTolerance;
    if (!isUnit(orientation.alongRow) || !isUnit(orientation.alongColumn) || !isSquare)
        return std::nullopt;
    return orientation;
}

QString directionLetters(const Vector3 &direction)
{
    std::array<std::size_t, 3> axes{0, 1, 2};
    std::ranges::sort(axes, {},
                      [&](std::size_t axis) { return std::pair(-std::abs(direction[axis]), axis); });

    QString letters;
    for (const auto axis : axes) {
        if (std::abs(direction[axis]) >= kSmallestPart)
            letters += letter(axis, direction[axis] > 0);
    }
    return letters;
}

EdgeLetters edgeLetters(const ImageOrientation &orientation)
{
    return {.left = directionLetters(opposite(orientation.alongRow)),
            .right = directionLetters(orientation.alongRow),
            .top = directionLetters(opposite(orientation.alongColumn)),
            .bottom = directionLetters(orientation.alongColumn)};
}

EdgeLetters edgeLetters(const QString &towardsRight, const QString &towardsBottom)
{
    return {.left = opposite(towardsRight),
            .right = towardsRight,
            .top = opposite(towardsBottom),
            .bottom = towardsBottom};
}

} // namespace simiao::imaging
