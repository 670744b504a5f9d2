#pragma once

#include "domain/base/record.h"

#include <array>
#include <compare>

namespace simiao::administration {

/// FHIR PublicationStatus. Of one name at most one version is active.
enum class PublicationStatus { Draft, Active, Retired };

/// What was done with a version. `Replace` and `Withdraw` retire it: because another one became active, or because the
/// hospital went back to what the program ships.
enum class LibraryAct { Install, Activate, RollBack, Replace, Withdraw };

/// One act on a version. FHIR Provenance.
struct LibraryEvent
{
    /// Provenance.activity.
    LibraryAct act = LibraryAct::Install;
    /// Provenance.recorded. UTC.
    Instant at;
    /// Provenance.agent.who.
    Id<security::Account> by;
    /// Provenance.reason.text, as the person wrote it.
    QString reason;

    bool operator==(const LibraryEvent &) const = default;
};

/// One version of a file of rules, words or templates that the hospital brought instead of the one that is shipped: a
/// package, as people call it. FHIR Library, the container for knowledge assets: it has the version, the period and the status
/// of publication that a file under change control needs. What was installed is never changed; only its status moves.
struct Library : Record<Library>
{
    /// Library.name: which file it stands for, e.g. "allergy-rules".
    QString name;
    /// Library.version: the version the file says of itself.
    QString release;
    /// Library.status.
    PublicationStatus status = PublicationStatus::Draft;
    /// Library.publisher: whose work it is, as the file says.
    QString source;
    /// Library.effectivePeriod; both days are in it. Absent: without limit.
    std::optional<Date> validFrom;
    std::optional<Date> validTo;
    /// Library.content.data: the file's text, verbatim.
    QString content;
    /// SHA-256 over the bytes of the file, 64 hexadecimal digits. FHIR's Attachment.hash is a SHA-1.
    QString sha256;
    /// Provenance of the version, the installation first.
    std::vector<LibraryEvent> history;

    /// Whether its period holds this day.
    bool isValidOn(Date day) const
    {
        return (!validFrom || *validFrom <= day) && (!validTo || day <= *validTo);
    }

    bool operator==(const Library &) const = default;
};

/// Order of two versions as people count: runs of digits by their number, all else by its letters; 2026-11 < 2026-11.2 <
/// 2026-11.10 < 2027-1.
std::strong_ordering compareReleases(const QString &a, const QString &b);

/// The version of `name` that holds on a day: the active one, if its period has begun and not ended. Null: the shipped one
/// holds.
const Library *libraryInForce(const std::vector<Library> &libraries, const QString &name, Date day);

} // namespace simiao::administration

namespace simiao {

template <>
inline constexpr std::array kCodes<administration::PublicationStatus>{"draft", "active", "retired"};
template <>
inline constexpr std::array kCodes<administration::LibraryAct>{"install", "activate", "roll-back", "replace",
                                                               "withdraw"};

template <>
struct Describe<administration::LibraryEvent>
{
    using E = administration::LibraryEvent;
    static constexpr auto fields = FieldTable{
        field("act", "Provenance.activity", &E::act), field("at", "Provenance.recorded", &E::at),
        field("by", "Provenance.agent.who", &E::by), field("reason", "Provenance.reason.text", &E::reason)};
};

template <>
struct Describe<administration::Library>
{
    using L = administration::Library;
    static constexpr const char *name = "Library";
    static constexpr const char *table = "library";
    static constexpr auto fields =
        recordWith<L>(field("name", "Library.name", &L::name),
                      field("release", "Library.version", &L::release),
                      field("status", "Library.status", &L::status),
                      field("source", "Library.publisher", &L::source),
                      field("valid_from", "Library.effectivePeriod.start", &L::validFrom),
                      field("valid_to", "Library.effectivePeriod.end", &L::validTo),
                      field("content", "Library.content.data", &L::content),
                      field("sha256", "Library.content.extension[sha256]", &L::sha256),
                      field("history", "Provenance", &L::history));
};

} // namespace simiao
