#pragma once

namespace simiao::viewer {

/// What follows the last slice of a run.
enum class CineMode {
    Loop,         ///< the first again
    BackAndForth, ///< the same way back
};

/// Which slice is due after `steps` slices from `start`. \param count  of slices, at least 1
int cineSlice(int start, long long steps, int count, CineMode mode);

} // namespace simiao::viewer
