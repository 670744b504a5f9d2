#pragma once

namespace simiao::dicom {

/// Calls `work(data)`, which calls a C library and nothing else. \returns false where an assertion of that library failed:
/// Debian builds OpenJPEG with its assertions on, and one that a damaged file trips would end the program.
///
/// The stack is cut back to here (POSIX lets a handler of SIGABRT do so), so no object with a destructor may live in `work`;
/// what the library had allocated is lost. Elsewhere than on Unix it just calls. \thread any
bool survivesAssertions(void (*work)(void *), void *data);

} // namespace simiao::dicom
