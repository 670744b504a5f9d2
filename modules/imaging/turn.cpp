#include "imaging/turn.h"

namespace simiao::imaging {

namespace {

constexpr int kQuarters = 4;

} // namespace

/// Behind a mirror, to the right is to the left.
Turn Turn::rotatedRight() const
{
    return {(quarters + (isMirrored ? kQuarters - 1 : 1)) % kQuarters, isMirrored};
}

Turn Turn::rotatedLeft() const
{
    return {(quarters + (isMirrored ? 1 : kQuarters - 1)) % kQuarters, isMirrored};
}

Turn Turn::mirroredAcross() const
{
    return {quarters, !isMirrored};
}

/// Upside down and then from left to right.
Turn Turn::mirroredDownwards() const
{
    return {(quarters + 2) % kQuarters, !isMirrored};
}

std::pair<double, double> Turn::toPicture(double right, double down) const
{
    std::pair step(isMirrored ? -right : right, down);
    for (int i = 0; i < quarters; ++i)
        step = {step.second, -step.first};
    return step;
}

EdgeLetters turned(EdgeLetters edges, const Turn &turn)
{
    for (int i = 0; i < turn.quarters; ++i)
        edges = {.left = edges.bottom, .right = edges.top, .top = edges.left, .bottom = edges.right};
    if (turn.isMirrored)
        std::swap(edges.left, edges.right);
    return edges;
}

} // namespace simiao::imaging
