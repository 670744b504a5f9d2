#pragma once

#include "imaging/lut.h"
#include "imaging/models/print_layout.h"
#include "imaging/models/slice.h"
#include "imaging/presentation/presentation_state.h"
#include "imaging/turn.h"

#include <memory>
#include <optional>
#include <span>

namespace simiao::viewer {

/// One picture that shall be on paper, and how it is seen.
struct PrintItem
{
    std::shared_ptr<const workflow::ImageSeries> series = {}; ///< null: the place stays empty
    Slice at = {};
    int slice = 0; ///< its number in the series, from 0
    int slices = 1;
    std::optional<imaging::GreyDisplay> display = {}; ///< nothing: the picture's own window
    imaging::Turn turn = {};
    QRectF part{0, 0, 1, 1}; ///< what is seen of the turned picture, 0 … 1
    bool hasOverlays = true;
    /// Over the pictures that it names; null: none.
    std::shared_ptr<const imaging::PresentationState> state = {};
    /// Turned, and cut to its displayed area, as the state wants it, in place of `turn` and `part`: nobody moved the picture.
    bool isAsStated = false;
    QString prior = {}; ///< "PRIOR 2024-05-01", where it is one

    bool isEmpty() const { return series == nullptr; }
};

/// What is written and drawn beside the pixels.
struct PrintOptions
{
    bool hasTexts = true; ///< header and corners: whose picture it is
    bool hasMeasurements = true;
    bool hasValues = true;   ///< of the measurements; else their shapes alone
    bool isTrueSize = false; ///< a millimetre is one on paper, where the picture knows its own

    bool operator==(const PrintOptions &) const = default;
};

/// Pictures in their order on pages of one layout.
struct PrintPlan
{
    PrintLayout layout = {};
    std::vector<PrintItem> items = {};

    int pageCount() const;
    /// \param page  from 0, below pageCount()
    std::span<const PrintItem> page(int page) const;
    /// Pictures, without the places that stay empty.
    int pictureCount() const;
};

/// Each `every`th slice of the item's series from `first` to `last` (from 0, both held within the series), seen as the item is.
std::vector<PrintItem> seriesItems(const PrintItem &like, int first, int last, int every);

} // namespace simiao::viewer
