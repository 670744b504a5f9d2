#include "imaging/models/watched_folder.h"

#include "workflow/diagnostics/attach_study.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QFileInfo>
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

QStringList studiesOf(const std::vector<workflow::ImageSeries> &all)
{
    QStringList studies;
    for (const auto &series : all)
        studies.append(series.studyInstanceUid);
    studies.removeDuplicates();
    return studies;
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
        m_onRecord.append(study.studyInstanceUid);
    Q_EMIT changed();
}

void WatchedFolder::dismiss()
{
    for (const auto &offer : offered())
        m_dismissed += offer.studies;
    Q_EMIT changed();
}

/// Without what is on record already, and what was refused.
std::vector<WatchedFolder::Offer> WatchedFolder::offered() const
{
    std::vector<Offer> open;
    for (const auto &[place, studies] : m_hers) {
        Offer offer{place, {}};
        for (const auto &study : studies) {
            if (!m_onRecord.contains(study) && !m_dismissed.contains(study))
                offer.studies.append(study);
        }
        if (!offer.studies.isEmpty())
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
    QStringList studies;
    for (const auto &offer : offered())
        studies += offer.studies;
    studies.removeDuplicates();
    return int(studies.size());
}

void WatchedFolder::look()
{
    if (m_isLooking || !m_watcher)
        return;
    m_isLooking = true;
    m_watcher->addPath(m_folder); // again: a folder that was away is not watched any more
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
            if (workflow::namesHer(workflow::identityOf(series, m_patient))) // another number is asked about
                m_hers.push_back({place, studiesOf(series)});
        }
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
