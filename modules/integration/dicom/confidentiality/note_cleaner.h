#pragma once

class DcmItem;

namespace simiao::dicom {

/// What people wrote onto the pictures of a presentation state, and the names they gave its layers. Drawings stay, and of the texts
/// the lines that are a number with its unit. PS3.15 E.3.3, Clean Graphics Option. \returns how many texts were taken out
int cleanGraphics(DcmItem &dataset);

/// What people wrote beside the curves of a waveform; codes and measured values stay. \returns as cleanGraphics
int cleanWaveformNotes(DcmItem &dataset);

} // namespace simiao::dicom
