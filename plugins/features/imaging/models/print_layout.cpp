#include "imaging/models/print_layout.h"

#include "domain/base/json_place.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kFile = "imaging/print_layouts.json";
constexpr int kMostBeside = 8;

Result<double> readMm(const JsonPlace &place, const QString &key, double least, double most)
{
    TRY(const auto mm, place.number(key));
    return mm >= least && mm <= most ? Result<double>(mm) : Result<double>(place.wrong(key));
}

Result<PrintLayout> readLayout(const JsonPlace &place)
{
    PrintLayout layout;
    TRY(layout.columns, place.integer(u"columns"_s));
    TRY(layout.rows, place.integer(u"rows"_s));
    if (layout.columns < 1 || layout.columns > kMostBeside)
        return place.wrong(u"columns"_s);
    if (layout.rows < 1 || layout.rows > kMostBeside)
        return place.wrong(u"rows"_s);
    return layout;
}

Result<PrintPaper> readPaper(const JsonPlace &place)
{
    constexpr double kLeastMm = 80;
    constexpr double kMostMm = 1200;
    PrintPaper paper;
    TRY(paper.name, place.text(u"name"_s));
    TRY(const auto width, readMm(place, u"widthMm"_s, kLeastMm, kMostMm));
    TRY(const auto height, readMm(place, u"heightMm"_s, kLeastMm, kMostMm));
    paper.sizeMm = {width, height};
    return paper;
}

} // namespace

Result<PrintForms> parsePrintForms(const Json &json, const QString &fileName)
{
    constexpr double kMostMargin = 30;
    constexpr double kMostGap = 10;
    const JsonPlace place(json, fileName);
    PrintForms forms;
    TRY(forms.marginMm, readMm(place, u"marginMm"_s, 0, kMostMargin));
    TRY(forms.gapMm, readMm(place, u"gapMm"_s, 0, kMostGap));
    TRY(forms.layouts, readList<PrintLayout>(place, u"layouts"_s, readLayout));
    TRY(forms.papers, readList<PrintPaper>(place, u"papers"_s, readPaper));
    if (forms.layouts.empty())
        return place.wrong(u"layouts"_s);
    if (forms.papers.empty())
        return place.wrong(u"papers"_s);
    return forms;
}

Result<PrintForms> readPrintForms(const QString &resourceFolder)
{
    const auto name = QString::fromLatin1(kFile);
    QFile file(QDir(resourceFolder).filePath(name));
    if (resourceFolder.isEmpty() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"resources.missing"_s, name};
    TRY(const auto json, Json::parse(file.readAll()));
    return parsePrintForms(json, name);
}

SheetPlaces sheetPlaces(QSizeF contentMm, const PrintForms &forms, const PrintLayout &layout, bool hasHeader)
{
    constexpr double kHeader = 11;
    constexpr double kFooter = 6;
    constexpr double kAir = 1;
    const auto all = QRectF(QPointF(), contentMm)
                         .adjusted(forms.marginMm, forms.marginMm, -forms.marginMm, -forms.marginMm);
    SheetPlaces places;
    if (hasHeader)
        places.header = {all.left(), all.top(), all.width(), kHeader};
    places.footer = {all.left(), all.bottom() - kFooter, all.width(), kFooter};
    const auto body = all.adjusted(0, hasHeader ? kHeader + kAir : 0, 0, -kFooter - kAir);
    const double width = (body.width() - forms.gapMm * (layout.columns - 1)) / layout.columns;
    const double height = (body.height() - forms.gapMm * (layout.rows - 1)) / layout.rows;
    for (int row = 0; row < layout.rows; ++row) {
        for (int column = 0; column < layout.columns; ++column)
            places.cells.emplace_back(body.left() + column * (width + forms.gapMm),
                                      body.top() + row * (height + forms.gapMm), std::max(0.0, width),
                                      std::max(0.0, height));
    }
    return places;
}

} // namespace simiao::viewer
