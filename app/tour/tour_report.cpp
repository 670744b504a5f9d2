#include "tour/tour_report.h"

#include <cstdio>

namespace simiao::tour {

using namespace Qt::StringLiterals;

void TourReport::step(int number,
                      const QString &verb,
                      const Outcome &outcome,
                      qint64 ms,
                      qint64 longestTurnMs)
{
    ++m_steps;
    m_failed += outcome.verdict == Outcome::Verdict::Failed;
    m_skipped += outcome.verdict == Outcome::Verdict::Skipped;
    Json line;
    line.insert(u"step"_s, number);
    line.insert(u"do"_s, verb);
    line.insert(u"ok"_s, outcome.verdict == Outcome::Verdict::Good);
    if (outcome.verdict == Outcome::Verdict::Skipped)
        line.insert(u"skipped"_s, true);
    line.insert(u"ms"_s, ms);
    if (longestTurnMs > m_longestTurnMs) // it kept the person waiting longer than any step before
        line.insert(u"longestTurnMs"_s, m_longestTurnMs = longestTurnMs);
    line.insert(u"detail"_s, outcome.detail);
    print(line);
}

void TourReport::news(const Json &line)
{
    print(line);
}

void TourReport::summary(const Interaction &interaction)
{
    auto counts = interaction.toJson();
    counts.insert(u"steps"_s, m_steps);
    counts.insert(u"failed"_s, m_failed);
    counts.insert(u"skipped"_s, m_skipped);
    Json line;
    line.insert(u"summary"_s, counts);
    print(line);
}

void TourReport::print(const Json &line)
{
    const auto bytes = line.canonical();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace simiao::tour
