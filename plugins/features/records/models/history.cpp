#include "records/models/history.h"

#include "workflow/consultation/note_in_force.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <tuple>

namespace simiao::records {

namespace {

/// The words of a history; a class only for its translation context.
struct History
{
    Q_DECLARE_TR_FUNCTIONS(simiao::records::History)
};

/// Days as they are called in one zone. What was recorded in one visit has one time, and asking the zone is slow: each quarter
/// of an hour, in which no zone changes its day, is asked for once.
class Days
{
public:
    explicit Days(QTimeZone zone)
        : m_zone(std::move(zone))
    {
    }

    QString of(Instant at)
    {
        auto &day = m_known[quarterOf(at)];
        if (day.isEmpty())
            day = QDateTime::fromMSecsSinceEpoch(at.microseconds / 1000, m_zone).date().toString(Qt::ISODate);
        return day;
    }

    QString of(const std::optional<PartialDateTime> &at, Instant otherwise)
    {
        if (!at)
            return of(otherwise);
        const auto instant = at->instant();
        return instant ? of(*instant) : at->toIso();
    }

private:
    static qint64 quarterOf(Instant at)
    {
        constexpr qint64 kQuarter = 15LL * 60 * 1'000'000;
        return (at.microseconds - (at.microseconds < 0 ? kQuarter - 1 : 0)) / kQuarter;
    }

    QTimeZone m_zone;
    QHash<qint64, QString> m_known;
};

QString wordsOf(const Coding &coding)
{
    return (coding.code + u' ' + coding.display).trimmed();
}

using NotesInForce = std::map<Id<administration::Encounter>, const clinical::Composition *>;

/// Versions of a note that no longer hold stay to be read, and say so.
QString kindOf(const clinical::Composition &note, const NotesInForce &inForce)
{
    if (note.status == clinical::CompositionStatus::EnteredInError)
        return History::tr("Note, entered in error");
    const auto holds = inForce.find(note.encounter);
    const bool isReplaced = note.signedAt && holds != inForce.end() && holds->second->id != note.id;
    return isReplaced ? History::tr("Note, replaced by a later version") : History::tr("Note");
}

HistoryEntry entryOf(const clinical::Composition &note, const NotesInForce &inForce, Days &days)
{
    QStringList paragraphs;
    for (const auto &section : note.sections) {
        if (!section.text.isEmpty())
            paragraphs.append(section.title + QStringLiteral(": ") + section.text);
    }
    return {days.of(note.signedAt.value_or(note.recordedAt)), kindOf(note, inForce), paragraphs.value(0),
            paragraphs.mid(1).join(u'\n')};
}

HistoryEntry entryOf(const clinical::Condition &condition, Days &days)
{
    return {days.of(condition.onset, condition.recordedAt), History::tr("Diagnosis"), wordsOf(condition.code),
            condition.note};
}

HistoryEntry entryOf(const medications::MedicationStatement &statement, Days &days)
{
    return {days.of(statement.effectiveStart, statement.recordedAt), History::tr("Drug (other hospital)"),
            statement.medication.display, statement.dosage};
}

HistoryEntry entryOf(const diagnostics::ImagingStudy &study)
{
    return {study.started, History::tr("Images"), (study.modality + u' ' + study.description).trimmed(), {}};
}

/// The results of one day are one entry: a blood count is not twenty.
void addResults(std::vector<HistoryEntry> &history,
                const std::vector<diagnostics::Observation> &observations,
                Days &days)
{
    std::map<QString, QStringList> ofDay;
    for (const auto &observation : observations)
        ofDay[days.of(observation.effective)].append(observation.code.display + u' '
                                                     + observation.value.toString());
    for (const auto &[day, values] : ofDay)
        history.push_back({day, History::tr("Results"), values.mid(0, 3).join(QStringLiteral(", ")),
                           values.mid(3).join(QStringLiteral(", "))});
}

} // namespace

std::vector<HistoryEntry> historyOf(const workflow::PatientRecord &record, const QTimeZone &zone)
{
    std::vector<HistoryEntry> history;
    Days days(zone);
    const auto inForce = workflow::notesInForce(record.notes);
    for (const auto &note : record.notes)
        history.push_back(entryOf(note, inForce, days));
    for (const auto &condition : record.conditions)
        history.push_back(entryOf(condition, days));
    for (const auto &statement : record.statements)
        history.push_back(entryOf(statement, days));
    for (const auto &study : record.studies)
        history.push_back(entryOf(study));
    addResults(history, record.observations, days);
    std::ranges::sort(history, std::ranges::greater{},
                      [](const HistoryEntry &entry) { return std::tie(entry.day, entry.kind, entry.title); });
    return history;
}

} // namespace simiao::records
