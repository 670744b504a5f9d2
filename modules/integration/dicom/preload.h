#pragma once

namespace simiao::dicom {

/// Loads what decoding would otherwise look for in files when it first needs it: the dictionary of the toolkit, the tables of
/// all character sets, the settings of OpenSSL. For a process that must not open files later.
void preloadTables();

} // namespace simiao::dicom
