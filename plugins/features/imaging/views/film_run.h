#pragma once

#include "document/print/print_run.h"
#include "workflow/ports/film_printer.h"

#include <functional>

namespace simiao::viewer {

/// Pages as films: each is painted in greys and handed to the printer, which takes it before the next one is made. What it took cannot
/// be taken back.
/// \param warned  what the printer did otherwise than asked, after a film; on the caller's thread
std::unique_ptr<document::PrintRun> filmRun(std::shared_ptr<workflow::FilmPrinter> printer,
                                            const document::PageSetup &setup,
                                            std::function<void(const QStringList &)> warned = {});

/// The page in greys, on a black ground where the film is looked through. Invalid `film.shape` where the page has no size.
/// \thread any
Result<workflow::Film> filmOf(const document::PageSetup &setup,
                              const document::PagePaint &page,
                              bool isPaper);

} // namespace simiao::viewer
