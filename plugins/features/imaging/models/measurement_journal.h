#pragma once

#include "imaging/measure/measurement.h"
#include "sdk/desk.h"

#include <map>
#include <tuple>

namespace simiao::viewer {

/// One picture: an instance and one of its frames, wherever its file lies.
struct ImageKey
{
    QString sopInstanceUid;
    int frame = 0; ///< from 0

    bool operator==(const ImageKey &) const = default;
    bool operator<(const ImageKey &other) const
    {
        return std::tie(sopInstanceUid, frame) < std::tie(other.sopInstanceUid, other.frame);
    }
};

/// Keeps what was drawn on a patient's images in the draft journal, one field for each picture, under a draft of its own: it
/// outlives the program, and the signing of a visit.
class MeasurementJournal
{
public:
    using Drawings = std::map<ImageKey, std::vector<imaging::Measurement>>;

    MeasurementJournal(sdk::Desk *desk, Uuid patient);

    /// What is kept of this patient's images. What cannot be read is named in `unreadable` and stays in the journal as long
    /// as nothing is drawn on that picture.
    Drawings kept(QStringList *unreadable);
    void record(const ImageKey &image, const std::vector<imaging::Measurement> &measurements);

    /// For a new measurement.
    QString newId() const;

private:
    sdk::Desk *m_desk;
    Uuid m_patient;
    Uuid m_draft;
};

} // namespace simiao::viewer
