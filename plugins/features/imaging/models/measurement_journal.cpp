#include "imaging/models/measurement_journal.h"

#include "imaging/measure/measurement_json.h"
#include "workflow/ports/kept_draft.h"

namespace simiao::viewer {

namespace {

const QString kPrefix = workflow::kKeptFields + QStringLiteral("imaging.");

/// "kept.imaging.1.2.840.1#0"
QString fieldOf(const ImageKey &image)
{
    return kPrefix + image.sopInstanceUid + u'#' + QString::number(image.frame);
}

ImageKey imageOf(const QString &field)
{
    const auto mark = field.lastIndexOf(u'#');
    return {field.mid(kPrefix.size(), mark - kPrefix.size()), field.mid(mark + 1).toInt()};
}

} // namespace

MeasurementJournal::MeasurementJournal(sdk::Desk *desk, Uuid patient)
    : m_desk(desk)
    , m_patient(patient)
    , m_draft(desk->context().newCommand())
{
}

MeasurementJournal::Drawings MeasurementJournal::kept(QStringList *unreadable)
{
    Drawings drawings;
    for (const auto &draft : m_desk->drafts()->drafts()) {
        for (const auto &entry : m_desk->drafts()->entriesOf(draft)) {
            if (entry.patient != m_patient || !entry.field.startsWith(kPrefix))
                continue;
            m_draft = draft;
            const auto read = imaging::measurementsFromText(entry.text);
            if (read)
                drawings.insert_or_assign(imageOf(entry.field), *read);
            else
                unreadable->append(entry.field);
        }
    }
    return drawings;
}

void MeasurementJournal::record(const ImageKey &image, const std::vector<imaging::Measurement> &measurements)
{
    m_desk->drafts()->record({m_draft, m_patient, fieldOf(image), imaging::toText(measurements)});
}

QString MeasurementJournal::newId() const
{
    return m_desk->context().newCommand().toString();
}

} // namespace simiao::viewer
