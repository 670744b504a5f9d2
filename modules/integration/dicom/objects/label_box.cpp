#include "integration/dicom/objects/label_box.h"

#include "imaging/presentation/affine_map.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace simiao::dicom {

using namespace imaging;

namespace {

constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel
constexpr double kLinesInPicture = 40;
constexpr double kLatinWidth = 0.55; // of the height of a line
constexpr char16_t kFirstWide = 0x2E80;

double widthOf(const QString &line)
{
    double width = 0;
    for (const auto letter : line)
        width += letter.unicode() >= kFirstWide ? 1 : kLatinWidth;
    return width;
}

/// Half of what the words take on the screen, in pixels of the picture.
ImagePoint halfOf(const QString &words, const FrameGeometry &geometry)
{
    const auto lines = words.split(u'\n');
    double widest = 1;
    for (const auto &line : lines)
        widest = std::max(widest, widthOf(line));
    const double height = std::max(geometry.columns(), geometry.rows()) / kLinesInPicture;
    return {widest * height / 2, double(lines.size()) * height / 2};
}

double within(double at, double half, int count)
{
    const double most = count - kHalf - half;
    return most <= half - kHalf ? (count - 1) / 2.0 : std::clamp(at, half - kHalf, most);
}

} // namespace

TextBox labelBox(const ImagePoint &at, const QString &words, const FrameGeometry &geometry, const Turn &turn)
{
    const auto half = halfOf(words, geometry);
    // Along columns and rows.
    const double across = std::min((turn.swapsEdges() ? half.row : half.column), geometry.columns() / 2.0);
    const double down = std::min((turn.swapsEdges() ? half.column : half.row), geometry.rows() / 2.0);
    const ImagePoint middle{within(at.column, across, geometry.columns()),
                            within(at.row, down, geometry.rows())};
    // Which way is right and down on the screen.
    const auto map = linearMap(turn);
    const double right = map.xx + map.yx > 0 ? across : -across;
    const double below = map.xy + map.yy > 0 ? down : -down;
    return {AnnotationUnits::Pixel,
            {middle.column - right, middle.row - below},
            {middle.column + right, middle.row + below},
            TextJustification::Centre};
}

ImagePoint centreOf(const TextBox &box)
{
    return {(box.topLeft.column + box.bottomRight.column) / 2, (box.topLeft.row + box.bottomRight.row) / 2};
}

} // namespace simiao::dicom
