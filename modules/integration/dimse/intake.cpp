#include "integration/dimse/intake.h"

#include "integration/dimse/received_file.h"

#include <algorithm>
#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

// PS3.4 table B.2-1.
constexpr quint16 kSuccess = 0x0000;
constexpr quint16 kOutOfResources = 0xA700;
constexpr quint16 kDoesNotMatch = 0xA900;

/// So many refused one after the other, each asked for alone: it is the archive, not the images.
constexpr int kMostRefused = 8;

} // namespace

Intake::Intake(QString studyInstanceUid,
               const ImageList &wanted,
               std::shared_ptr<workflow::ObjectSink> sink,
               workflow::TransferProgress progress,
               std::stop_source stop)
    : m_study(std::move(studyInstanceUid))
    , m_sink(std::move(sink))
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
    , m_stated(wanted.stated)
{
    for (const auto &image : wanted.images) {
        if (m_states.contains(image.sopInstanceUid))
            continue;
        const bool isHere = m_sink->has(image.sopInstanceUid);
        m_states.insert(image.sopInstanceUid, isHere ? State::Done : State::Wanted);
        m_transfer.count.done += isHere ? 1 : 0;
        if (!isHere && !wanted.isPartOfWhole(image))
            m_queue.push_back(image);
        m_asked.insert(image.sopInstanceUid, image);
    }
    for (const auto &whole : wanted.wholes) {
        m_isOpen = true;
        m_queue.push_back(whole);
    }
    tell();
}

std::vector<ArchivedImage> Intake::nextBatch(std::size_t size)
{
    const std::scoped_lock lock(m_mutex);
    std::vector<ArchivedImage> batch;
    while (!m_queue.empty() && batch.size() < size) {
        const auto &next = m_queue.front();
        const bool isApart = next.isWhole() || m_alone.contains(next.sopInstanceUid);
        if (!batch.empty() && (isApart || batch.front().seriesInstanceUid != next.seriesInstanceUid))
            break;
        if (!next.isWhole())
            m_states[next.sopInstanceUid] = State::Asked;
        batch.push_back(next);
        m_queue.pop_front();
        if (isApart)
            break;
    }
    return batch;
}

void Intake::giveBack(const std::vector<ArchivedImage> &batch)
{
    const std::scoped_lock lock(m_mutex);
    for (auto image = batch.rbegin(); image != batch.rend(); ++image) {
        if (image->isWhole()) {
            m_queue.push_front(*image);
            continue;
        }
        auto &state = m_states[image->sopInstanceUid];
        if (state != State::Asked)
            continue;
        state = State::Wanted;
        m_queue.push_front(*image);
    }
}

void Intake::giveUp(const QStringList &sopInstanceUids, const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &uid : sopInstanceUids) {
        if (m_states.value(uid) == State::Asked)
            fail(uid, error);
    }
}

void Intake::notBrought(const std::vector<ArchivedImage> &batch, const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    const bool isAlone = batch.size() == 1;
    for (auto image = batch.rbegin(); image != batch.rend(); ++image) {
        if (image->isWhole()) {
            m_shortfall = error;
            continue;
        }
        const auto &uid = image->sopInstanceUid;
        if (m_states.value(uid) != State::Asked)
            continue;
        if (isAlone || m_refusedInRow >= kMostRefused) {
            m_refusedInRow += isAlone ? 1 : 0;
            fail(uid, error);
            continue;
        }
        m_states[uid] = State::Wanted;
        m_alone.insert(uid);
        m_queue.push_front(*image);
    }
    if (m_refusedInRow < kMostRefused)
        return;
    std::erase_if(m_queue, [&](const ArchivedImage &image) {
        const bool isHopeless = m_alone.contains(image.sopInstanceUid);
        if (isHopeless)
            fail(image.sopInstanceUid, error);
        return isHopeless;
    });
}

bool Intake::wantAgain()
{
    const std::scoped_lock lock(m_mutex);
    const auto failures = m_transfer.failures;
    for (const auto &failure : failures) {
        const auto image = m_asked.constFind(failure.sopInstanceUid);
        if (failure.error.code != u"archive.not-sent"_s || image == m_asked.constEnd())
            continue;
        unfail(failure.sopInstanceUid);
        m_states[failure.sopInstanceUid] = State::Wanted;
        m_queue.push_back(*image);
    }
    m_alone.clear();
    m_refusedInRow = 0;
    return !m_queue.empty();
}

Claim Intake::claim(const QString &sopInstanceUid) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_states.contains(sopInstanceUid))
        return Claim::Sure;
    return m_isOpen ? Claim::Possible : Claim::Unwanted;
}

quint16 Intake::take(const Message &store, const QString &sender)
{
    const auto &uid = store.command.sopInstance;
    auto file = receivedFile(store, sender, m_study);
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &arrived : std::as_const(m_arrivals))
            arrived();
        if (!isWanted(uid))
            return kDoesNotMatch; // nobody asked for it: not kept, and no failure of what was asked for
        const auto state = m_states.value(uid);
        if (state == State::Done)
            return kSuccess;
        if (state == State::Keeping)
            return kOutOfResources; // it comes twice at once: the first is being kept
        unfail(uid);                // given up, and here it is
        if (!file) {
            fail(uid, file.error());
            return kDoesNotMatch;
        }
        m_refusedInRow = 0;
        if (m_sink->has(uid)) { // of a series that was asked for whole
            done(uid);
            return kSuccess;
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
    done(uid);
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

std::optional<Error> Intake::shortfall() const
{
    const std::scoped_lock lock(m_mutex);
    return m_shortfall;
}

void Intake::done(const QString &uid)
{
    m_states[uid] = State::Done;
    ++m_transfer.count.done;
    tell();
}

void Intake::fail(const QString &uid, const Error &error)
{
    m_states[uid] = State::Failed;
    ++m_transfer.count.failed;
    m_transfer.failures.push_back({uid, error});
    tell();
}

void Intake::unfail(const QString &uid)
{
    if (m_states.value(uid) != State::Failed)
        return;
    m_states[uid] = State::Asked;
    --m_transfer.count.failed;
    std::erase_if(m_transfer.failures,
                  [&uid](const workflow::InstanceFailure &failure) { return failure.sopInstanceUid == uid; });
}

void Intake::tell()
{
    m_transfer.count.total = std::max(int(m_states.size()), m_stated.value_or(0));
    if (m_progress)
        m_progress(m_transfer.count);
}

} // namespace simiao::dimse
