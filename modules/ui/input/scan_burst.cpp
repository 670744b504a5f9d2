#include "ui/input/scan_burst.h"

#include <algorithm>

namespace simiao::ui {

namespace {

bool isEnd(QChar character)
{
    return character == QLatin1Char('\r') || character == QLatin1Char('\n') || character == QLatin1Char('\t');
}

} // namespace

ScanBurst::ScanBurst(ScanRules rules)
    : m_rules(std::move(rules))
{
}

void ScanBurst::add(const QString &text, qint64 ms)
{
    if (text.isEmpty())
        return;
    if (!isEmpty() && ms - m_times.back() > m_rules.pauseMs)
        clear();
    m_text += text;
    m_times.push_back(ms);
}

void ScanBurst::clear()
{
    m_text.clear();
    m_times.clear();
}

ScanVerdict ScanBurst::verdict() const
{
    ScanVerdict verdict{payload()};
    for (std::size_t i = 1; i < m_times.size(); ++i)
        verdict.longestGapMs = std::max(verdict.longestGapMs, int(m_times[i] - m_times[i - 1]));
    if (m_times.size() > 1) {
        const auto gaps = qint64(m_times.size()) - 1;
        verdict.meanGapMs = int((m_times.back() - m_times.front() + gaps / 2) / gaps);
    }
    verdict.doubt = doubtOf(verdict);
    return verdict;
}

QString ScanBurst::payload() const
{
    QString text = m_text;
    if (!m_rules.prefix.isEmpty() && text.startsWith(m_rules.prefix))
        text.remove(0, m_rules.prefix.size());
    if (!m_rules.suffix.isEmpty() && text.endsWith(m_rules.suffix))
        text.chop(m_rules.suffix.size());
    while (!text.isEmpty() && isEnd(text.back()))
        text.chop(1);
    return text;
}

ScanDoubt ScanBurst::doubtOf(const ScanVerdict &verdict) const
{
    if (verdict.text.size() < m_rules.fewest)
        return ScanDoubt::TooShort;
    if (verdict.longestGapMs > m_rules.longestGapMs)
        return ScanDoubt::TooSlow;
    if (!m_text.startsWith(m_rules.prefix))
        return ScanDoubt::NoPrefix;
    return m_text.endsWith(m_rules.suffix) ? ScanDoubt::None : ScanDoubt::NoSuffix;
}

} // namespace simiao::ui
