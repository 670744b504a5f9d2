#include "imaging/models/cine_course.h"

namespace simiao::viewer {

int cineSlice(int start, long long steps, int count, CineMode mode)
{
    if (count < 2)
        return 0;
    if (mode == CineMode::Loop)
        return static_cast<int>((start + steps) % count);
    const long long turn = 2LL * (count - 1);
    const long long at = (start + steps) % turn;
    return static_cast<int>(at < count ? at : turn - at);
}

} // namespace simiao::viewer
