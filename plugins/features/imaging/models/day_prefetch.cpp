#include "imaging/models/day_prefetch.h"

#include "core/log.h"
#include "domain/scheduling/queue_task.h"
#include "imaging/models/study_warmer.h"
#include "workflow/diagnostics/archive_studies.h"

#include <QCoroTask>

namespace simiao::viewer {

using workflow::AwaitedPatient;

namespace {

constexpr int kMostPatients = 30;
constexpr int kMostStudies = 40; ///< a day
constexpr workflow::PrefetchBounds kBounds;

const auto kSetting = QStringLiteral("imaging.prefetch");

/// The latest one on record, where its images are somewhere.
std::optional<diagnostics::ImagingStudy> latestStudy(const AwaitedPatient &awaited)
{
    const auto latest = std::ranges::max_element(awaited.studies, {}, &diagnostics::ImagingStudy::started);
    if (latest == awaited.studies.end() || latest->endpoint.isEmpty())
        return std::nullopt;
    return *latest;
}

/// Without those that bear another Patient ID: an archive that passes over the key answers with everybody's.
std::vector<workflow::ArchivedStudy> hersOf(std::vector<workflow::ArchivedStudy> studies, const QString &mrn)
{
    std::erase_if(studies, [&mrn](const workflow::ArchivedStudy &study) {
        const auto id = study.patientId.trimmed();
        return !id.isEmpty() && id != mrn.trimmed();
    });
    return studies;
}

} // namespace

DayPrefetch *DayPrefetch::of(sdk::Desk *desk, const std::shared_ptr<FrameCache> &cache)
{
    if (auto *known = desk->findChild<DayPrefetch *>(QString(), Qt::FindDirectChildrenOnly))
        return known;
    return new DayPrefetch(desk, cache);
}

DayPrefetch::DayPrefetch(sdk::Desk *desk, std::shared_ptr<FrameCache> cache)
    : QObject(desk)
    , m_desk(desk)
    , m_warmer(new StudyWarmer(desk, std::move(cache), this))
{
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (!workflow::touches<scheduling::QueueTask>(receipt))
                    return;
                m_isOld = true;
                proceed();
            });
    connect(desk, &sdk::Desk::settingsChanged, this, [this] {
        if (!isOn())
            m_stop.request_stop();
        proceed();
        Q_EMIT changed();
    });
    connect(m_warmer, &StudyWarmer::stepped, this, &DayPrefetch::done);
    QMetaObject::invokeMethod(this, &DayPrefetch::proceed, Qt::QueuedConnection); // the page comes first
}

DayPrefetch::~DayPrefetch()
{
    m_stop.request_stop();
}

bool DayPrefetch::isOn() const
{
    return m_desk->settings().isTrue(kSetting);
}

/// A quarter of the room stays for what people ask for: nothing goes because of what nobody asked for.
bool DayPrefetch::hasRoom() const
{
    const auto images = m_desk->receivedImages();
    const auto room = images ? images->room() : workflow::ReceivedRoom();
    return room.limit == 0 || room.bytes < room.limit / 4 * 3;
}

void DayPrefetch::setBusy(QObject *who, bool isBusy)
{
    if (isBusy == m_busy.contains(who))
        return;
    if (isBusy) {
        m_busy.insert(who);
        connect(who, &QObject::destroyed, this, [this, who] { setBusy(who, false); });
        return;
    }
    m_busy.remove(who);
    disconnect(who, nullptr, this, nullptr);
    proceed();
}

/// What came stays; the rest is asked for again when nobody is busy.
void DayPrefetch::giveWay()
{
    m_stop.request_stop();
}

void DayPrefetch::proceed()
{
    if (m_isAtWork || !isOn() || !m_busy.isEmpty())
        return;
    m_stop = {};
    if (m_isOld)
        readQueue();
    else if (!m_toAsk.empty())
        askArchive();
    else if (!m_wanted.empty() && hasRoom())
        bring();
    else if (m_warmer->hasMore()) {
        m_isAtWork = true;
        m_warmer->step(m_stop.get_token());
    }
}

/// One thing has ended.
void DayPrefetch::done()
{
    m_isAtWork = false;
    Q_EMIT changed();
    proceed();
}

void DayPrefetch::readQueue()
{
    m_isAtWork = true;
    m_isOld = false;
    QCoro::connect(workflow::awaitedPatients(m_desk->context(), kMostPatients), this,
                   [this](const Result<std::vector<AwaitedPatient>> &awaited) { takeQueue(awaited); });
}

