#pragma once

namespace simiao::dicom {

/// Silences the console output of the DICOM toolkit; cheap when done before.
/// Everything here that touches the toolkit calls it first. \thread any
void ensureToolkit();

} // namespace simiao::dicom
