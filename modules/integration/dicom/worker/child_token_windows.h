#pragma once

#include "integration/dicom/worker/handle_windows.h"

#include <optional>

namespace simiao::dicom {

/// The rights of a decoder. It begins with those of this user, so that it can load its libraries and tables, at the low level of integrity,
/// from which nothing of the user's can be written; they hang on its first thread, and RevertToSelf() gives them back. Then it has those
/// of nobody: every group is deny-only, and a second check wants an access for the Null SID, which nothing on a machine grants.
struct ChildTokens
{
    Handle nobody; ///< of the process
    Handle start;  ///< of its first thread, to be impersonated
};

/// Nothing with GetLastError() where the system gives none.
std::optional<ChildTokens> makeChildTokens();

} // namespace simiao::dicom
