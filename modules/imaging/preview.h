#pragma once

#include "imaging/frame.h"

#include <QLatin1String>

#include <algorithm>

namespace simiao::imaging {

/// Defect of a picture of lower resolution that stands in for the whole one until that is here. It has the whole one's size, facts and
/// place; its values lie between those that were measured, so that nobody may measure, export or judge by it.
inline constexpr QLatin1String kPreview("imaging.preview");

inline bool isPreview(const FrameFacts &facts)
{
    return std::ranges::any_of(facts.defects, [](const Defect &defect) { return defect.code == kPreview; });
}

} // namespace simiao::imaging
