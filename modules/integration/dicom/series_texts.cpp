#include "integration/dicom/series_texts.h"

#include "core/try.h"
#include "integration/dicom/raw_texts.h"
#include "integration/dicom/text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using workflow::ImageSeries;
using workflow::SeriesReading;

namespace {

CharacterSet setOf(const QString &terms)
{
    return CharacterSet(terms.isEmpty() ? QStringList() : terms.split(u'\\'));
}

SeriesReading readBy(const QString &characterSet, const RawTexts &raw, ImageSeries series)
{
    const auto declared = QString::fromLatin1(raw.terms).trimmed();
    const auto set = setOf(characterSet.isEmpty() ? declared : characterSet);
    series.studyDescription = textBy(set, raw.studyDescription);
    series.seriesDescription = textBy(set, raw.seriesDescription);
    series.patientName = personName(textBy(set, raw.patientName));
    series.patientId = textBy(set, raw.patientId);
    series.characterSet = characterSet;
    const auto texts = raw.texts();
    const bool isClean =
        std::ranges::all_of(texts, [&set](const QByteArray &bytes) { return set.decode(bytes).isClean; });
    auto likelier = likelierSet(set, raw.patientName);
    for (const auto &bytes : texts)
        likelier = likelier.isEmpty() ? likelierSet(set, bytes) : likelier;
    return {.series = std::move(series),
            .declared = declared,
            .isClean = isClean,
            .likelier = std::move(likelier)};
}

} // namespace

Result<std::vector<SeriesReading>> readSeriesTexts(std::vector<ImageSeries> series,
                                                   const QString &characterSet,
                                                   RawTextReader &reader,
                                                   const std::stop_token &stop)
{
    if (!setOf(characterSet).isKnown())
        return Error{ErrorKind::Invalid, u"imaging.charset-unknown"_s, characterSet};
    std::vector<SeriesReading> readings;
    std::optional<Error> failure;
    bool isAnyRead = false;
    for (auto &one : series) {
        if (stop.stop_requested())
            return cancelled();
        if (one.instances.empty()) {
            readings.push_back({.series = std::move(one), .declared = {}});
            continue;
        }
        if (const auto raw = reader.textsOf(one.instances.front().location)) {
            readings.push_back(readBy(characterSet, *raw, std::move(one)));
            isAnyRead = true;
        } else {
            failure = raw.error();
            readings.push_back({.series = std::move(one), .declared = {}}); // stays as it is
        }
    }
    if (failure && !isAnyRead)
        return *std::move(failure);
    return readings;
}

} // namespace simiao::dicom
