#include "integration/dimse/intake.h"

#include "integration/dimse/received_file.h"

#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

// PS3.4 table B.2-1.
constexpr quint16 kSuccess = 0x0000;
constexpr quint16 kOutOfResources = 0xA700;
constexpr quint16 kDoesNotMatch = 0xA900;

} // namespace

Intake::Intake(QString studyInstanceUid,
               const std::vector<ArchivedImage> &wanted,
               std::shared_ptr<workflow::ObjectSink> sink,
               workflow::TransferProgress progress,
               std::stop_source stop)
    : m_study(std::move(studyInstanceUid))
    , m_sink(std::move(sink))
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
    for (const auto &image : wanted) {
        if (m_states.contains(image.sopInstanceUid))
            continue;
        const bool isHere = m_sink->has(image.sopInstanceUid);
        m_states.insert(image.sopInstanceUid, isHere ? State::Done : State::Wanted);
        m_transfer.count.done += isHere ? 1 : 0;
        if (!isHere)
            m_queue.push_back(image);
    }
    m_transfer.count.total = int(m_states.size());
    tell();
}

std::vector<ArchivedImage> Intake::nextBatch(std::size_t size)
{
    const std::scoped_lock lock(m_mutex);
    std::vector<ArchivedImage> batch;
    while (!m_queue.empty() && batch.size() < size
           && (batch.empty() || batch.front().seriesInstanceUid == m_queue.front().seriesInstanceUid)) {
        m_states[m_queue.front().sopInstanceUid] = State::Asked;
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return batch;
}

void Intake::giveBack(const std::vector<ArchivedImage> &batch)
{
    const std::scoped_lock lock(m_mutex);
    for (auto image = batch.rbegin(); image != batch.rend(); ++image) {
        auto &state = m_states[image->sopInstanceUid];
        if (state != State::Asked)
            continue;
        state = State::Wanted;
        m_queue.push_front(*image);
    }
}

void Intake::giveUp(const std::vector<ArchivedImage> &batch, const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &image : batch) {
        if (m_states.value(image.sopInstanceUid) != State::Asked)
            continue;
        finish(image.sopInstanceUid, State::Failed);
        m_transfer.failures.push_back({image.sopInstanceUid, error});
    }
}

quint16 Intake::take(const Message &store, const QString &sender)
{
    const auto &uid = store.command.sopInstance;
    auto file = receivedFile(store, sender, m_study);
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &arrived : std::as_const(m_arrivals))
            arrived();
        const auto state = m_states.constFind(uid);
        if (state == m_states.constEnd())
            return kDoesNotMatch; // nobody asked for it: not kept, and no failure of what was asked for
        if (*state == State::Done)
            return kSuccess;
        if (*state == State::Keeping)
            return kOutOfResources; // it comes twice at once: the first is being kept
        if (!file) {
            finish(uid, State::Failed);
            m_transfer.failures.push_back({uid, file.error()});
            return kDoesNotMatch;
        }
        m_states[uid] = State::Keeping;
    }
    auto kept = m_sink->take(*std::move(file));

    const std::scoped_lock lock(m_mutex);
    if (!kept) {
        m_states[uid] = State::Asked;
        m_fault = m_fault ? m_fault : std::optional(kept.error());
        m_stop.request_stop();
        return kOutOfResources;
    }
    finish(uid, State::Done);
    return kSuccess;
}

int Intake::addArrival(std::function<void()> arrived)
{
    const std::scoped_lock lock(m_mutex);
    m_arrivals.insert(++m_lastArrival, std::move(arrived));
    return m_lastArrival;
}

void Intake::removeArrival(int number)
{
    const std::scoped_lock lock(m_mutex);
    m_arrivals.remove(number);
}

std::size_t Intake::left() const
{
    const std::scoped_lock lock(m_mutex);
    return m_queue.size();
}

workflow::ImageTransfer Intake::transfer() const
{
    const std::scoped_lock lock(m_mutex);
    return m_transfer;
}

std::optional<Error> Intake::fault() const
{
    const std::scoped_lock lock(m_mutex);
    return m_fault;
}

void Intake::finish(const QString &uid, State state)
{
    auto &known = m_states[uid];
    if (known == State::Done || known == State::Failed)
        return;
    known = state;
    (state == State::Done ? m_transfer.count.done : m_transfer.count.failed) += 1;
    tell();
}

void Intake::tell() const
{
    if (m_progress)
        m_progress(m_transfer.count);
}

} // namespace simiao::dimse
