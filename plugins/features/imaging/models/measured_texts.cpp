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
    auto drawn = measurement;
    drawn.labelAt.reset(); // where they stand changes no values
    auto &known = m_known[measurement.id];
    if (known.measurement != drawn)
        known = {drawn, measurementLines(drawn, *frame)};
    return known.lines;
}

} // namespace simiao::viewer
