#include "imaging/models/layout_memory.h"

#include <QStringList>

namespace simiao::viewer {

LayoutMemory LayoutMemory::fromText(const QString &text)
{
    LayoutMemory memory;
    for (const auto &entry : text.split(u';', Qt::SkipEmptyParts)) {
        const auto parts = entry.split(u'=');
        const auto size = parts.size() == 2 ? GridSize::fromCode(parts[1]) : std::nullopt;
        if (size && !parts[0].isEmpty())
            memory.m_sizes.insert(parts[0], *size);
    }
    return memory;
}

QString LayoutMemory::toText() const
{
    QStringList entries;
    for (auto size = m_sizes.cbegin(); size != m_sizes.cend(); ++size)
        entries.append(size.key() + u'=' + size->code());
    return entries.join(u';');
}

std::optional<GridSize> LayoutMemory::of(const QString &modality) const
{
    const auto known = m_sizes.constFind(modality);
    return known == m_sizes.cend() ? std::nullopt : std::optional(*known);
}

bool LayoutMemory::remember(const QString &modality, const GridSize &size)
{
    constexpr qsizetype kMost = 20; // modalities a person works with; the setting has a bound
    if (modality.isEmpty() || of(modality) == size || (m_sizes.size() >= kMost && !of(modality)))
        return false;
    m_sizes.insert(modality, size);
    return true;
}

} // namespace simiao::viewer
