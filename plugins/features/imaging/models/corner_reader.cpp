#include "domain/base/json_place.h"
#include "imaging/models/viewer_data_reader.h"

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

/// A line names its fields with blanks between them.
Result<std::vector<CornerLine>> readCorner(const JsonPlace &place, const QString &key)
{
    TRY(const auto texts, place.texts(key));
    std::vector<CornerLine> lines;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CornerLine line;
        for (const auto &code : texts[i].split(u' ', Qt::SkipEmptyParts)) {
            const auto field = cornerField(code);
            if (!field)
                return place.wrong(u"%1[%2]"_s.arg(key).arg(i));
            line.push_back(*field);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

bool names(const CornerLayout &layout, CornerField field)
{
    for (const auto *corner : {&layout.topLeft, &layout.topRight, &layout.bottomLeft, &layout.bottomRight}) {
        for (const auto &line : *corner) {
            if (std::ranges::find(line, field) != line.end())
                return true;
        }
    }
    return false;
}

Result<CornerLayout> readLayout(const JsonPlace &place)
{
    CornerLayout layout;
    TRY(const auto modalities, place.texts(u"modalities"_s));
    layout.modalities = {modalities.begin(), modalities.end()};
    TRY(layout.topLeft, readCorner(place, u"topLeft"_s));
    TRY(layout.topRight, readCorner(place, u"topRight"_s));
    TRY(layout.bottomLeft, readCorner(place, u"bottomLeft"_s));
    TRY(layout.bottomRight, readCorner(place, u"bottomRight"_s));
    // A picture that does not say whose it is, and which one, is taken for another.
    if (!names(layout, CornerField::PatientName))
        return place.wrong(u"topLeft"_s);
    if (!names(layout, CornerField::Slice))
        return place.wrong(u"bottomLeft"_s);
    return layout;
}

} // namespace

Result<std::vector<CornerLayout>> parseCorners(const Json &json, const QString &fileName)
{
    return readList<CornerLayout>(JsonPlace(json, fileName), u"layouts"_s, readLayout);
}

} // namespace simiao::viewer
