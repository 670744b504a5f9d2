#pragma once

#include <QTest>

namespace simiao::test {

/// How long a test waits for what must come, where it says nothing else: Qt's five seconds are not enough for a machine that does other
/// things too. What comes sooner is not waited for.
constexpr int kComesWithinMs = 20'000;

/// Bounds are the machine's too: those of the program itself are held where nothing else runs (SIMIAO_SOAK), elsewhere what nobody could
/// take for them.
inline bool isMachineOurs()
{
    return qEnvironmentVariableIsSet("SIMIAO_SOAK");
}

} // namespace simiao::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), simiao::test::kComesWithinMs)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT((expr), message, simiao::test::kComesWithinMs)
#define QTRY_COMPARE(expr, expected) \
    QTRY_COMPARE_WITH_TIMEOUT((expr), (expected), simiao::test::kComesWithinMs)
