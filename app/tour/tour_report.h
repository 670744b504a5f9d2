#pragma once

#include "tour/interaction_gauge.h"
#include "tour/tour.h"

namespace simiao::tour {

/// How a step went.
struct Outcome
{
    enum class Verdict { Good, Failed, Skipped };

    Verdict verdict = Verdict::Good;
    QString detail;

    static Outcome good(const QString &detail = {}) { return {Verdict::Good, detail}; }
    static Outcome failed(const QString &detail) { return {Verdict::Failed, detail}; }
    static Outcome skipped(const QString &detail) { return {Verdict::Skipped, detail}; }
};

/// The JSON lines of a tour on standard output, each flushed at once.
class TourReport
{
public:
    void step(int number, const QString &verb, const Outcome &outcome, qint64 ms, qint64 longestTurnMs);
    void news(const Json &line);
    void summary(const Interaction &interaction);

    int failed() const { return m_failed; }
    int skipped() const { return m_skipped; }

private:
    void print(const Json &line);

    qint64 m_longestTurnMs = 0;
    int m_steps = 0;
    int m_failed = 0;
    int m_skipped = 0;
};

} // namespace simiao::tour
