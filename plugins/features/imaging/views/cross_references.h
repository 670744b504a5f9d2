#pragma once

#include "imaging/views/image_cells.h"
#include "imaging/views/known_places.h"

namespace simiao::viewer {

/// Shows in each viewport where the active slice cuts it, and one place of the patient in all of them. Only pictures of one
/// frame of reference are compared. \thread GUI
class CrossReferences : public QObject
{
    Q_OBJECT

public:
    explicit CrossReferences(ImageCells *cells);

    bool areLinesShown() const { return m_areLinesShown; }
    void setLinesShown(bool areShown);

    /// A click in a viewport names a place; the others leaf to it.
    bool isCrossShown() const { return m_isCrossShown; }
    /// Begins in the middle of the active picture.
    void setCrossShown(bool isShown);
    /// Moves the place in the active picture, by pixels of it as it is seen.
    void moveCross(double right, double down);

private:
    void prepare(const ImageCell &cell);
    void pointAt(const ImageCell &cell, const imaging::ImagePoint &at);
    void leafToPlace(const ImageStack *from);
    void follow();
    void followLearned();
    ViewMarks marksOf(const ImageCell &cell) const;
    std::optional<MarkLine> lineIn(const ImageCell &cell) const;
    std::optional<imaging::ImagePoint> crossIn(const ImageCell &cell) const;

    ImageCells *m_cells;
    KnownPlaces *m_places;
    bool m_areLinesShown = false;
    bool m_isCrossShown = false;
    bool m_isLeafing = false;
    QString m_space; ///< frame of reference of the place
    std::optional<imaging::Vector3> m_place;
};

} // namespace simiao::viewer
