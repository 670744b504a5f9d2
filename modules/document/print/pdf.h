#pragma once

#include "core/result.h"
#include "document/print/page.h"

namespace simiao::document {

/// One page as a PDF file, whole or not at all. An older file of that name is kept beside it as AtomicFile does.
/// \returns Internal `print.pdf` when nothing could be painted; an error of the disk
/// \thread  any; fonts need a QGuiApplication
Result<void> writePdf(const QString &path,
                      const PageSetup &setup,
                      const PagePaint &paint,
                      const QString &title);

} // namespace simiao::document
