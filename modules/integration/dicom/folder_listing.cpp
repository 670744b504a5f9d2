#include "integration/dicom/folder_listing.h"

#include "core/try.h"
#include "integration/dicom/header.h"
#include "integration/dicom/series_assembly.h"

#include <QSet>
#include <QStringList>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Headers one by one, each instance once.
class Collector
{
public:
    explicit Collector(SkippedByReason skipped)
        : m_skipped(std::move(skipped))
    {
    }

    void add(const QString &path)
    {
        auto header = readHeader(path);
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
        return {.series = assembleSeries(std::move(m_headers)), .skipped = std::move(m_skipped)};
    }

private:
    void skip(const QString &reason) { ++m_skipped[reason]; }

    SkippedByReason m_skipped;
    std::vector<InstanceHeader> m_headers;
    QSet<QString> m_uids;
};

} // namespace

QString summary(const SkippedByReason &skipped)
{
    QStringList parts;
    for (auto reason = skipped.begin(); reason != skipped.end(); ++reason)
        parts += u"%1 %2"_s.arg(reason.key()).arg(reason.value());
    return parts.join(u", "_s);
}

Result<FolderListing> listFolder(const QString &location,
                                 const WalkLimits &limits,
                                 const std::stop_token &stop)
{
    TRY(const auto files, walkFiles(location, limits, stop));

    Collector collector(files.skipped);
    for (const auto &path : files.paths) {
        if (stop.stop_requested())
            return cancelled();
        collector.add(path);
    }
    auto listing = std::move(collector).listing();
    if (listing.series.empty())
        return Error{
            .kind = ErrorKind::Invalid, .code = u"imaging.no-images"_s, .detail = summary(listing.skipped)};
    return listing;
}

} // namespace simiao::dicom
