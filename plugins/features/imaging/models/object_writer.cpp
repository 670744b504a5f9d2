#include "imaging/models/object_writer.h"

#include "imaging/models/measurement_words.h"
#include "imaging/models/note_line.h"
#include "sdk/desk.h"
#include "workflow/diagnostics/attach_study.h"

#include <QCoroTask>
#include <QDateTime>

#include <algorithm>

namespace simiao::viewer {

using workflow::MeasuredPicture;

namespace {

ImageKey keyOf(const Slice &slice)
{
    return {slice.instance.sopInstanceUid, slice.frame};
}

} // namespace

ObjectWriter::ObjectWriter(sdk::Visit *visit, ImageStack *stack, MeasurementBook *book, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_stack(stack)
    , m_book(book)
    , m_images(visit->desk()->images())
    , m_objects(visit->desk()->imagingObjects())
{
    connect(stack, &ImageStack::changed, this, &ObjectWriter::changed);
    connect(book, &MeasurementBook::changed, this, &ObjectWriter::changed);
}

ObjectWriter::~ObjectWriter()
{
    m_stop.request_stop();
}

void ObjectWriter::setStack(ImageStack *stack)
{
    disconnect(m_stack, nullptr, this, nullptr);
    m_stack = stack;
    connect(stack, &ImageStack::changed, this, &ObjectWriter::changed);
    Q_EMIT changed();
}

bool ObjectWriter::canMark() const
{
    return m_objects && !m_isBusy && m_stack->isLoaded();
}

bool ObjectWriter::canSave() const
{
    return m_objects && m_images && !m_isBusy && !measuredSlices().empty();
}

std::vector<Slice> ObjectWriter::measuredSlices() const
{
    auto slices = slicesOf(m_stack->series());
    std::erase_if(slices, [this](const Slice &slice) { return m_book->page(keyOf(slice)).items().empty(); });
    return slices;
}

workflow::Authorship ObjectWriter::authorship() const
{
    const auto context = m_visit->desk()->context();
    const auto now = context.clock->now();
    const auto written = QDateTime::fromMSecsSinceEpoch(now.microseconds / 1000, Qt::UTC).toLocalTime();
    return {.author = context.session.name,
            .written = written,
            .root = context.newCommand().toString(),
            .language = m_visit->desk()->locale().language() == QLocale::Chinese ? QStringLiteral("zh-CN")
                                                                                 : QStringLiteral("en")};
}

std::vector<workflow::WordedMeasurement> ObjectWriter::wordedOn(const Slice &slice,
                                                                const imaging::Frame &frame) const
{
    std::vector<workflow::WordedMeasurement> all;
    for (const auto &measurement : m_book->page(keyOf(slice)).items())
        all.push_back({measurement, measurementLines(measurement, frame).join(u'\n')});
    return all;
}

QStringList ObjectWriter::measuredWords() const
{
    QStringList words;
    for (const auto &worded : wordedOn(*m_stack->shownSlice(), *m_stack->frame()))
        words.append(spokenMeasurement(worded.measurement, worded.words.split(u'\n', Qt::SkipEmptyParts)));
    return words;
}

void ObjectWriter::markKeyImage()
{
    if (!canMark())
        return;
    if (isOfAnother())
        return fail({ErrorKind::Conflict, QStringLiteral("imaging.not-hers")});
    setBusy(true);
    const auto line = keyImageLine(*m_stack, measuredWords());
    const auto &slice = *m_stack->shownSlice();
    auto saving = m_objects->saveKeyImages(
        m_visit->record().patient.id.uuid.toString(),
        {{slice.instance.location, slice.frame, line, m_stack->series().characterSet}}, authorship());
    QCoro::connect(std::move(saving), this,
                   [this, line](const Written &answer) { takeKeyImage(answer, line); });
}

/// The note speaks of what is safely there.
void ObjectWriter::takeKeyImage(const Written &answer, const QString &line)
{
    if (!answer)
        return fail(answer.error());
    take(answer,
         appendToNote(*m_visit, line) ? tr("Key image saved; a line stands in the note.")
                                      : tr("Key image saved. The note has no place for it."));
}

/// What is written names the person whom the images name: nothing is written about somebody else in this visit.
bool ObjectWriter::isOfAnother() const
{
    return workflow::identityOf({m_stack->series()}, m_visit->record().patient)
        == workflow::ImageIdentity::Different;
}

void ObjectWriter::saveMeasurements()
{
    if (!canSave())
        return;
    if (isOfAnother())
        return fail({ErrorKind::Conflict, QStringLiteral("imaging.not-hers")});
    setBusy(true);
    const auto slices = measuredSlices();
    m_toLoad = {slices.begin(), slices.end()};
    m_pictures.clear();
    loadNext();
}

/// Values are of the pixels, so each picture is needed once more.
void ObjectWriter::loadNext()
{
    if (m_toLoad.empty())
        return store();
    const auto slice = m_toLoad.front();
    m_toLoad.pop_front();
    QCoro::connect(m_images->frame(slice.instance, slice.frame, m_stop.get_token()), this,
                   [this, slice](const Result<FramePtr> &answer) { takeFrame(slice, answer); });
}

void ObjectWriter::takeFrame(const Slice &slice, const Result<FramePtr> &answer)
{
    if (!answer)
        return fail(answer.error());
    auto picture = seenPicture(*m_stack, slice, *answer, m_showing ? m_showing() : Showing{});
    picture.measurements = wordedOn(slice, **answer);
    m_pictures.push_back(std::move(picture));
    loadNext();
}

namespace {

/// A presentation state of ours is one of greys: of what is in colour there is the report alone, and that is said.
QString savedWords(const std::vector<MeasuredPicture> &pictures)
{
    const auto isGrey = [](const MeasuredPicture &picture) { return picture.frame->isGrey(); };
    if (std::ranges::all_of(pictures, isGrey))
        return ObjectWriter::tr("Measurements saved as DICOM: presentation states and a report.");
    if (std::ranges::none_of(pictures, isGrey))
        return ObjectWriter::tr(
            "Measurements saved as DICOM: a report. There is no presentation state of images in colour.");
    return ObjectWriter::tr(
        "Measurements saved as DICOM: a report, and presentation states of the grey images. "
        "There is none of those in colour.");
}

} // namespace

void ObjectWriter::store()
{
    const auto words = savedWords(m_pictures);
    auto saving = m_objects->saveMeasurements(m_visit->record().patient.id.uuid.toString(),
                                              std::move(m_pictures), authorship());
    m_pictures.clear();
    QCoro::connect(std::move(saving), this, [this, words](const Written &answer) { take(answer, words); });
}

void ObjectWriter::take(const Written &answer, const QString &what)
{
    if (!answer)
        return fail(answer.error());
    setBusy(false);
    Q_EMIT written(*answer, what);
}

void ObjectWriter::fail(const Error &error)
{
    setBusy(false);
    Q_EMIT failed(error);
}

void ObjectWriter::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    Q_EMIT changed();
}

} // namespace simiao::viewer
