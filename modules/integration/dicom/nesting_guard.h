#pragma once

#include "core/result.h"

#include <QString>

namespace simiao::dicom {

/// Refuses files that the toolkit must not see: it parses sequences recursively and a crafted file of a few
/// megabytes would exhaust the stack and end the program.
/// Walks the element headers without recursion and without values, to the pixels or the end.
/// NotFound `imaging.file-missing`, Invalid `imaging.not-dicom`, Corrupt `imaging.nesting-too-deep`.
/// Whatever else is wrong with the file is left for the toolkit to say.
Result<void> checkNesting(const QString &path);

/// Real objects nest below ten; DICOM itself sets no limit.
inline constexpr int kDeepestNesting = 64;

} // namespace simiao::dicom
