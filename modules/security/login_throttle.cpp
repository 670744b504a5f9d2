#include "security/login_throttle.h"

#include <algorithm>

namespace simiao::security {

namespace {

constexpr int kFreeAttempts = 5;
constexpr std::int64_t kFirstWaitSeconds = 5;
constexpr std::int64_t kLongestWaitSeconds = 15 * 60;
constexpr std::int64_t kMemorySeconds = 60 * 60;

std::int64_t waitAfter(int attempts)
{
    if (attempts < kFreeAttempts)
        return 0;
    const int doublings = std::min(attempts - kFreeAttempts, 16);
    return std::min(kFirstWaitSeconds << doublings, kLongestWaitSeconds);
}

/// Whole seconds, rounded up: after them the attempt is admitted.
std::int64_t secondsUntil(Instant then, Instant now)
{
    return (then.microseconds - now.microseconds + 999'999) / 1'000'000;
}

} // namespace

Result<void> LoginThrottle::admit(const QString &loginName, Instant now)
{
    forgetOld(now);
    auto &attempts = m_attempts[loginName];
    const bool isClockSetBack = now < attempts.last;
    if (now < attempts.nextAllowed && !isClockSetBack) {
        const auto seconds = QString::number(secondsUntil(attempts.nextAllowed, now));
        return Error{ErrorKind::Unavailable, QStringLiteral("login.wait"), seconds};
    }
    ++attempts.count;
    attempts.last = now;
    attempts.nextAllowed = now.plusSeconds(waitAfter(attempts.count));
    return ok();
}

void LoginThrottle::forgetOld(Instant now)
{
    m_attempts.removeIf(
        [now](const auto &entry) { return entry.value().last.plusSeconds(kMemorySeconds) < now; });
}

} // namespace simiao::security
