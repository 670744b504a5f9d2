#pragma once

#include <QStringList>

#include <optional>
#include <vector>

namespace simiao::viewer {

/// How many viewports stand beside and below each other: 1 to 4 each.
struct GridSize
{
    int rows = 1;
    int columns = 1;

    static constexpr int kMost = 4;

    bool operator==(const GridSize &) const = default;

    int count() const { return rows * columns; }
    /// "2x3": two rows of three.
    QString code() const { return QStringLiteral("%1x%2").arg(rows).arg(columns); }
    /// Nothing for what is no size.
    static std::optional<GridSize> fromCode(const QString &code);
};

/// The sizes that are offered, smallest first: 1x1, 1x2, 2x1, 2x2 … 4x4.
const std::vector<GridSize> &offeredGrids();

} // namespace simiao::viewer
