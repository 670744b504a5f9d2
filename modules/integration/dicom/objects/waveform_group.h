#pragma once

#include "core/result.h"
#include "imaging/waveform/waveform.h"

class DcmItem;

namespace simiao::dicom {

class DatasetText;

/// One item of the Waveform Sequence (PS3.3 C.10.9). As readWaveform.
Result<imaging::WaveformGroup> waveformGroup(DcmItem &item,
                                             const DatasetText &text,
                                             std::vector<imaging::Defect> &defects);

/// "0.05–300 Hz" of the first channel; empty where others differ or nothing is said.
QString filterOf(DcmItem &item);

} // namespace simiao::dicom
