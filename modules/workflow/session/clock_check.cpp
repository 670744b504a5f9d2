#include "workflow/session/clock_check.h"

#include "workflow/ports/audit_queries.h"

#include <QDateTime>

#include <algorithm>

namespace simiao::workflow {

namespace {

constexpr std::int64_t kTolerated = 2; // seconds
/// One commit makes its ids within this time of its command's.
constexpr std::int64_t kLongestCommit = 60; // seconds
/// So many records written by a wrong clock, and it counts as set on purpose.
constexpr int kLookedAt = 100;

/// The latest times that the newest records name.
struct Latest
{
    Instant recorded;
    Instant id;
};

void add(const Json &event, Latest &latest)
{
    if (const auto recorded = Instant::parse(event[QStringLiteral("recorded")].toString()))
        latest.recorded = std::max(latest.recorded, *recorded);
    latest.id = std::max(latest.id, latest.recorded);
    if (const auto command = Uuid::parse(event[QStringLiteral("command")].toString()))
        latest.id = std::max(latest.id, command->time().value_or(Instant{}));
}

Latest latestOf(const std::vector<AuditRecord> &records)
{
    Latest latest;
    for (const auto &record : records) {
        if (const auto event = Json::parse(record.event.toUtf8()))
            add(*event, latest);
    }
    return latest;
}

QString atWorkstation(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, clock.zone())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

Task<Result<std::optional<Error>>> checkClock(Context context)
{
    auto finding = find(context.store, query::latestAtDesk, context.session.workstation, kLookedAt);
    const auto found = co_await finding;
    if (!found
        && found.error().kind
            == ErrorKind::Corrupt) // a changed trail is told, and nobody is kept from working by it
        co_return std::optional<Error>(found.error());
    CO_TRY(const auto records, found);
    const auto latest = latestOf(records);
    const Instant now = context.clock->now();
    if (now < latest.id)
        context.clock->continueIdsAfter(latest.id.plusSeconds(kLongestCommit));
    const auto behind = (latest.recorded.microseconds - now.microseconds) / 1'000'000;
    if (behind <= kTolerated)
        co_return std::optional<Error>();
    auto noting = context.store->commit(context.begin(context.newCommand(), QStringLiteral("clock.moved"), {},
                                                      QStringLiteral("behind %1 s").arg(behind)));
    CO_TRY_VOID(co_await noting);
    co_return std::optional(Error{ErrorKind::Conflict, QStringLiteral("clock.behind"),
                                  atWorkstation(latest.recorded, *context.clock)});
}

} // namespace simiao::workflow
