#include "records/models/history.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <map>

namespace simiao::records {

namespace {

/// The words of a history; a class only for its translation context.
struct History
{
    Q_DECLARE_TR_FUNCTIONS(simiao::records::History)
};

QString dayOf(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.microseconds / 1000, zone)
        .toString(QStringLiteral("yyyy-MM-dd"));
}

QString dayOf(const std::optional<PartialDateTime> &at, Instant otherwise, const QTimeZone &zone)
{
    if (!at)
        return dayOf(otherwise, zone);
    const auto instant = at->instant();
    return instant ? dayOf(*instant, zone) : at->toIso();
}

QString wordsOf(const Coding &coding)
{
    return (coding.code + u' ' + coding.display).trimmed();
}

HistoryEntry entryOf(const clinical::Composition &note, const QTimeZone &zone)
{
    QStringList paragraphs;
    for (const auto &section : note.sections) {
        if (!section.text.isEmpty())
            paragraphs.append(section.title + QStringLiteral(": ") + section.text);
    }
    return {dayOf(note.signedAt.value_or(note.recordedAt), zone), History::tr("Note"), paragraphs.value(0),
            paragraphs.mid(1).join(u'\n')};
}

HistoryEntry entryOf(const clinical::Condition &condition, const QTimeZone &zone)
{
    return {dayOf(condition.onset, condition.recordedAt, zone), History::tr("Diagnosis"),
            wordsOf(condition.code), condition.note};
}

HistoryEntry entryOf(const medications::MedicationStatement &statement, const QTimeZone &zone)
{
    return {dayOf(statement.effectiveStart, statement.recordedAt, zone), History::tr("Drug (other hospital)"),
            statement.medication.display, statement.dosage};
}

HistoryEntry entryOf(const diagnostics::ImagingStudy &study)
{
    return {study.started, History::tr("Images"), (study.modality + u' ' + study.description).trimmed(), {}};
}

/// The results of one day are one entry: a blood count is not twenty.
void addResults(std::vector<HistoryEntry> &history,
                const std::vector<diagnostics::Observation> &observations,
                const QTimeZone &zone)
{
    std::map<QString, QStringList> ofDay;
    for (const auto &observation : observations)
        ofDay[dayOf(observation.effective, zone)].append(observation.code.display + u' '
                                                         + observation.value.toString());
    for (const auto &[day, values] : ofDay)
        history.push_back({day, History::tr("Results"), values.mid(0, 3).join(QStringLiteral(", ")),
                           values.mid(3).join(QStringLiteral(", "))});
}

} // namespace

std::vector<HistoryEntry> historyOf(const workflow::PatientRecord &record, const QTimeZone &zone)
{
    std::vector<HistoryEntry> history;
    for (const auto &note : record.notes)
        history.push_back(entryOf(note, zone));
    for (const auto &condition : record.conditions)
        history.push_back(entryOf(condition, zone));
    for (const auto &statement : record.statements)
        history.push_back(entryOf(statement, zone));
    for (const auto &study : record.studies)
        history.push_back(entryOf(study));
    addResults(history, record.observations, zone);
    std::ranges::sort(history, std::ranges::greater{}, [](const HistoryEntry &entry) {
        return std::tuple(entry.day, entry.kind, entry.title);
    });
    return history;
}

} // namespace simiao::records
