#pragma once

#include "core/result.h"

#include <QString>

#include <cstdint>

namespace simiao::viewer {

/// What can be told of a folder without opening a file: two equal ones in a row, and nobody was writing in between.
struct FolderSnapshot
{
    std::uint64_t mark = 0; ///< of all paths, sizes and times
    int files = 0;
    bool isCutShort = false; ///< there are more files than are looked at

    bool operator==(const FolderSnapshot &) const = default;
};

/// More files than these in a watched folder are not looked at.
inline constexpr int kMostWatched = 20'000;

/// Blocks: for a thread of a pool. NotFound `imaging.watch-missing` with the folder when it cannot be read.
Result<FolderSnapshot> snapshotOf(const QString &folder);

} // namespace simiao::viewer
