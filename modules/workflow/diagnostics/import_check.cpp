#include "workflow/diagnostics/import_check.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace simiao::workflow {

namespace {

bool isAmong(const QString &word, const auto &words)
{
    return std::ranges::any_of(words, [&](const char *one) { return word == QLatin1String(one); });
}

/// Slices through the body, and projections where the film could be turned round.
bool needsOrientation(const ImportHeader &header)
{
    static constexpr std::array kModalities{"CT", "MR", "PT", "CR", "DX", "MG", "RG"};
    return header.isImage && isAmong(header.modality, kModalities);
}

bool needsLaterality(const ImportHeader &header)
{
    static constexpr std::array kPaired{
        "ANKLE", "ARM", "BREAST",  "CALCANEUS", "CLAVICLE", "ELBOW",   "EYE",      "FEMUR", "FOOT", "FOREARM",
        "HAND",  "HIP", "HUMERUS", "KNEE",      "LEG",      "SCAPULA", "SHOULDER", "THUMB", "WRIST"};
    static constexpr std::array kProjections{"CR", "DX", "RG", "US", "MR", "CT"};
    if (!header.isImage)
        return false;
    const bool isPaired = isAmong(header.bodyPart, kPaired) && isAmong(header.modality, kProjections);
    return header.modality == QLatin1String("MG") || isPaired;
}

int duplicatesIn(const std::vector<ImportHeader> &headers)
{
    QSet<QString> known;
    int duplicates = 0;
    for (const auto &header : headers) {
        const auto &uid = header.sopInstanceUid;
        if (!uid.isEmpty() && known.contains(uid))
            ++duplicates;
        known.insert(uid);
    }
    return duplicates;
}

/// All objects, where they name more than one person.
int objectsOfSeveral(const std::vector<ImportHeader> &headers)
{
    QSet<QString> ids;
    QSet<QString> names;
    for (const auto &header : headers) {
        if (!header.patientId.isEmpty())
            ids.insert(header.patientId);
        if (!header.patientName.isEmpty())
            names.insert(header.patientName);
    }
    return ids.size() > 1 || names.size() > 1 ? static_cast<int>(headers.size()) : 0;
}

} // namespace

std::vector<ImportFinding> importFindings(const std::vector<ImportHeader> &headers)
{
    const auto count = [&](auto isSo) { return static_cast<int>(std::ranges::count_if(headers, isSo)); };
    using Header = const ImportHeader &;
    std::vector<ImportFinding> all{
        {ImportDefect::SeveralPatients, objectsOfSeveral(headers)},
        {ImportDefect::NoUid, count([](Header header) {
             return header.sopInstanceUid.isEmpty() || header.seriesInstanceUid.isEmpty()
                 || header.studyInstanceUid.isEmpty();
         })},
        {ImportDefect::DuplicateInstance, duplicatesIn(headers)},
        {ImportDefect::NoOrientation,
         count([](Header header) { return needsOrientation(header) && !header.hasOrientation; })},
        {ImportDefect::NoLaterality,
         count([](Header header) { return needsLaterality(header) && header.laterality.isEmpty(); })},
        // Documents say it of themselves as a rule: who reads them reads what stands in them.
        {ImportDefect::BurnedIn, count([](Header header) { return header.isBurnedIn && header.isImage; })},
        {ImportDefect::NoPatientId, count([](Header header) { return header.patientId.isEmpty(); })},
        {ImportDefect::NoPatientName, count([](Header header) { return header.patientName.isEmpty(); })},
        {ImportDefect::NoBirthDate, count([](Header header) { return header.patientBirthDate.isEmpty(); })},
        {ImportDefect::NoStudyDate, count([](Header header) { return header.studyDate.isEmpty(); })}};
    std::erase_if(all, [](const ImportFinding &finding) { return finding.objects == 0; });
    return all;
}

} // namespace simiao::workflow
