#pragma once

#include "workflow/ports/image_source.h"

#include <QObject>
#include <QStringList>

namespace simiao::viewer {

/// The texts of a study as one character set reads them.
struct CharacterReading
{
    QString characterSet; ///< empty: as the files declare
    QString declared = {};
    QStringList names = {};        ///< of patients, each once
    QStringList descriptions = {}; ///< of the study and its series, each once
    bool isRead = false;           ///< the texts are here
    bool isClean = true;           ///< every byte has a meaning in the set

    bool operator==(const CharacterReading &) const = default;
};

/// Reads the texts of one study by every character set that is offered, one after the other. \thread GUI
class CharacterReadings : public QObject
{
    Q_OBJECT

public:
    /// \param series  of one study
    CharacterReadings(std::shared_ptr<workflow::ImageSource> source,
                      std::vector<workflow::ImageSeries> series,
                      QObject *parent = nullptr);
    ~CharacterReadings() override;

    /// In the order of offeredCharacters().
    const std::vector<CharacterReading> &all() const { return m_readings; }
    /// Why the texts cannot be read at all.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void readNext();
    void take(std::size_t index, const Result<std::vector<workflow::SeriesReading>> &answer);

    std::shared_ptr<workflow::ImageSource> m_source;
    std::vector<workflow::ImageSeries> m_series;
    std::vector<CharacterReading> m_readings;
    std::optional<Error> m_error;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
