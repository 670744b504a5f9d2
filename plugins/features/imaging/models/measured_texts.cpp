#include "imaging/models/measured_texts.h"

#include "imaging/models/measurement_words.h"
#include "imaging/preview.h"

namespace simiao::viewer {

QStringList MeasuredTexts::linesOf(const imaging::Measurement &measurement,
                                   const std::shared_ptr<const imaging::Frame> &frame)
{
    if (m_frame != frame) {
        m_frame = frame;
        m_known.clear();
    }
    if (!frame || imaging::isPreview(frame->facts()) || !imaging::isComplete(measurement))
        return {};
    auto &known = m_known[measurement.id];
    if (known.measurement != measurement)
        known = {measurement, measurementLines(measurement, *frame)};
    return known.lines;
}

} // namespace simiao::viewer
