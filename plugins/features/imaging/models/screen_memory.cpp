#include "imaging/models/screen_memory.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr qsizetype kMost = 6;     // desks of one person; the setting has a bound
constexpr qsizetype kLongest = 64; // of a screen's name
constexpr int kDigest = 8;         // hexadecimal digits: enough to tell a few desks apart

QString digestOf(QStringList set)
{
    set.sort();
    const auto bytes = set.join(u'\n').toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(kDigest));
}

} // namespace

ScreenMemory ScreenMemory::fromText(const QString &text)
{
    ScreenMemory memory;
    for (const auto &entry : text.split(u';', Qt::SkipEmptyParts)) {
        const auto parts = entry.split(u'=');
        if (parts.size() == 2 && !parts[0].isEmpty() && !parts[1].isEmpty())
            memory.m_choices.append({parts[0], QUrl::fromPercentEncoding(parts[1].toUtf8())});
    }
    return memory;
}

QString ScreenMemory::toText() const
{
    QStringList entries;
    for (const auto &choice : m_choices)
        entries.append(choice.set + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(choice.screen)));
    return entries.join(u';');
}

std::optional<QString> ScreenMemory::of(QStringList set) const
{
    const auto known = std::ranges::find(m_choices, digestOf(std::move(set)), &Choice::set);
    return known == m_choices.cend() ? std::nullopt : std::optional(known->screen);
}

bool ScreenMemory::remember(QStringList set, const QString &screen)
{
    const auto digest = digestOf(std::move(set));
    const auto known = std::ranges::find(m_choices, digest, &Choice::set);
    if (screen.isEmpty() || screen.size() > kLongest
        || (known != m_choices.cend() && known->screen == screen))
        return false;
    if (known != m_choices.cend())
        m_choices.erase(known);
    m_choices.append({digest, screen});
    if (m_choices.size() > kMost)
        m_choices.removeFirst();
    return true;
}

} // namespace simiao::viewer
