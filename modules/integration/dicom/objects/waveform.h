#pragma once

#include "core/result.h"
#include "imaging/waveform/waveform.h"

namespace simiao::dicom {

struct DatasetFile;

/// Reads an ECG or another waveform. As openDataset, and Invalid `waveform.none`; Invalid `waveform.encoding` for samples that
/// are no numbers (companded sound) or of an unknown width. \thread any, blocks
Result<imaging::Waveform> readWaveform(const QString &path, const QString &characterSet = {});
/// The same from the bytes of a file: the entry for whoever tries hostile ones.
Result<imaging::Waveform> parseWaveform(const QByteArray &file);

/// Channels that end early, or are beyond what is kept, are named in `defects`.
Result<imaging::Waveform> waveformFrom(const DatasetFile &file, const QString &characterSet = {});

} // namespace simiao::dicom
