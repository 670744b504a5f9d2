#pragma once

#include "imaging/models/ecg_page.h"

namespace simiao::viewer {

/// The page of `waveform` from `fromSeconds` on, with its words.
EcgPage ecgPageOf(std::shared_ptr<const imaging::Waveform> waveform, std::size_t group, double fromSeconds);

/// For a screen reader: leads, duration, what the device wrote.
QString spokenWaveform(const imaging::Waveform &waveform);

} // namespace simiao::viewer