void DayPrefetch::takeQueue(const Result<std::vector<AwaitedPatient>> &awaited)
{
    if (!awaited) {
        giveUpArchive(awaited.error());
        return done();
    }
    const bool hasArchive = m_desk->receivedImages() && !m_desk->archives().empty();
    m_fault.reset(); // another try
    m_toAsk.clear();
    m_wanted.clear();
    std::deque<diagnostics::ImagingStudy> toWarm;
    m_seen.clear();
    m_kept = 0;
    m_total = 0;
    for (const auto &each : *awaited) {
        if (hasArchive)
            m_toAsk.push_back(each);
        if (const auto study = latestStudy(each); study && m_desk->images())
            toWarm.push_back(*study);
    }
    m_warmer->setStudies(std::move(toWarm));
    done();
}

void DayPrefetch::askArchive()
{
    m_isAtWork = true;
    const auto patient = m_toAsk.front();
    workflow::StudyQuery query;
    query.patientId = patient.patient.mrn;
    QCoro::connect(
        workflow::studiesInArchive(m_desk->context(), m_desk->archives().front(), patient.patient.id, query,
                                   m_stop.get_token()),
        this, [this, patient](const Result<workflow::StudyList> &found) { takeStudies(patient, found); });
}

void DayPrefetch::takeStudies(const AwaitedPatient &patient, const Result<workflow::StudyList> &found)
{
    if (!found && found.error().kind == ErrorKind::Cancelled)
        return done(); // asked again later
    if (!m_toAsk.empty())
        m_toAsk.pop_front();
    if (!found) {
        giveUpArchive(found.error());
        return done();
    }
    QSet<QString> known;
    for (const auto &study : patient.studies)
        known.insert(study.studyInstanceUid);
    for (const auto &study :
         workflow::worthFetching(hersOf(found->studies, patient.patient.mrn), known, kBounds)) {
        if (m_total >= kMostStudies || m_seen.contains(study.studyInstanceUid))
            continue;
        m_seen.insert(study.studyInstanceUid);
        ++m_total;
        m_wanted.push_back({patient.patient.id, study});
    }
    done();
}

/// What is here already is not sent again: the archive is asked only for what is missing.
void DayPrefetch::bring()
{
    m_isAtWork = true;
    const auto wanted = m_wanted.front();
    workflow::Retrieval what;
    what.studyInstanceUid = wanted.study.studyInstanceUid;
    what.instances = wanted.study.instances;
    QCoro::connect(workflow::bringStudy(
                       m_desk->context(), m_desk->archives().front(), wanted.patient, what,
                       m_desk->receivedImages(), [](const workflow::TransferCount &) {}, m_stop.get_token()),
                   this, [this, wanted](const Result<workflow::ImageTransfer> &transfer) {
                       takeTransfer(wanted, transfer);
                   });
}

void DayPrefetch::takeTransfer(const Wanted &wanted, const Result<workflow::ImageTransfer> &transfer)
{
    const auto ended = transfer ? transfer->endedBy : std::optional(transfer.error());
    if (ended && ended->kind == ErrorKind::Cancelled)
        return done();
    const bool isFront =
        !m_wanted.empty() && m_wanted.front().study.studyInstanceUid == wanted.study.studyInstanceUid;
    if (isFront)
        m_wanted.pop_front();
    if (transfer && transfer->isWhole() && isFront)
        ++m_kept;
    else if (ended)
        giveUpArchive(*ended);
    done();
}

/// Until the queue changes: an archive that is away is not asked for each of thirty people.
void DayPrefetch::giveUpArchive(const Error &error)
{
    m_toAsk.clear();
    m_wanted.clear();
    if (!m_fault)
        log::warning(logLine(error));
    m_fault = error;
}

QString DayPrefetch::text() const
{
    if (!isOn())
        return {};
    const auto count = tr("Kept for today: %1 of %2 studies").arg(m_kept).arg(m_total);
    if (m_fault)
        return tr("Images for today are not fetched: %1").arg(sdk::errorText(*m_fault));
    if (m_total == 0)
        return {};
    return m_wanted.empty() || hasRoom() ? count : tr("%1. The room for images is nearly full.").arg(count);
}

} // namespace simiao::viewer
