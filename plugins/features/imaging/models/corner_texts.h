#pragma once

#include "imaging/lut.h"
#include "imaging/models/corner_layout.h"
#include "imaging/turn.h"
#include "workflow/ports/image_source.h"

#include <QStringList>

namespace simiao::viewer {

/// What is written over the picture.
struct CornerTexts
{
    QStringList topLeft;     ///< whose image this is, as the image itself says
    QStringList topRight;    ///< series
    QStringList bottomLeft;  ///< slice and window
    QStringList bottomRight; ///< zoom
    imaging::EdgeLetters edges;
    /// Lines of these that must not be overlooked: others are shortened or left out before they are.
    QStringList whole = {};

    bool operator==(const CornerTexts &) const = default;
};

/// Adds lines to a corner that are never shortened.
inline void addWhole(CornerTexts &texts, QStringList &corner, const QStringList &lines)
{
    corner += lines;
    texts.whole += lines;
}

/// What the texts are made from.
struct CornerFacts
{
    workflow::ImageSeries series;
    int seriesIndex = 0; ///< from 0
    int seriesCount = 1;
    int slice = 0; ///< from 0
    int slices = 1;
    std::shared_ptr<const imaging::Frame> frame; ///< null while there is none
    imaging::GreyDisplay display;
    imaging::Turn turn = {};
    double zoom = 1;         ///< device pixels for one column of the image
    bool isTrueSize = false; ///< a millimetre is a millimetre on this screen, by what image and screen say
    bool isScreenMeasured = true; ///< not only by what it says of itself
    CornerLayout layout = cornerLayoutFor({}, {});
    QString preset = {}; ///< name of the window, where it is one that a key calls up
    QString mrn;         ///< of the visit: an equal Patient ID is called MRN
};

/// "23/40"
QString sliceText(int slice, int slices);
/// The same with what is counted: slices of a body, images of what is no slice. Empty for the only image.
QString countedText(const QString &modality, int slice, int slices);
CornerTexts cornerTexts(const CornerFacts &facts);

} // namespace simiao::viewer
