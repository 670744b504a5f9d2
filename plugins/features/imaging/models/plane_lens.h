#pragma once

#include "imaging/volume/reformat.h"

#include <QPointF>
#include <QSize>

namespace simiao::viewer {

/// Between places in the patient and pixels of a view that looks straight at a plane.
class PlaneLens
{
public:
    PlaneLens() = default;
    /// \param middle  what is seen in the middle of the view: a place in the plane, mm  \param mmPerPixel  > 0
    PlaneLens(const imaging::Vector3 &middle,
              const imaging::ImageOrientation &orientation,
              double mmPerPixel,
              QSize view);

    QPointF toView(const imaging::Vector3 &place) const;
    /// In the plane.
    imaging::Vector3 toPatient(const QPointF &pixel) const;
    /// What a movement on the view is in the patient, mm.
    imaging::Vector3 wayOf(const QPointF &pixels) const;
    /// A direction in the patient on the view.
    QPointF directionOf(const imaging::Vector3 &way) const;
    double mmPerPixel() const { return m_mmPerPixel; }

    /// A grid that fills the view. \param pixels  of the view for one of the grid: more are faster and coarser
    imaging::PlaneGrid grid(double pixels) const;

private:
    imaging::Vector3 m_middle = {};
    imaging::ImageOrientation m_orientation = {};
    double m_mmPerPixel = 1;
    QSize m_view;
};

} // namespace simiao::viewer
