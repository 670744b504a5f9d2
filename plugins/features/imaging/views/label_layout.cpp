#include "imaging/views/label_layout.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace simiao::viewer {

namespace {

double covered(const QRectF &a, const QRectF &b)
{
    const auto both = a.intersected(b);
    return both.isEmpty() ? 0 : both.width() * both.height();
}

QRectF within(const QRectF &view, QRectF label)
{
    label.moveLeft(
        std::clamp(label.left(), view.left(), std::max(view.left(), view.right() - label.width())));
    label.moveTop(std::clamp(label.top(), view.top(), std::max(view.top(), view.bottom() - label.height())));
    return label;
}

/// From near to far: right, left, below, above, then the corners.
std::vector<QRectF> candidates(const LabelRequest &request, const QRectF &view)
{
    const auto &shape = request.shape;
    const double w = request.size.width();
    const double h = request.size.height();
    const double middleX = shape.center().x() - w / 2;
    const double middleY = shape.center().y() - h / 2;
    std::vector<QRectF> places;
    for (const double gap : {14.0, 40.0, 90.0, 160.0}) {
        const double right = shape.right() + gap;
        const double left = shape.left() - gap - w;
        const double below = shape.bottom() + gap;
        const double above = shape.top() - gap - h;
        for (const auto &corner : {QPointF(right, middleY), QPointF(left, middleY), QPointF(middleX, below),
                                   QPointF(middleX, above), QPointF(right, below), QPointF(right, above),
                                   QPointF(left, below), QPointF(left, above)})
            places.push_back(within(view, QRectF(corner, request.size)));
    }
    return places;
}

QRectF around(const QPointF &centre, const QSizeF &size)
{
    return {centre - QPointF(size.width(), size.height()) / 2, size};
}

/// What has its place comes first. A point has few places near it, and a label far from it is read as another's.
std::vector<std::size_t> smallestFirst(const std::vector<LabelRequest> &requests)
{
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&requests](std::size_t index) {
        const auto &shape = requests[index].shape;
        return std::tuple(!requests[index].centre, shape.width() + shape.height(), index);
    });
    return order;
}

} // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelRequest> &requests,
                                const QRectF &view,
                                const std::vector<QRectF> &taken)
{
    constexpr double kOverWords = 20; // covering words is worse than covering a shape
    std::vector<QRectF> placed;
    std::vector<QRectF> inOrder(requests.size());
    for (const auto index : smallestFirst(requests)) {
        const auto &request = requests[index];
        if (request.centre) {
            inOrder[index] = within(view, around(*request.centre, request.size));
            placed.push_back(inOrder[index]);
            continue;
        }
        const auto cost = [&](const QRectF &place) {
            double sum = 0;
            for (const auto &other : requests)
                sum += covered(place, other.shape.adjusted(-2, -2, 2, 2));
            for (const auto &words : taken)
                sum += kOverWords * covered(place, words);
            for (const auto &words : placed)
                sum += kOverWords * covered(place, words);
            return sum;
        };
        double least = std::numeric_limits<double>::infinity();
        QRectF best;
        for (const auto &place : candidates(request, view)) {
            if (const double sum = cost(place); sum < least) {
                least = sum;
                best = place;
            }
        }
        placed.push_back(best);
        inOrder[index] = best;
    }
    return inOrder;
}

} // namespace simiao::viewer
