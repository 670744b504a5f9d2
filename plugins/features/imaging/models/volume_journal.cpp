#include "imaging/models/volume_journal.h"

#include "workflow/ports/kept_draft.h"

namespace simiao::viewer {

namespace {

const QString kPrefix = workflow::kKeptFields + QStringLiteral("volume.");

} // namespace

VolumeJournal::VolumeJournal(sdk::Desk *desk, Uuid patient)
    : m_desk(desk)
    , m_patient(patient)
    , m_draft(desk->context().newCommand())
{
}

Result<std::vector<VolumeLength>> VolumeJournal::kept(const QString &seriesInstanceUid)
{
    QString text;
    for (const auto &draft : m_desk->drafts()->drafts()) {
        for (const auto &entry : m_desk->drafts()->entriesOf(draft)) {
            if (entry.patient != m_patient || !entry.field.startsWith(kPrefix))
                continue;
            m_draft = draft; // all of a patient's volumes are one draft
            if (entry.field == kPrefix + seriesInstanceUid)
                text = entry.text;
        }
    }
    auto lengths = volumeLengthsFromText(text);
    if (!lengths)
        return Error{ErrorKind::Corrupt, QStringLiteral("draft.unreadable"), kPrefix + seriesInstanceUid};
    return lengths;
}

void VolumeJournal::record(const QString &seriesInstanceUid, const std::vector<VolumeLength> &lengths)
{
    m_desk->drafts()->record({m_draft, m_patient, kPrefix + seriesInstanceUid, toText(lengths)});
}

} // namespace simiao::viewer
