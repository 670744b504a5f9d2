#pragma once

#include "document/print/page.h"
#include "imaging/models/print_plan.h"
#include "workflow/ports/film_printer.h"

#include <memory>

namespace simiao::viewer {

/// What somebody wants on paper, and which paper.
struct PrintWish
{
    PrintPlan plan;
    PrintOptions options;
    document::PageSetup paper;
    QString printer; ///< empty: a PDF file, or films
    QString pdfPath;
    std::shared_ptr<workflow::FilmPrinter> filmPrinter = {}; ///< pages are films of this one

    bool isFilm() const { return filmPrinter != nullptr; }
    bool isPdf() const { return printer.isEmpty() && !isFilm(); }
    /// What it is looked at on is dark where nothing is printed.
    bool isOnDarkGround() const { return isFilm() && !filmPrinter->stock().isPaper; }
};

/// Pages in one job at most: what is more was not meant.
inline constexpr int kMostPages = 100;

} // namespace simiao::viewer
