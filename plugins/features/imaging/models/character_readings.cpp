#include "imaging/models/character_readings.h"

#include "imaging/models/character_words.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::viewer {

namespace {

void addOnce(QStringList &texts, const QString &text)
{
    if (!text.isEmpty() && !texts.contains(text))
        texts.append(text);
}

} // namespace

CharacterReadings::CharacterReadings(std::shared_ptr<workflow::ImageSource> source,
                                     std::vector<workflow::ImageSeries> series,
                                     QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_series(std::move(series))
{
    for (const auto &terms : offeredCharacters())
        m_readings.push_back({.characterSet = terms});
    readNext();
}

CharacterReadings::~CharacterReadings()
{
    m_stop.request_stop();
}

void CharacterReadings::readNext()
{
    const auto next = std::ranges::find(m_readings, false, &CharacterReading::isRead);
    if (next == m_readings.end() || m_error)
        return;
    const auto index = static_cast<std::size_t>(next - m_readings.begin());
    QCoro::connect(
        m_source->readTexts(m_series, next->characterSet, m_stop.get_token()), this,
        [this, index](const Result<std::vector<workflow::SeriesReading>> &answer) { take(index, answer); });
}

void CharacterReadings::take(std::size_t index, const Result<std::vector<workflow::SeriesReading>> &answer)
{
    if (answer) {
        auto &reading = m_readings[index];
        reading.isRead = true;
        for (const auto &one : *answer) {
            if (one.series.characterSet != reading.characterSet)
                continue; // it could not be read again, and would say in each row what its file declares
            addOnce(reading.names, one.series.patientName);
            addOnce(reading.descriptions, one.series.studyDescription);
            addOnce(reading.descriptions, one.series.seriesDescription);
            reading.isClean = reading.isClean && one.isClean;
            if (reading.declared.isEmpty())
                reading.declared = one.declared;
        }
    } else {
        m_error = answer.error();
    }
    Q_EMIT changed();
    readNext();
}

} // namespace simiao::viewer
