#include "imaging/models/archive_transfer.h"

#include "workflow/diagnostics/archive_studies.h"

#include <QCoroTask>

#include <chrono>
#include <mutex>

namespace simiao::viewer {

namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 50ms; // how often the count on the screen may change
constexpr int kGrowth = 4;   // the list is read again each time there are so many times as many objects

} // namespace

struct ArchiveTransfer::Told
{
    std::mutex mutex;
    workflow::TransferCount count;
};

ArchiveTransfer::ArchiveTransfer(workflow::Context context,
                                 std::shared_ptr<workflow::ReceivedImages> images,
                                 Id<administration::Patient> patient,
                                 QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_images(std::move(images))
    , m_patient(patient)
{
    m_look.setInterval(kLook);
    connect(&m_look, &QTimer::timeout, this, &ArchiveTransfer::showProgress);
}

ArchiveTransfer::~ArchiveTransfer()
{
    m_stop.request_stop();
}

void ArchiveTransfer::setStep(Step step)
{
    m_step = step;
    Q_EMIT changed();
}

void ArchiveTransfer::bring(const Order &order)
{
    if (m_step != Step::Idle) {
        m_waiting.push_back(order);
        Q_EMIT changed();
        return;
    }
    m_order = order;
    begin();
}

void ArchiveTransfer::begin()
{
    m_stop = {};
    m_error.reset();
    m_count = {.done = 0, .failed = 0, .total = m_order.study.instances};
    m_shown = 0;
    m_told = std::make_shared<Told>();
    m_told->count = m_count;
    workflow::Retrieval what;
    what.studyInstanceUid = m_order.study.studyInstanceUid;
    what.instances = m_order.study.instances;
    const auto progress = [told = m_told](const workflow::TransferCount &count) {
        const std::scoped_lock lock(told->mutex);
        told->count = count;
    };
    QCoro::connect(workflow::bringStudy(m_context, m_order.archive, m_patient, what, m_images, progress,
                                        m_stop.get_token()),
                   this, [this](Result<workflow::ImageTransfer> answer) { take(std::move(answer)); });
    m_look.start();
    setStep(Step::Receiving);
}

void ArchiveTransfer::showProgress()
{
    const auto before = m_count;
    {
        const std::scoped_lock lock(m_told->mutex);
        m_count = m_told->count;
    }
    if (m_count == before)
        return;
    Q_EMIT changed();
    if (m_count.done > 0 && m_count.done >= kGrowth * m_shown) {
        m_shown = m_count.done;
        Q_EMIT grown(m_images->folderOf(m_order.study.studyInstanceUid), m_order.study.studyInstanceUid);
    }
}

void ArchiveTransfer::take(Result<workflow::ImageTransfer> answer)
{
    showProgress();
    m_look.stop();
    if (!answer) {
        m_error = answer.error();
        return setStep(Step::Failed);
    }
    m_transfer = *std::move(answer);
    m_count = m_transfer.count;
    if (m_transfer.isWhole())
        finish();
    else
        setStep(Step::Incomplete);
}

void ArchiveTransfer::finish()
{
    const auto study = m_order.study.studyInstanceUid;
    next();
    if (!m_images->folderOf(study).isEmpty())
        Q_EMIT brought(study);
}

void ArchiveTransfer::next()
{
    if (m_waiting.empty())
        return setStep(Step::Idle);
    m_order = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    begin();
}

void ArchiveTransfer::cancel()
{
    if (m_step == Step::Receiving)
        m_stop.request_stop();
}

void ArchiveTransfer::retry()
{
    if (m_step == Step::Incomplete || m_step == Step::Failed)
        begin();
}

void ArchiveTransfer::useIncomplete()
{
    if (m_step == Step::Incomplete)
        finish();
}

void ArchiveTransfer::dismiss()
{
    if (m_step == Step::Incomplete || m_step == Step::Failed)
        next();
}

} // namespace simiao::viewer
