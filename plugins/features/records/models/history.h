#pragma once

#include "workflow/consultation/open_record.h"

#include <QStringList>

namespace simiao::records {

/// One line of a patient's history.
struct HistoryEntry
{
    QString day;   ///< ISO, as far as it is known; sorts
    QString kind;  ///< translated: visit, diagnosis, note, result, drug, images
    QString title; ///< what it is, in one line
    QString text;  ///< everything else; may be empty

    bool operator==(const HistoryEntry &) const = default;
};

/// Everything on record as one history, the latest first. Pure.
std::vector<HistoryEntry> historyOf(const workflow::PatientRecord &record, const QTimeZone &zone);

} // namespace simiao::records
