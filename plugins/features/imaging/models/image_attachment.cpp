#include "imaging/models/image_attachment.h"

#include <QCoroTask>

namespace simiao::viewer {

ImageAttachment::ImageAttachment(workflow::Context context,
                                 std::shared_ptr<workflow::ImageSource> source,
                                 Id<administration::Patient> patient,
                                 QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_source(std::move(source))
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
    read();
}

void ImageAttachment::confirm()
{
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
    if (!isBusy())
        setStep(Step::Idle);
}

void ImageAttachment::read()
{
    setStep(Step::Reading);
    QCoro::connect(
        m_source->list(m_location, m_stop.get_token()), this,
        [this](Result<std::vector<workflow::ImageSeries>> answer) { takeSeries(std::move(answer)); });
}

void ImageAttachment::takeSeries(Result<std::vector<workflow::ImageSeries>> answer)
{
    if (!answer)
        return fail(answer.error());
    m_series = *std::move(answer);
    store();
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
    } else if (answer.error().code == QLatin1String("imaging.other-patient")) {
        setStep(Step::Confirming);
    } else {
        fail(answer.error());
    }
}

void ImageAttachment::fail(const Error &error)
{
    m_error = error;
    setStep(Step::Failed);
}

} // namespace simiao::viewer
