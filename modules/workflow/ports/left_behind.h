#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QSet>
#include <QString>

#include <stop_token>

namespace simiao::workflow {

/// What lies at a place and is not taken from it, counted. Files that are no DICOM objects are nobody's loss, nor are second copies.
struct LeftBehind
{
    int unreadable = 0; ///< damaged, or nothing that opens them survives it
    int missing = 0;    ///< the directory of the medium names them, and they are not on it
    int unnamed = 0;    ///< images that it does not name
    int otherKinds = 0; ///< objects of kinds that are not kept: radiotherapy, registrations …
    int unsearched =
        0; ///< folders that cannot be read or are too deep, and files beyond those that are looked at

    bool isAny() const { return unreadable + missing + unnamed + otherKinds + unsearched > 0; }
    bool operator==(const LeftBehind &) const = default;
};

/// What is taken from a place.
struct TakenFiles
{
    QSet<QString> files;           ///< as ImageInstance::location
    QSet<QString> sopInstanceUids; ///< of their objects
};

/// Says what stays behind where a place is listed and taken over. A source of images is one where it can (dynamic_cast of ImageSource).
/// \thread as ImageSource
class PlaceRemains
{
public:
    virtual ~PlaceRemains() = default;

    /// NotFound `imaging.location-missing`; Cancelled
    virtual Task<Result<LeftBehind>> leftBehind(QString location, TakenFiles taken, std::stop_token stop) = 0;
};

} // namespace simiao::workflow
