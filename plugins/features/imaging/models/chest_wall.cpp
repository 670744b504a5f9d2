#include "imaging/models/chest_wall.h"

namespace simiao::viewer {

namespace {

using imaging::EdgeLetters;

/// The main direction of an edge.
QChar mainOf(const QString &letters)
{
    return letters.isEmpty() ? QChar() : letters.front();
}

/// What is below: the feet; seen from above what is medial, which is the left of a right breast.
QChar below(const imaging::FrameFacts &facts)
{
    const auto &edges = facts.edges;
    for (const auto &letters : {edges.left, edges.right, edges.top, edges.bottom}) {
        if (mainOf(letters) == u'F' || mainOf(letters) == u'H')
            return u'F';
    }
    if (facts.laterality == u'R')
        return u'L';
    return facts.laterality == u'L' ? QChar(u'R') : QChar();
}

bool isLaid(const EdgeLetters &edges, ChestWall wall, QChar bottom)
{
    const auto &back = wall == ChestWall::Left ? edges.left : edges.right;
    return mainOf(back) == u'P' && mainOf(edges.bottom) == bottom;
}

} // namespace

imaging::Turn chestWallTurn(ChestWall wall, const imaging::FrameFacts &facts)
{
    constexpr int kQuarters = 4;
    const auto bottom = below(facts);
    if (bottom.isNull())
        return {};
    for (const bool isMirrored : {false, true}) {
        for (int quarters = 0; quarters < kQuarters; ++quarters) {
            const imaging::Turn turn{quarters, isMirrored};
            if (isLaid(imaging::turned(facts.edges, turn), wall, bottom))
                return turn;
        }
    }
    return {};
}

} // namespace simiao::viewer
