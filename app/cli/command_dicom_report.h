#pragma once

#include "cli/call.h"

namespace simiao::cli {

/// `dicom report FILE`: the words of a structured report, the leads of an ECG, the title of a document.
Task<int> dicomReport(Call call);

} // namespace simiao::cli
