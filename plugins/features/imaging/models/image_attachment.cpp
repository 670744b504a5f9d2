#include "imaging/models/image_attachment.h"

#include "core/log.h"

#include <QCoroTask>
#include <QPointer>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>
#include <utility>

namespace simiao::viewer {

ImageAttachment::ImageAttachment(workflow::Context context,
                                 std::shared_ptr<workflow::ImageSource> source,
                                 std::shared_ptr<workflow::ImagingObjects> objects,
                                 std::shared_ptr<workflow::ReceivedImages> kept,
                                 Id<administration::Patient> patient,
                                 QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_source(std::move(source))
    , m_objects(std::move(objects))
    , m_kept(std::move(kept))
    , m_patient(patient)
{
}

ImageAttachment::~ImageAttachment()
{
    m_stop.request_stop();
    m_stopCopy.request_stop();
    if (m_step != Step::Storing) // then they may be on record any moment
        releaseCopies();
}

/// What was copied and is on no record lies in the bounded cache again.
void ImageAttachment::releaseCopies()
{
    for (const auto &study : std::exchange(m_copies, {}).fresh) {
        QThreadPool::globalInstance()->start([images = m_kept, study] {
            if (const auto released = images->release(study); !released)
                log::error(released.error());
        });
    }
}

void ImageAttachment::setStudies(std::vector<diagnostics::ImagingStudy> studies)
{
    m_characters = workflow::chosenCharacters(studies);
    m_known = std::move(studies);
}

void ImageAttachment::setStep(Step step)
{
    m_step = step;
    Q_EMIT changed();
}

void ImageAttachment::start(const QString &location)
{
    if (isBusy())
        return;
    m_location = location;
    m_command = m_context.newCommand();
    m_isConfirmed = false;
    m_series.clear();
    m_files.clear();
    releaseCopies();
    m_doubtful.clear();
    m_findings.clear();
    m_left.reset();
    m_isExamined = false;
    read();
}

void ImageAttachment::startAll(const QStringList &locations)
{
    if (isBusy())
        return;
    m_waiting = locations;
    startNext();
}

void ImageAttachment::startLater(const QString &location)
{
    m_waiting.append(location);
    if (m_step == Step::Idle)
        startNext();
}

void ImageAttachment::startNext()
{
    if (!m_waiting.isEmpty())
        start(m_waiting.takeFirst());
}

void ImageAttachment::confirm()
{
    if (m_step == Step::Examined)
        return check();
    if (m_step != Step::Confirming)
        return;
    m_isConfirmed = true;
    check();
}

void ImageAttachment::retry()
{
    if (m_step != Step::Failed)
        return;
    if (!m_isExamined) // what is not counted, or not looked at, is not taken unsaid
        read();
    else
        check();
}

void ImageAttachment::dismiss()
{
    if (isBusy())
        return;
    const bool isOpen = m_step != Step::Idle;
    releaseCopies();
    setStep(Step::Idle);
    if (isOpen)
        Q_EMIT dismissed(m_location);
    startNext();
}

void ImageAttachment::read()
{
    setStep(Step::Reading);
    QCoro::connect(listPlaces(m_source, m_objects, {m_location}, m_characters, m_stop.get_token()), this,
                   [this](const Result<PlaceListing> &listing) { takeListing(listing); });
}

void ImageAttachment::takeListing(const Result<PlaceListing> &listing)
{
    if (!listing)
        return fail(listing.error());
    m_series = listing->series;
    m_files = listing->files;
    askWhetherToCopy(listing->taken());
}

/// Off this thread: the place may be a share that answers nobody any more.
void ImageAttachment::askWhetherToCopy(const workflow::TakenFiles &taken)
{
    QtConcurrent::run([images = m_kept, place = m_location] {
        return workflow::canKeep(images, place);
    }).then(this, [this, taken](bool isToCopy) {
        m_isToCopy = isToCopy;
        countLeft(taken);
    });
}

void ImageAttachment::countLeft(const workflow::TakenFiles &taken)
{
    auto *remains = dynamic_cast<workflow::PlaceRemains *>(m_source.get());
    if (remains == nullptr)
        return takeLeft(workflow::LeftBehind{});
    QCoro::connect(remains->leftBehind(m_location, taken, m_stop.get_token()), this,
                   [this](const Result<workflow::LeftBehind> &left) { takeLeft(left); });
}

void ImageAttachment::takeLeft(const Result<workflow::LeftBehind> &left)
{
    if (!left)
        return fail(left.error());
    m_left = *left;
    if (!m_isToCopy)
        m_left->otherKinds = 0; // they stay beside the others
    if (m_objects)
        examine();
    else
        takeHeaders(std::vector<workflow::ImportHeader>{});
}

void ImageAttachment::examine()
{
    QCoro::connect(
        m_objects->examine(m_location, m_stop.get_token()), this,
        [this](const Result<std::vector<workflow::ImportHeader>> &answer) { takeHeaders(answer); });
}

void ImageAttachment::takeHeaders(const Result<std::vector<workflow::ImportHeader>> &answer)
{
    if (!answer)
        return fail(answer.error());
    m_findings = workflow::importFindings(*answer);
    m_isExamined = true;
    if (m_findings.empty() && !left().isAny())
        check();
    else
        setStep(Step::Examined);
}

/// Whether it may be, before anything is copied.
void ImageAttachment::check()
{
    setStep(Step::Storing);
    QCoro::connect(workflow::mayAttach(m_context, m_patient, m_series, m_isConfirmed), this,
                   [this](const Result<void> &may) {
                       if (may)
                           keep();
                       else if (may.error().kind == ErrorKind::Conflict)
                           ask(may.error().code);
                       else
                           fail(may.error());
                   });
}

/// Where the studies lie that are on record.
QStringList ImageAttachment::earlierPlaces() const
{
    QStringList places;
    for (const auto &study : m_known) {
        const bool isHere = std::ranges::any_of(m_series, [&study](const workflow::ImageSeries &series) {
            return series.studyInstanceUid == study.studyInstanceUid;
        });
        if (isHere && !study.endpoint.isEmpty() && study.endpoint != m_location)
            places.append(study.endpoint);
    }
    places.removeDuplicates();
    return places;
}

/// Off this thread, as askWhetherToCopy().
void ImageAttachment::keep()
{
    QtConcurrent::run([images = m_kept, places = earlierPlaces()] {
        QStringList leaving; // that would not stay there
        std::ranges::copy_if(places, std::back_inserter(leaving),
                             [&images](const QString &one) { return workflow::canKeep(images, one); });
        return leaving;
    }).then(this, [this](const QStringList &leaving) { copyWith(leaving); });
}

/// \param earlier  places of a part of these studies, that is copied too
void ImageAttachment::copyWith(const QStringList &earlier)
{
    if (!m_isToCopy)
        m_files.clear(); // they are where they stay
    if (!earlier.isEmpty())
        return listEarlier(earlier);
    if (m_files.isEmpty())
        store();
    else
        copy();
}

/// A study whose first part lies on somebody's stick: that part is copied too, or nothing is.
void ImageAttachment::listEarlier(const QStringList &places)
{
    QCoro::connect(listPlaces(m_source, m_objects, places, m_characters, m_stop.get_token()), this,
                   [this](const Result<PlaceListing> &listing) {
                       if (!listing)
                           return fail(listing.error());
                       for (const auto &series : listing->series) {
                           const bool isOfThese =
                               std::ranges::any_of(m_series, [&series](const workflow::ImageSeries &one) {
                                   return one.studyInstanceUid == series.studyInstanceUid;
                               });
                           if (!isOfThese)
                               continue;
                           for (const auto &instance : series.instances)
                               m_files.append(instance.location);
                       }
                       m_files.removeDuplicates();
                       copy();
                   });
}

void ImageAttachment::copy()
{
    m_copied = 0;
    m_copyTotal = static_cast<int>(m_files.size());
    m_stopCopy = {};
    setStep(Step::Copying);
    Q_EMIT copying(m_location, m_series.front().studyInstanceUid);
    const auto told = [self = QPointer(this)](int done, int total) {
        QMetaObject::invokeMethod(qApp, [self, done, total] {
            if (!self || self->m_step != Step::Copying)
                return;
            self->m_copied = done;
            self->m_copyTotal = total;
            Q_EMIT self->changed();
        });
    };
    QtConcurrent::run(workflow::keepImages, m_kept, m_files, std::function<void(int, int)>(told),
                      m_stopCopy.get_token())
        .then(this, [this](const Result<workflow::KeptImages> &kept) { takeCopies(kept); });
}

/// They are counted as they lie together now.
void ImageAttachment::takeCopies(const Result<workflow::KeptImages> &kept)
{
    if (!kept && kept.error().kind == ErrorKind::Cancelled) {
        m_step = Step::Failed; // no longer busy
        return dismiss();
    }
    if (!kept)
        return fail(kept.error());
    const auto before = m_copies.fresh; // of a try that could not be stored
    m_copies = *kept;
    m_copies.fresh += before;
    QStringList places;
    for (const auto &[study, place] : m_copies.places)
        places.append(place);
    setStep(Step::Storing);
    QCoro::connect(listPlaces(m_source, m_objects, places, m_characters, m_stop.get_token()), this,
                   [this](const Result<PlaceListing> &listing) {
                       if (!listing)
                           return fail(listing.error());
                       m_series = listing->series;
                       store();
                   });
}

void ImageAttachment::store()
{
    setStep(Step::Storing);
    QCoro::connect(workflow::attachStudies(m_context, m_command, m_patient, m_location, m_series,
                                           m_isConfirmed, m_copies.places),
                   this, [this](const Stored &answer) { takeStored(answer); });
}

void ImageAttachment::takeStored(const Stored &answer)
{
    if (!answer)
        return fail(answer.error());
    count(*answer);
    m_copies = {}; // they belong to the record
    setStep(Step::Idle);
    Q_EMIT attached(*answer, m_series.front().seriesInstanceUid);
    startNext();
}

void ImageAttachment::count(const std::vector<diagnostics::ImagingStudy> &stored)
{
    m_added = {.isCopy = !m_copies.places.empty(), .differing = m_copies.differing, .left = left()};
    for (const auto &study : stored) {
        const bool isOfThese = std::ranges::any_of(m_series, [&study](const workflow::ImageSeries &series) {
            return series.studyInstanceUid == study.studyInstanceUid;
        });
        if (!isOfThese)
            continue;
        const auto before =
            std::ranges::find(m_known, study.studyInstanceUid, &diagnostics::ImagingStudy::studyInstanceUid);
        const bool isMore = before != m_known.end();
        m_added.images += study.numberOfInstances;
        m_added.fresh += study.numberOfInstances - (isMore ? before->numberOfInstances : 0);
        m_added.isMore |= isMore;
    }
}

/// Whom the images name is what is asked: where that is perhaps misread, it has to be known first.
void ImageAttachment::ask(const QString &doubtCode)
{
    m_doubtCode = doubtCode;
    QCoro::connect(workflow::doubtfulNames(m_source, m_series, m_stop.get_token()), this,
                   [this](const std::vector<workflow::SeriesReading> &doubtful) {
                       m_doubtful = doubtful;
                       setStep(Step::Confirming);
                   });
}

void ImageAttachment::fail(const Error &error)
{
    m_error = error;
    setStep(Step::Failed);
}

} // namespace simiao::viewer
