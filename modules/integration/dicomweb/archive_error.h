#pragma once

#include "core/error.h"

namespace simiao::dicomweb {

/// An error of HTTP in the words of the port: `archive.unreachable`, `archive.silent`, `archive.cut`, `archive.busy`,
/// `archive.refused`, `archive.certificate`, `archive.answer`, `archive.missing` … Errors that are no errors of HTTP stay.
Error archiveError(Error error);

} // namespace simiao::dicomweb
