#pragma once

#include "integration/dimse/association.h"
#include "integration/dimse/claim.h"
#include "integration/dimse/image_list.h"

#include <QHash>
#include <QSet>

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
           const ImageList &wanted,
           std::shared_ptr<workflow::ObjectSink> sink,
           workflow::TransferProgress progress,
           std::stop_source stop);

    /// The next images of one series to ask for, at most `size`; none: all were given out.
    std::vector<ArchivedImage> nextBatch(std::size_t size);
    /// What has not come of a batch goes to whoever asks next.
    void giveBack(const std::vector<ArchivedImage> &batch);
    /// These will not come.
    void giveUp(const QStringList &sopInstanceUids, const Error &error);
    /// What has not come of a batch is asked for once more, each image alone: one that an archive cannot send or that cannot be read must
    /// not take others with it. What was asked for alone is given up; all of them, where one after the other is refused.
    void notBrought(const std::vector<ArchivedImage> &batch, const Error &error);

    /// Images that a peer did not send are wanted again. \returns whether there are any
    bool wantAgain();

    /// How much an instance that comes is meant for this retrieval.
    Claim claim(const QString &sopInstanceUid) const;
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
    /// What a peer said last that did not bring all of a series whose images it does not name.
    std::optional<Error> shortfall() const;

private:
    enum class State { Wanted, Asked, Keeping, Done, Failed };

    bool isWanted(const QString &uid) const { return m_isOpen || m_states.contains(uid); }
    void done(const QString &uid);
    void fail(const QString &uid, const Error &error);
    void unfail(const QString &uid);
    void tell();

    const QString m_study;
    const std::shared_ptr<workflow::ObjectSink> m_sink;
    const workflow::TransferProgress m_progress;
    std::stop_source m_stop;

    mutable std::mutex m_mutex;
    const std::optional<int> m_stated;
    bool m_isOpen = false; ///< whole series are asked for, whose images nobody has named
    std::deque<ArchivedImage> m_queue;
    QHash<QString, ArchivedImage> m_asked;
    QSet<QString> m_alone;
    int m_refusedInRow = 0;
    QHash<QString, State> m_states;
    workflow::ImageTransfer m_transfer;
    std::optional<Error> m_fault;
    std::optional<Error> m_shortfall;
    QHash<int, std::function<void()>> m_arrivals;
    int m_lastArrival = 0;
};

} // namespace simiao::dimse
