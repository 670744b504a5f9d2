#pragma once

#include <cstdio>

namespace simiao::dicom {

/// A file to write to that is nowhere on disk where the system has such (a caged process may open none), and else goes with the process;
/// stays to its end. Null where there is none.
std::FILE *memoryFile();

} // namespace simiao::dicom
