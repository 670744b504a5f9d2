#pragma once

#include "imaging/defect.h"
#include "imaging/voi_table.h"
#include "imaging/voi_window.h"

#include <optional>
#include <vector>

class DcmItem;

namespace simiao::dicom {

/// The windows of a frame: its own functional group's, else the shared one's, else the data set's (PS3.3 C.11.2).
std::vector<imaging::VoiWindow> voiWindows(DcmItem &dataset, int frameIndex);

/// The items of its VOI LUT Sequence that hold a table.
/// \param isSigned  modality values may be below 0
std::vector<imaging::VoiTable> voiTables(DcmItem &dataset, int frameIndex, bool isSigned);

/// As tableDefect() of the first of them that has one.
std::optional<imaging::Defect> voiTableDefect(DcmItem &dataset, int frameIndex);

} // namespace simiao::dicom
