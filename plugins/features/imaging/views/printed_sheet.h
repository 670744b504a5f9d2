#pragma once

#include "document/print/page.h"
#include "imaging/views/printed_cell.h"

namespace simiao::viewer {

/// What stands above and below the pictures.
struct SheetWords
{
    QString patient = {}; ///< empty: nobody is named
    QString study = {};
    QString warning = {}; ///< what has to be known before anybody trusts the page
    QString note = {};    ///< what it is not for
    QString printed = {}; ///< by whom and when
    QString mark = {};    ///< of a profile that is not real
    QString ruler = {};   ///< words above a line of kRulerMm, by which true size is checked; empty: no line

    bool hasHeader() const { return !patient.isEmpty() || !study.isEmpty() || !warning.isEmpty(); }
};

/// One page.
struct PrintedSheet
{
    SheetPlaces places;
    SheetWords words;
    std::vector<PrintedCell> cells; ///< at most as many as places
    QString pageText;               ///< "Page 1 of 3"
    QRectF
        darkGround; ///< all of the page where it is a film that light shines through; empty: paper, white by itself
    QFont font;
};

/// It holds all it needs: may run on another thread.
document::PagePaint paintOf(std::shared_ptr<const PrintedSheet> sheet);

/// How long the line is that proves the size, mm.
inline constexpr double kRulerMm = 50;

} // namespace simiao::viewer
