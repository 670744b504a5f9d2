#include "imaging/models/screen_measures.h"

#include <QStringList>
#include <QUrl>

namespace simiao::viewer {

namespace {

constexpr qsizetype kMost = 8; // screens of one person; the setting has a bound
constexpr qsizetype kLongest = 100;
// A projector on a wall and the densest telephone lie between.
constexpr double kLeast = 0.2;
constexpr double kDensest = 40;

bool isPossible(const QString &screen, double pixelsPerMm)
{
    return !screen.isEmpty() && screen.size() <= kLongest && pixelsPerMm >= kLeast && pixelsPerMm <= kDensest;
}

} // namespace

ScreenMeasures ScreenMeasures::fromText(const QString &text)
{
    ScreenMeasures measures;
    for (const auto &entry : text.split(u';', Qt::SkipEmptyParts)) {
        const auto parts = entry.split(u'=');
        if (parts.size() == 2)
            measures.remember(QUrl::fromPercentEncoding(parts[0].toUtf8()), parts[1].toDouble());
    }
    return measures;
}

QString ScreenMeasures::toText() const
{
    constexpr int kDigits = 6;
    QStringList entries;
    for (auto it = m_measures.cbegin(); it != m_measures.cend(); ++it)
        entries.append(QString::fromLatin1(QUrl::toPercentEncoding(it.key())) + u'='
                       + QString::number(it.value(), 'g', kDigits));
    return entries.join(u';');
}

std::optional<double> ScreenMeasures::of(const QString &screen) const
{
    const auto known = m_measures.constFind(screen);
    return known == m_measures.cend() ? std::nullopt : std::optional(*known);
}

bool ScreenMeasures::remember(const QString &screen, std::optional<double> pixelsPerMm)
{
    if (!pixelsPerMm)
        return m_measures.remove(screen) > 0;
    const bool hasRoom = m_measures.contains(screen) || m_measures.size() < kMost;
    if (!isPossible(screen, *pixelsPerMm) || !hasRoom || of(screen) == pixelsPerMm)
        return false;
    m_measures.insert(screen, *pixelsPerMm);
    return true;
}

} // namespace simiao::viewer
