#include "imaging/models/archive_sending.h"

#include "workflow/diagnostics/send_images.h"

#include <QCoroTask>

#include <chrono>
#include <mutex>

namespace simiao::viewer {

namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 50ms;  // how often the count on the screen may change
constexpr int kMostAsked = 2; // of itself: an archive that sleeps is woken by the first question

} // namespace

struct ArchiveSending::Told
{
    std::mutex mutex;
    workflow::TransferCount count;
    QSet<QString> sent; ///< files that are there
};

ArchiveSending::ArchiveSending(workflow::Context context,
                               Id<administration::Patient> patient,
                               QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_patient(patient)
{
    m_look.setInterval(kLook);
    connect(&m_look, &QTimer::timeout, this, &ArchiveSending::showProgress);
}

ArchiveSending::~ArchiveSending()
{
    m_stop.request_stop();
}

void ArchiveSending::setStep(Step step)
{
    m_step = step;
    Q_EMIT changed();
}

void ArchiveSending::send(const Order &order)
{
    if (m_step == Step::Sending || order.files.isEmpty())
        return;
    m_stop.request_stop(); // of a question that is still open
    m_order = order;
    m_sent.clear();
    begin();
}

void ArchiveSending::begin()
{
    m_stop = {};
    ++m_question;
    m_timesAsked = 0;
    m_confirmation.reset();
    m_error.reset();
    m_transfer = {};
    // What is there already is not sent again.
    QStringList files = m_order.files;
    files.removeIf([this](const QString &file) { return m_sent.contains(file); });
    m_count = {.done = int(m_sent.size()), .failed = 0, .total = int(m_order.files.size())};
    m_told = std::make_shared<Told>();
    const auto progress = [told = m_told](const workflow::TransferCount &count) {
        const std::scoped_lock lock(told->mutex);
        told->count = count;
    };
    const auto sent = [told = m_told](const QString &file) {
        const std::scoped_lock lock(told->mutex);
        told->sent.insert(file);
    };
    setStep(Step::Sending);
    QCoro::connect(workflow::sendImages(m_context, m_context.newCommand(), m_patient, m_order.archive, files,
                                        m_order.what, sent, progress, m_stop.get_token()),
                   this, [this](const Result<workflow::ImageTransfer> &answer) { take(answer); });
    m_look.start();
}

void ArchiveSending::showProgress()
{
    const auto before = m_count;
    {
        const std::scoped_lock lock(m_told->mutex);
        m_count = ofAll(m_told->count);
    }
    if (m_count != before)
        Q_EMIT changed();
}

/// Those of earlier tries included.
workflow::TransferCount ArchiveSending::ofAll(workflow::TransferCount count) const
{
    count.done += int(m_sent.size());
    count.total = int(m_order.files.size());
    return count;
}

void ArchiveSending::take(const Result<workflow::ImageTransfer> &answer)
{
    m_look.stop();
    const auto count = answer ? ofAll(answer->count) : m_count;
    {
        const std::scoped_lock lock(m_told->mutex);
        m_sent += m_told->sent;
    }
    if (!answer) {
        m_error = answer.error();
        return setStep(Step::Failed);
    }
    m_transfer = *answer;
    m_transfer.count = count;
    m_count = m_transfer.count;
    if (!m_transfer.isWhole())
        return setStep(Step::Incomplete);
    if (confirmationPatience() == 0s)
        return setStep(Step::Done);
    ask();
}

workflow::StorageCommitment *ArchiveSending::commitment() const
{
    return dynamic_cast<workflow::StorageCommitment *>(m_order.archive.get());
}

std::chrono::seconds ArchiveSending::confirmationPatience() const
{
    const auto *archive = commitment();
    return archive ? archive->confirmationPatience() : 0s;
}

void ArchiveSending::ask()
{
    m_stop = {};
    m_error.reset();
    ++m_timesAsked;
    const int question = ++m_question;
    setStep(Step::Confirming);
    QCoro::connect(commitment()->confirm(m_order.files, m_stop.get_token()), this,
                   [this, question](const Result<workflow::StorageConfirmation> &answer) {
                       if (question == m_question)
                           takeConfirmation(answer);
                   });
}

void ArchiveSending::takeConfirmation(const Result<workflow::StorageConfirmation> &answer)
{
    if (answer) {
        m_confirmation = *answer;
        return setStep(answer->isWhole() ? Step::Done : Step::Unconfirmed);
    }
    m_error = answer.error();
    if (m_error->code == QLatin1StringView("archive.silent") && m_timesAsked < kMostAsked)
        return ask();
    setStep(Step::Unconfirmed);
}

void ArchiveSending::cancel()
{
    if (m_step == Step::Sending)
        m_stop.request_stop();
}

void ArchiveSending::retry()
{
    if (m_step == Step::Incomplete || m_step == Step::Failed)
        begin();
    else if (m_step == Step::Unconfirmed)
        ask();
}

void ArchiveSending::dismiss()
{
    if (m_step == Step::Sending)
        return;
    m_stop.request_stop();
    ++m_question;
    setStep(Step::Idle);
}

} // namespace simiao::viewer
