#pragma once

#include "core/result.h"
#include "document/print/page.h"

#include <memory>

class QPrinter;

namespace simiao::document {

/// A printer of this computer's system with this paper in it, ready to be painted on. Blocks. \thread any
/// \returns NotFound `print.not-installed` (the name); Invalid `print.paper` (width x height in mm) when it does not take such
///          paper
Result<std::shared_ptr<QPrinter>> openPrinter(const QString &name,
                                              const PageSetup &setup,
                                              const QString &title);

/// Unavailable `print.refused`: its queue takes nothing.
Error printerRefused(const QString &name);

} // namespace simiao::document
