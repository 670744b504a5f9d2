#pragma once

#include "integration/dicom/worker/child_job_windows.h"

#include <expected>
#include <string>

namespace simiao::dicom {

/// Starts a program in this job: its standard input is `line`, which is the only handle that it inherits. Where the system gives a token
/// without rights it gets that (ChildTokens), else it says itself that it is not locked in.
/// \returns its process; else GetLastError(), and nothing runs
std::expected<Handle, DWORD> startChild(const std::wstring &program, const Handle &line, const ChildJob &job);

} // namespace simiao::dicom
