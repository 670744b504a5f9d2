#pragma once

#include "core/task.h"
#include "document/print/page.h"

#include <memory>

namespace simiao::document {

/// Pages that go out one after the other, as one job of a printer or one file. Destroying it is stop(), and waits for the page that is
/// being painted. \thread GUI; painting is elsewhere, a page at a time
class PrintRun
{
public:
    virtual ~PrintRun() = default;

    /// Paints the next page. What keeps the printer or the file from being opened is said by the first one; after an error no
    /// further page is taken.
    virtual Task<Result<void>> add(PagePaint page) = 0;

    /// Hands all of it over.
    virtual Task<Result<void>> finish() = 0;

    /// Ends it before its end. \returns how many pages go out nevertheless: there are print systems, CUPS with Qt among them, that
    /// do not take back what was painted; of a file nothing is left
    virtual Task<Result<int>> stop() = 0;
};

/// Onto a printer of this computer. Errors of openPrinter(), and `print.refused`.
std::unique_ptr<PrintRun> printerRun(const QString &printer, const PageSetup &setup, const QString &title);

/// Into a PDF file, whole or not at all. Greys and colours are kept as they are, never as JPEG. Internal `print.pdf`; errors of the
/// disk.
std::unique_ptr<PrintRun> pdfRun(const QString &path, const PageSetup &setup, const QString &title);

} // namespace simiao::document
