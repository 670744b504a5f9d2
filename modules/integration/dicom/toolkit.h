#pragma once

namespace simiao::dicom {

/// Registers the decoders of the DICOM toolkit and silences its console output; cheap when done before.
/// Everything here that touches the toolkit calls it first. \thread any
void ensureToolkit();

} // namespace simiao::dicom
