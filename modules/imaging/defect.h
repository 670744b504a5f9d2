#pragma once

#include <QString>

namespace simiao::imaging {

/// Something that is wrong with a picture that is shown nevertheless; who looks at it must be told.
struct Defect
{
    QString code;   ///< of an error, such as `imaging.pixels-missing`
    QString detail; ///< what and where, never words of a patient

    bool operator==(const Defect &) const = default;
};

} // namespace simiao::imaging
