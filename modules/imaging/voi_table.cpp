#include "imaging/voi_table.h"

#include <algorithm>

namespace simiao::imaging {

double VoiTable::fraction(double value) const
{
    return std::clamp(table.at(value) / white, 0.0, 1.0);
}

} // namespace simiao::imaging
