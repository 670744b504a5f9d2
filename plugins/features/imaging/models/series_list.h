#pragma once

#include "workflow/diagnostics/study_characters.h"

#include <QObject>

#include <optional>

namespace simiao::viewer {

/// The series of a patient's studies, looked up place by place in the order of the record, so that the first
/// is there while others are still being read. \thread GUI
class SeriesList : public QObject
{
    Q_OBJECT

public:
    explicit SeriesList(std::shared_ptr<workflow::ImageSource> source, QObject *parent = nullptr);
    ~SeriesList() override;

    /// Reads the places that were not read before; what is known stays. Where other characters were chosen for a study, its texts alone
    /// are read again.
    void setStudies(const std::vector<diagnostics::ImagingStudy> &studies);
    /// Reads again what failed.
    void retry();
    /// More has come to this place.
    void readAgain(const QString &endpoint);

    /// Only series of the studies on record, each once: a folder may hold more than was attached.
    std::vector<workflow::ImageSeries> series() const;
    /// Where the study on record lies, as the record says it.
    QStringList placesOf(const QString &studyInstanceUid) const;
    bool isLoading() const { return m_isListing; }
    /// The first place that could not be read; NotFound `imaging.study-missing` when it holds other studies.
    std::optional<Error> error() const;

Q_SIGNALS:
    void changed();

private:
    struct Place
    {
        QString endpoint;
        QStringList studies; ///< StudyInstanceUIDs on record
        workflow::ChosenCharacters characters = {};
        std::optional<Result<std::vector<workflow::ImageSeries>>> answer = {};
        bool isOld = false;     ///< the answer is shown until there is a newer one
        bool isMisread = false; ///< the same, and only its texts are to be read again
    };

    Place *placeOf(const QString &endpoint);
    void takeOver(Place &place, const std::vector<Place> &places) const;
    void listNext();
    void start(Place &place);
    void take(const QString &endpoint,
              const workflow::ChosenCharacters &characters,
              Result<std::vector<workflow::ImageSeries>> answer);

    std::shared_ptr<workflow::ImageSource> m_source;
    std::vector<Place> m_places;
    bool m_isListing = false;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
