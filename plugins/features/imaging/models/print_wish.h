#pragma once

#include "document/print/page.h"
#include "imaging/models/print_plan.h"

namespace simiao::viewer {

/// What somebody wants on paper, and which paper.
struct PrintWish
{
    PrintPlan plan;
    PrintOptions options;
    document::PageSetup paper;
    QString printer; ///< empty: a PDF file
    QString pdfPath;

    bool isPdf() const { return printer.isEmpty(); }
};

/// Pages in one job at most: what is more was not meant.
inline constexpr int kMostPages = 100;

} // namespace simiao::viewer
