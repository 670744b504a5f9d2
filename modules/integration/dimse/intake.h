#pragma once

#include "integration/dimse/association.h"
#include "integration/dimse/identifier.h"

#include <QHash>

#include <deque>
#include <functional>
#include <mutex>

namespace simiao::dimse {

/// What a retrieval waits for and what has come, shared by all its associations.
/// \thread any, several at a time
class Intake
{
public:
    /// What the sink has already counts as done. \param stop  requested when the sink can take no more
    Intake(QString studyInstanceUid,
           const std::vector<ArchivedImage> &wanted,
           std::shared_ptr<workflow::ObjectSink> sink,
           workflow::TransferProgress progress,
           std::stop_source stop);

    /// The next images of one series to ask for, at most `size`; none: all were given out.
    std::vector<ArchivedImage> nextBatch(std::size_t size);
    /// What has not come of a batch goes to whoever asks next.
    void giveBack(const std::vector<ArchivedImage> &batch);
    /// What has not come of a batch will not come.
    void giveUp(const std::vector<ArchivedImage> &batch, const Error &error);

    /// Checks and keeps what a C-STORE brought. \returns the status of the answer (PS3.4 B.2.3)
    quint16 take(const Message &store, const QString &sender);

    /// Calls `arrived` whenever an object has come, until it is removed by the number that this gives.
    int addArrival(std::function<void()> arrived);
    void removeArrival(int number);

    std::size_t left() const;
    /// Of the wanted that are there or failed.
    workflow::ImageTransfer transfer() const;
    /// Why the sink took no more.
    std::optional<Error> fault() const;

private:
    enum class State { Wanted, Asked, Keeping, Done, Failed };

    void finish(const QString &uid, State state);
    void tell() const;

    const QString m_study;
    const std::shared_ptr<workflow::ObjectSink> m_sink;
    const workflow::TransferProgress m_progress;
    std::stop_source m_stop;

    mutable std::mutex m_mutex;
    std::deque<ArchivedImage> m_queue;
    QHash<QString, State> m_states;
    workflow::ImageTransfer m_transfer;
    std::optional<Error> m_fault;
    QHash<int, std::function<void()>> m_arrivals;
    int m_lastArrival = 0;
};

} // namespace simiao::dimse
