#include "integration/dicom/folder_listing.h"

#include "core/try.h"
#include "integration/dicom/index/known_headers.h"
#include "integration/dicom/medium/medium_directory.h"
#include "integration/dicom/series_assembly.h"

#include <QFileInfo>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Headers one by one, each instance once.
class Collector
{
public:
    Collector(SkippedByReason skipped, const HeaderReading &how, std::size_t files)
        : m_known(how)
        , m_skipped(std::move(skipped))
    {
        constexpr std::size_t kMost = 4096; // of what may be anything but images
        m_headers.reserve(std::min(files, kMost));
        m_uids.reserve(qsizetype(std::min(files, kMost)));
    }

    void add(const QString &path)
    {
        auto header = m_known.read(path);
        if (!header)
            return skip(header.error().code);
        const QString &uid = header->instance.sopInstanceUid;
        if (!uid.isEmpty() && m_uids.contains(uid))
            return skip(u"imaging.duplicate-instance"_s);
        m_uids.insert(uid);
        m_headers.push_back(*std::move(header));
    }

    FolderListing listing() &&
    {
        m_known.remember();
        return {.series = assembleSeries(std::move(m_headers)),
                .skipped = std::move(m_skipped),
                .readFiles = m_known.readFiles(),
                .missing = {}};
    }

private:
    void skip(const QString &reason) { ++m_skipped[reason]; }

    KnownHeaders m_known;
    SkippedByReason m_skipped;
    std::vector<InstanceHeader> m_headers;
    QSet<QString> m_uids;
};

Result<FolderListing> listed(const FoundFiles &files, const std::stop_token &stop, const HeaderReading &how)
{
    Collector collector(files.skipped, how, files.paths.size());
    for (const auto &path : files.paths) {
        if (stop.stop_requested())
            return cancelled();
        collector.add(path);
    }
    return std::move(collector).listing();
}

/// A medium's listing; without any series where its directory is of no use.
Result<FolderListing> listedByDirectory(const QString &directory,
                                        const std::stop_token &stop,
                                        const HeaderReading &how)
{
    const auto medium = how.fileIds ? readMediumDirectory(directory, stop, how.fileIds)
                                    : readMediumDirectory(directory, stop);
    if (!medium)
        return FolderListing{};
    FoundFiles files{.paths = {medium->files.begin(), medium->files.end()}, .skipped = {}};
    if (!medium->missing.isEmpty())
        files.skipped[u"imaging.medium-file-missing"_s] = static_cast<int>(medium->missing.size());
    if (medium->refused > 0)
        files.skipped[u"imaging.outside-medium"_s] = medium->refused;
    TRY(auto listing, listed(files, stop, how));
    listing.missing = medium->missing;
    return listing;
}

Result<FolderListing> listedByScan(const QString &location,
                                   const WalkLimits &limits,
                                   const std::stop_token &stop,
                                   const HeaderReading &how)
{
    TRY(const auto files, walkFiles(location, limits, stop));
    return listed(files, stop, how);
}

} // namespace

QString mediumDirectoryAt(const QString &location)
{
    const QFileInfo start(location);
    const QString folder = start.isDir() ? start.absoluteFilePath() : start.absolutePath();
    const auto directory = mediumDirectoryIn(folder);
    return start.isDir() || directory == start.absoluteFilePath() ? directory : QString();
}

QString searchedPlace(const QString &location)
{
    const auto directory = mediumDirectoryAt(location);
    return directory.isEmpty() ? location : QFileInfo(directory).absolutePath();
}

QString summary(const SkippedByReason &skipped)
{
    QStringList parts;
    for (auto reason = skipped.begin(); reason != skipped.end(); ++reason)
        parts += u"%1 %2"_s.arg(reason.key()).arg(reason.value());
    return parts.join(u", "_s);
}

Result<FolderListing> listFolder(const QString &location,
                                 const WalkLimits &limits,
                                 const std::stop_token &stop,
                                 const HeaderReading &how)
{
    FolderListing listing;
    const auto directory = mediumDirectoryAt(location);
    if (!directory.isEmpty()) {
        TRY(listing, listedByDirectory(directory, stop, how));
    }
    if (listing.series.empty()) {
        TRY(listing, listedByScan(searchedPlace(location), limits, stop, how));
    }
    if (listing.series.empty())
        return Error{
            .kind = ErrorKind::Invalid, .code = u"imaging.no-images"_s, .detail = summary(listing.skipped)};
    return listing;
}

} // namespace simiao::dicom
