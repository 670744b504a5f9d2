#pragma once

#include "core/json.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace simiao::viewer {

/// How many pictures stand beside and below each other on a page.
struct PrintLayout
{
    int columns = 1;
    int rows = 1;

    bool operator==(const PrintLayout &) const = default;
    int count() const { return columns * rows; }
};

/// A sheet that printers are fed with, upright.
struct PrintPaper
{
    QString name;
    QSizeF sizeMm;

    bool operator==(const PrintPaper &) const = default;
};

/// What `imaging/print_layouts.json` says of pages with pictures.
struct PrintForms
{
    double marginMm = 8; ///< most printers leave some 5 mm white
    double gapMm = 1.5;  ///< between pictures
    std::vector<PrintLayout> layouts{{1, 1}};
    std::vector<PrintPaper> papers{{QStringLiteral("A4"), {210, 297}}};

    bool operator==(const PrintForms &) const = default;
};

/// \returns Invalid `resources.shape` at the first thing that does not fit
Result<PrintForms> parsePrintForms(const Json &json, const QString &fileName);

/// … of the folder of resources. \returns also NotFound `resources.missing`
Result<PrintForms> readPrintForms(const QString &resourceFolder);

/// Where things stand on a page, in millimetres from its corner.
struct SheetPlaces
{
    QRectF header; ///< empty where nothing stands there
    QRectF footer;
    std::vector<QRectF> cells; ///< row by row
};

SheetPlaces sheetPlaces(QSizeF contentMm,
                        const PrintForms &forms,
                        const PrintLayout &layout,
                        bool hasHeader = true);

} // namespace simiao::viewer
