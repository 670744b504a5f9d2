#pragma once

#include "core/json.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace simiao::bench {

/// Durations of one thing done many times, in microseconds.
struct Timing
{
    std::vector<double> us;

    /// Does it and takes its time.
    void add(const std::function<void()> &work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        us.push_back(double(timer.nsecsElapsed()) / 1000);
    }
    double quantile(double share) const
    {
        auto sorted = us;
        std::ranges::sort(sorted);
        return sorted.at(std::size_t(share * double(sorted.size() - 1)));
    }
    double median() const { return quantile(0.5); }
};

/// Runs `work` so often and takes the time of each.
inline Timing measure(int times, const std::function<void(int)> &work)
{
    Timing timing;
    for (int i = 0; i < times; ++i)
        timing.add([&] { work(i); });
    return timing;
}

inline Json number(double value)
{
    return Json(Json::Number{QString::number(value, 'f', 2)});
}

/// One JSON line on stdout.
inline void report(const QString &what, Json::Object figures)
{
    figures.insert({QStringLiteral("bench"), what});
    const auto line = Json(std::move(figures)).canonical();
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

inline Json::Object figuresOf(const Timing &timing)
{
    return {{QStringLiteral("p50Us"), number(timing.median())},
            {QStringLiteral("p99Us"), number(timing.quantile(0.99))},
            {QStringLiteral("runs"), Json(qint64(timing.us.size()))}};
}

} // namespace simiao::bench
