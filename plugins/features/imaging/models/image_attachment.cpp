#include "imaging/models/image_attachment.h"

#include "imaging/models/object_words.h"

#include <QCoroTask>

#include <algorithm>

namespace simiao::viewer {

ImageAttachment::ImageAttachment(workflow::Context context,
                                 std::shared_ptr<workflow::ImageSource> source,
                                 std::shared_ptr<workflow::ImagingObjects> objects,
                                 Id<administration::Patient> patient,
                                 QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_source(std::move(source))
    , m_objects(std::move(objects))
    , m_patient(patient)
{
}

ImageAttachment::~ImageAttachment()
{
    m_stop.request_stop();
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
    m_doubtful.clear();
    m_findings.clear();
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
        return store();
    if (m_step != Step::Confirming)
        return;
    m_isConfirmed = true;
    store();
}

void ImageAttachment::retry()
{
    if (m_step != Step::Failed)
        return;
    if (m_series.empty())
        read();
    else
        store();
}

void ImageAttachment::dismiss()
{
    if (isBusy())
        return;
    const bool isOpen = m_step != Step::Idle;
    setStep(Step::Idle);
    if (isOpen)
        Q_EMIT dismissed(m_location);
    startNext();
}

void ImageAttachment::read()
{
    setStep(Step::Reading);
    QCoro::connect(
        workflow::listInChosenCharacters(m_source, m_location, m_characters, m_stop.get_token()), this,
        [this](Result<std::vector<workflow::ImageSeries>> answer) { takeSeries(std::move(answer)); });
}

void ImageAttachment::takeSeries(Result<std::vector<workflow::ImageSeries>> answer)
{
    const bool isWithoutImages = !answer && answer.error().code == QLatin1String("imaging.no-images");
    if (!answer && !(isWithoutImages && m_objects))
        return fail(answer.error());
    if (answer)
        m_series = *std::move(answer);
    if (!m_objects)
        return store();
    QCoro::connect(
        workflow::listInChosenCharacters(m_objects, m_location, m_characters, m_stop.get_token()), this,
        [this, noImages = isWithoutImages ? std::optional(answer.error()) : std::nullopt](
            const Result<std::vector<workflow::ImagingObject>> &listed) { takeObjects(listed, noImages); });
}

/// Reports and recordings belong to studies as pictures do; a folder may hold nothing else.
void ImageAttachment::takeObjects(const Result<std::vector<workflow::ImagingObject>> &answer,
                                  const std::optional<Error> &noImages)
{
    if (!answer)
        return fail(answer.error());
    for (const auto &object : *answer) {
        const bool isKnown = std::ranges::any_of(m_series, [&](const workflow::ImageSeries &series) {
            return series.seriesInstanceUid == object.seriesInstanceUid
                && series.studyInstanceUid == object.studyInstanceUid;
        });
        if (!isKnown)
            m_series.push_back(seriesOf(object));
    }
    if (m_series.empty())
        return fail(noImages.value_or(Error{ErrorKind::Invalid, QStringLiteral("imaging.no-images")}));
    examine();
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
    if (m_findings.empty())
        store();
    else
        setStep(Step::Examined);
}

void ImageAttachment::store()
{
    setStep(Step::Storing);
    QCoro::connect(
        workflow::attachStudies(m_context, m_command, m_patient, m_location, m_series, m_isConfirmed), this,
        [this](const Stored &answer) { takeStored(answer); });
}

void ImageAttachment::takeStored(const Stored &answer)
{
    if (answer) {
        setStep(Step::Idle);
        Q_EMIT attached(*answer, m_series.front().seriesInstanceUid);
        startNext();
    } else if (answer.error().code == QLatin1String("imaging.other-patient")) {
        ask();
    } else {
        fail(answer.error());
    }
}

/// Whom the images name is what is asked: where that is perhaps misread, it has to be known first.
void ImageAttachment::ask()
{
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
