#pragma once

#include "imaging/lossy.h"

#include <QString>

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// What a data set says of losses (PS3.3 C.7.6.1.1.5).
struct StatedLosses
{
    QString flag;                      ///< Lossy Image Compression (0028,2110): "00", "01" or nothing
    std::vector<double> ratios = {};   ///< Lossy Image Compression Ratio (0028,2112)
    std::vector<QString> methods = {}; ///< Lossy Image Compression Method (0028,2114)
};

/// Nothing where nothing was lost. Ratios below 1 are none: some devices write the inverse of it.
/// \param isLossySyntax  the transfer syntax alone says so, whatever the flag says
std::optional<imaging::LossyCompression> lossyCompression(StatedLosses stated, bool isLossySyntax);

/// The same of a data set that is parsed.
std::optional<imaging::LossyCompression> lossyCompression(DcmItem &dataset, const QString &transferSyntax);

} // namespace simiao::dicom
