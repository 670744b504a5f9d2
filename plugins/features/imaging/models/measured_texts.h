#pragma once

#include "imaging/frame.h"
#include "imaging/measure/measurement.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace simiao::viewer {

/// The labels of the measurements on one frame, computed once: a region of millions of pixels is not counted for each paint.
class MeasuredTexts
{
public:
    /// measurementLines(), kept until measurement, frame or language change; none of a preview, whose values are not those of the image.
    QStringList linesOf(const imaging::Measurement &measurement,
                        const std::shared_ptr<const imaging::Frame> &frame);
    /// Words are in another language now.
    void forget() { m_known.clear(); }

private:
    struct Known
    {
        imaging::Measurement measurement;
        QStringList lines;
    };

    std::shared_ptr<const imaging::Frame> m_frame;
    QHash<QString, Known> m_known;
};

} // namespace simiao::viewer
