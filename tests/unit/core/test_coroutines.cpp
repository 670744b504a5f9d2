#include "core/task_scope.h"
#include "core/try.h"
#include "core/wait_or.h"
#include "support/patience.h"

#include <QTest>

#include <stdexcept>

using namespace simiao;
using namespace std::chrono_literals;

namespace {

class Bell : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void rang();
};

template <typename T>
Task<Result<T>> give(T value)
{
    co_return Result<T>(std::move(value));
}

Task<Result<int>> missing()
{
    co_return Error{ErrorKind::NotFound, QStringLiteral("test.missing")};
}

Task<Result<int>> chain()
{
    auto owned = give(std::make_unique<int>(21));
    CO_TRY(const auto unique, co_await owned);
    auto bytes = give(QByteArray("x"));
    CO_TRY(const auto text, co_await bytes);
    co_return *unique + int(text.size());
}

Task<Result<int>> stopsAtTheError()
{
    auto lost = missing();
    CO_TRY(const auto value, co_await lost);
    co_return value + 1;
}

Task<Result<void>> throws()
{
    throw std::runtime_error("boom");
    co_return ok();
}

} // namespace

class TestCoroutines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsTravelThroughTasks()
    {
        QCOMPARE(*QCoro::waitFor(chain()), 22);
        QCOMPARE(QCoro::waitFor(stopsAtTheError()).error().code, QStringLiteral("test.missing"));
    }

    void waitEndsWithTheSignal()
    {
        Bell bell;
        auto waiting = waitOr(&bell, &Bell::rang, {}, 5s);
        Q_EMIT bell.rang();
        QVERIFY(QCoro::waitFor(waiting));
    }

    void waitEndsWithTheClock()
    {
        Bell bell;
        auto waiting = waitOr(&bell, &Bell::rang, {}, 1ms);
        QCOMPARE(QCoro::waitFor(waiting).error().code, QStringLiteral("core.wait-timeout"));
    }

    void waitEndsWithTheStopToken()
    {
        Bell bell;
        std::stop_source stop;
        auto waiting = waitOr(&bell, &Bell::rang, stop.get_token(), 5s);
        stop.request_stop();
        QCOMPARE(QCoro::waitFor(waiting).error().kind, ErrorKind::Cancelled);
    }

    void waitEndsWhenTheSenderDies()
    {
        auto bell = std::make_unique<Bell>();
        auto waiting = waitOr(bell.get(), &Bell::rang, {}, 5s);
        bell.reset();
        QCOMPARE(QCoro::waitFor(waiting).error().code, QStringLiteral("core.sender-gone"));
    }

    void scopeCountsFailuresAndExceptions()
    {
        TaskScope scope;
        scope.start(missing());
        scope.start(throws());
        scope.start(give(1));
        QTRY_COMPARE(scope.running(), 0);
        QCOMPARE(scope.failed(), 2);
    }
};

QTEST_GUILESS_MAIN(TestCoroutines)
#include "test_coroutines.moc"
