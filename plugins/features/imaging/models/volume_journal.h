#pragma once

#include "imaging/models/volume_length.h"
#include "sdk/desk.h"

namespace simiao::viewer {

/// Keeps the lengths of a patient's volumes in the draft journal, one field for each series (`kept.volume.<series>`), as
/// MeasurementJournal keeps what is drawn on pictures: they outlive the program, and the signing of a visit.
class VolumeJournal
{
public:
    VolumeJournal(sdk::Desk *desk, Uuid patient);

    /// What is kept of this series. What cannot be read is said once and stays in the journal as long as nothing is measured there.
    Result<std::vector<VolumeLength>> kept(const QString &seriesInstanceUid);
    void record(const QString &seriesInstanceUid, const std::vector<VolumeLength> &lengths);

private:
    sdk::Desk *m_desk;
    Uuid m_patient;
    Uuid m_draft;
};

} // namespace simiao::viewer
