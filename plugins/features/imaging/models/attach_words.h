#pragma once

#include "workflow/ports/left_behind.h"

#include <QString>

namespace simiao::viewer {

/// What attaching images added to the record.
struct Added
{
    int images = 0;                 ///< of the studies now
    int fresh = 0;                  ///< of them, not on record before
    bool isMore = false;            ///< some of the studies was on record before
    bool isCopy = false;            ///< the images lie in this program's own folder now
    int differing = 0;              ///< files left out: another image of their number is on record
    workflow::LeftBehind left = {}; ///< at the place

    /// Nothing of the place was left out.
    bool isAll() const { return !left.isAny() && differing == 0; }
    bool operator==(const Added &) const = default;
};

/// "Left out: files that cannot be read (2), …." with the advice to keep the medium where the rest is copied from it. Empty: nothing is.
QString leftText(const workflow::LeftBehind &left, bool isCopy);
/// "Images attached." or, of a study that was on record, "2 new of 5 images attached."
QString attachedText(const Added &added);

} // namespace simiao::viewer
