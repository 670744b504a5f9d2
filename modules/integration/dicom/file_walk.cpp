#include "integration/dicom/file_walk.h"

#include "integration/dicom/folder_entries.h"

#include <QFileInfo>
#include <QSet>

#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

class Walk
{
public:
    Walk(const QString &start, const WalkLimits &limits)
        : m_root(QFileInfo(start).canonicalFilePath())
        , m_limits(limits)
    {
        enter(start, 0);
    }

    bool isDone() const { return m_pending.empty(); }

    void visitNext()
    {
        const auto [folder, depth] = m_pending.back();
        m_pending.pop_back();
        const auto entries = entriesOf(folder);
        if (!entries.isWhole)
            skip(u"imaging.folder-unreadable"_s);
        const QString place = folder.endsWith(u'/') ? folder : QString(folder + u'/');
        for (const auto &name : entries.folders)
            enter(place + name, depth + 1);
        for (const auto &name : entries.files)
            take(place + name);
        for (const auto &name : entries.linkedFiles)
            takeLink(place + name);
    }

    FoundFiles found() && { return std::move(m_found); }

private:
    void enter(const QString &folder, int depth)
    {
        const QString real = QFileInfo(folder).canonicalFilePath();
        if (!isWithin(real))
            return skip(u"imaging.link-outside"_s);
        if (m_entered.contains(real))
            return skip(u"imaging.folder-loop"_s);
        if (depth > m_limits.depth)
            return skip(u"imaging.folder-too-deep"_s);
        m_entered.insert(real);
        m_pending.emplace_back(real, depth);
    }

    bool isWithin(const QString &real) const
    {
        return real == m_root || real.startsWith(m_root.endsWith(u'/') ? m_root : QString(m_root + u'/'));
    }

    void takeLink(const QString &path)
    {
        if (!isWithin(QFileInfo(path).canonicalFilePath()))
            return skip(u"imaging.link-outside"_s);
        take(path);
    }

    void take(const QString &path)
    {
        if (std::cmp_greater_equal(m_found.paths.size(), m_limits.files))
            return skip(u"imaging.too-many-files"_s);
        m_found.paths.push_back(path);
    }

    void skip(const QString &reason) { ++m_found.skipped[reason]; }

    const QString m_root; ///< as it is without links
    WalkLimits m_limits;
    FoundFiles m_found;
    QSet<QString> m_entered;
    std::vector<std::pair<QString, int>> m_pending;
};

} // namespace

Result<FoundFiles> walkFiles(const QString &location, const WalkLimits &limits, const std::stop_token &stop)
{
    const QFileInfo start(location);
    if (start.isFile())
        return FoundFiles{.paths = {start.absoluteFilePath()}, .skipped = {}};
    if (!start.isDir())
        return Error{.kind = ErrorKind::NotFound, .code = u"imaging.location-missing"_s};

    Walk walk(location, limits);
    while (!walk.isDone()) {
        if (stop.stop_requested())
            return cancelled();
        walk.visitNext();
    }
    return std::move(walk).found();
}

} // namespace simiao::dicom
