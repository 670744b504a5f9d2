#pragma once

#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"

#include <QObject>
#include <QSet>

#include <deque>
#include <map>

namespace simiao::viewer {

using StatePtr = std::shared_ptr<const imaging::PresentationState>;

/// What the presentation states and key object selections of a patient say about single pictures. Each is read once, one after
/// the other, behind what is listed. What cannot be read says nothing here: whoever opens it is told why. \thread GUI
class KnownObjects : public QObject
{
    Q_OBJECT

public:
    /// \param source  may be null: then nothing is ever known
    explicit KnownObjects(std::shared_ptr<workflow::ImagingObjects> source, QObject *parent = nullptr);
    ~KnownObjects() override;

    /// Reads those that are new, and forgets those that are gone.
    void setObjects(const std::vector<workflow::ImagingObject> &objects);

    /// Those that name a picture of the series, in the order of the objects.
    std::vector<StatePtr> statesOf(const workflow::ImageSeries &series) const;
    /// Which of slicesOf(series) some key object selection names, from 0.
    QSet<int> keySlicesOf(const workflow::ImageSeries &series) const;

Q_SIGNALS:
    /// More is known, or less.
    void changed();

private:
    struct Known
    {
        QString characterSet = {}; ///< by which it was read
        StatePtr state = {};
        std::vector<imaging::ReferencedImage> keyImages = {};
    };

    void readNext();
    void take(const workflow::ImagingObject &object, const Result<workflow::ImagingObjectContent> &answer);

    std::shared_ptr<workflow::ImagingObjects> m_source;
    std::deque<workflow::ImagingObject> m_toRead;
    QStringList m_order; ///< SOP instance UIDs
    std::map<QString, Known> m_known;
    bool m_isReading = false;
    std::stop_source m_stop;
};

/// Whether the pictures are one of the series: by their UIDs, and by its own where the reference says it.
bool isOfSeries(const imaging::ReferencedImage &image, const workflow::ImageSeries &series);

} // namespace simiao::viewer
