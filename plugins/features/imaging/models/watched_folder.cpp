#include "imaging/models/watched_folder.h"

#include "workflow/diagnostics/attach_study.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QFileInfo>
#include <QSet>
#include <QtConcurrent>

#include <algorithm>
#include <map>

namespace simiao::viewer {

namespace {

/// Series by the folder their files lie in.
std::map<QString, std::vector<workflow::ImageSeries>> byPlace(const std::vector<workflow::ImageSeries> &all)
{
    std::map<QString, std::vector<workflow::ImageSeries>> places;
    for (const auto &series : all) {
        if (!series.instances.empty())
            places[QFileInfo(series.instances.front().location).path()].push_back(series);
    }
    return places;
}

/// Images by study; the same one in two files is one.
std::map<QString, int> imagesByStudy(const std::vector<workflow::ImageSeries> &all)
{
    std::map<QString, QSet<QString>> uids;
    for (const auto &series : all) {
        for (const auto &instance : series.instances)
            uids[series.studyInstanceUid].insert(instance.sopInstanceUid);
    }
    std::map<QString, int> images;
    for (const auto &[study, instances] : uids)
        images[study] = int(instances.size());
    return images;
}

} // namespace

WatchedFolder::WatchedFolder(std::shared_ptr<workflow::ImageSource> source,
                             administration::Patient patient,
                             Pace pace,
                             QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_patient(std::move(patient))
    , m_pace(pace)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &WatchedFolder::look);
}

WatchedFolder::~WatchedFolder()
{
    m_stop.request_stop();
}

void WatchedFolder::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_watcher.reset();
    m_folder = folder;
    m_last.reset();
    m_read.reset();
    m_hers.clear();
    m_error.reset();
    m_next.stop();
    if (!m_folder.isEmpty() && m_source) {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this,
                [this] { m_next.start(m_pace.settle); });
        look();
    }
    Q_EMIT changed();
}

void WatchedFolder::setStudies(const std::vector<diagnostics::ImagingStudy> &studies)
{
    m_onRecord.clear();
    for (const auto &study : studies)
        m_onRecord.insert(study.studyInstanceUid, study.numberOfInstances);
    Q_EMIT changed();
}

void WatchedFolder::dismiss()
{
    for (const auto &offer : offered())
        m_dismissed.insert(m_dismissed.end(), offer.parts.begin(), offer.parts.end());
    Q_EMIT changed();
}

/// Without what is on record already, as far as it came, and what was refused.
std::vector<WatchedFolder::Offer> WatchedFolder::offered() const
{
    std::vector<Offer> open;
    for (const auto &[place, parts] : m_hers) {
        Offer offer{place, {}};
        for (const auto &part : parts) {
            const bool isRefused = std::ranges::find(m_dismissed, part) != m_dismissed.end();
            if (part.images > m_onRecord.value(part.study, 0) && !isRefused)
                offer.parts.push_back(part);
        }
        if (!offer.parts.empty())
            open.push_back(std::move(offer));
    }
    return open;
}

QStringList WatchedFolder::places() const
{
    QStringList places;
    for (const auto &offer : offered())
        places.append(offer.place);
    return places;
}

int WatchedFolder::studies() const
{
    QSet<QString> studies;
    for (const auto &offer : offered()) {
        for (const auto &part : offer.parts) {
            if (!m_onRecord.contains(part.study))
                studies.insert(part.study);
        }
    }
    return int(studies.size());
}

int WatchedFolder::moreImages() const
{
    int images = 0;
    for (const auto &offer : offered()) {
        for (const auto &part : offer.parts)
            images += m_onRecord.contains(part.study) ? part.images - m_onRecord[part.study] : 0;
    }
    return images;
}

void WatchedFolder::look()
{
    if (m_isLooking || !m_watcher)
        return;
    m_isLooking = true;
    QtConcurrent::run(snapshotOf, m_folder)
        .then(this, [this, folder = m_folder](const Result<FolderSnapshot> &snapshot) {
            m_isLooking = false;
            if (folder == m_folder)
                takeSnapshot(snapshot);
            else
                look();
        });
}

void WatchedFolder::takeSnapshot(const Result<FolderSnapshot> &snapshot)
{
    m_next.start(m_pace.look);
    if (!snapshot)
        return fail(snapshot.error());
    // Again: a folder that was away is not watched any more. Behind the look at it, which a share that is dead never ends.
    m_watcher->addPath(m_folder);
    if (snapshot->isCutShort)
        return fail({ErrorKind::Invalid, QStringLiteral("imaging.watch-too-many"), m_folder});
    const bool isSettled = m_last == *snapshot;
    m_last = *snapshot;
    if (!isSettled)
        m_next.start(m_pace.settle);
    else if (m_read != m_last)
        read();
}

void WatchedFolder::read()
{
    m_read = m_last;
    m_isLooking = true; // one thing at a time
    QCoro::connect(m_source->list(m_folder, m_stop.get_token()), this,
                   [this, folder = m_folder](const Listing &listing) {
                       m_isLooking = false;
                       if (folder == m_folder)
                           takeListing(listing);
                       else
                           look();
                   });
}

/// A folder is hers when all that lies in it is: images of several people in one heap are attached by hand.
void WatchedFolder::takeListing(const Listing &listing)
{
    m_hers.clear();
    m_error.reset();
    if (listing) {
        for (const auto &[place, series] : byPlace(*listing)) {
            if (!workflow::namesHer(workflow::identityOf(series, m_patient))) // another number is asked about
                continue;
            Offer offer{place, {}};
            for (const auto &[study, images] : imagesByStudy(series))
                offer.parts.push_back({study, images});
            m_hers.push_back(std::move(offer));
        }
    } else if (listing.error().code != QLatin1StringView("imaging.no-images")) {
        return fail(listing.error());
    }
    Q_EMIT changed(); // nothing that can be read as an image is nothing to offer
}

void WatchedFolder::fail(const Error &error)
{
    const bool isNews = !m_error || m_error->code != error.code;
    m_error = error;
    m_hers.clear();
    m_last.reset();
    m_read.reset();
    if (isNews)
        Q_EMIT changed();
}

} // namespace simiao::viewer
