#pragma once

#include "workflow/ports/noted_sending.h"
#include "workflow/ports/received_images.h"

#include <QCoroFuture>
#include <QFuture>
#include <QPromise>
#include <QSet>

#include <atomic>
#include <deque>
#include <optional>
#include <utility>

namespace simiao::test {

/// Takes objects and remembers their names.
class FakeReceived : public workflow::ReceivedImages
{
public:
    QSet<QString> objects;
    QStringList kept; ///< studies
    std::atomic<int> released = 0;
    workflow::ReceivedRoom roomLeft;

    bool has(const QString &uid) const override { return objects.contains(uid); }
    Result<void> take(workflow::ReceivedObject object) override
    {
        objects.insert(object.sopInstanceUid);
        return ok();
    }
    QString folderOf(const QString &study) const override
    {
        return objects.isEmpty() ? QString() : QStringLiteral("/received/") + study;
    }
    Result<QString> keep(const QString &study) override
    {
        kept.append(study);
        return QStringLiteral("/kept/") + study;
    }
    Result<void> release(const QString &) override
    {
        ++released;
        return ok();
    }
    workflow::ReceivedRoom room() const override { return roomLeft; }
    void noteUse(const QString &) override {}
};

/// An archive that answers when the test says so.
class FakeArchive : public workflow::ImageArchive, public workflow::NotedSending
{
public:
    using Found = Result<workflow::StudyList>;
    using Brought = Result<workflow::ImageTransfer>;

    Found studies = workflow::StudyList{};
    bool isHolding = false; ///< a question waits for answer()
    std::vector<workflow::StudyQuery> asked;
    std::vector<workflow::Retrieval> wanted;

    ~FakeArchive() override
    {
        while (!m_transfers.empty())
            end({});
        if (m_question)
            answer();
        if (m_sending)
            endSending({});
    }

    /// To the question that waits.
    void answer()
    {
        auto question = std::exchange(m_question, std::nullopt);
        question->promise.addResult(question->stop.stop_requested() ? Found(cancelled()) : studies);
        question->promise.finish();
    }

    /// One more object arrives.
    void send(const QString &uid, int total)
    {
        auto &transfer = m_transfers.front();
        if (auto taken = transfer.sink->take({uid, {}}); !taken)
            qFatal("the sink refuses");
        transfer.progress({.done = ++transfer.done, .failed = 0, .total = total});
    }
    /// The transfer ends so.
    void end(const Brought &outcome)
    {
        auto transfer = std::move(m_transfers.front());
        m_transfers.pop_front();
        transfer.promise.addResult(outcome);
        transfer.promise.finish();
    }
    QStringList sent; ///< files of the last wish to send
    /// So many files are safely there.
    void say(const workflow::TransferCount &count) { m_sending->progress(count); }
    /// This file is.
    void note(const QString &file) { m_sending->noted(file); }
    bool wasSendingStopped() const { return m_sending->stop.stop_requested(); }
    /// The sending ends so.
    void endSending(const Brought &outcome)
    {
        auto sending = std::exchange(m_sending, std::nullopt);
        sending->promise.addResult(outcome);
        sending->promise.finish();
    }
    std::size_t underWay() const { return m_transfers.size(); }
    bool wasStopped() const { return m_transfers.front().stop.stop_requested(); }

    QString displayName() const override { return QStringLiteral("Radiology"); }
    Task<Result<workflow::ArchiveProof>> probe(std::stop_token) override
    {
        co_return workflow::ArchiveProof{};
    }
    Task<Found> findStudies(workflow::StudyQuery query, std::stop_token stop) override
    {
        asked.push_back(query);
        auto &question = m_question.emplace(std::move(stop));
        question.promise.start();
        auto answered = taskOf(question.promise.future());
        if (!isHolding)
            answer();
        return answered;
    }
    Task<Result<std::vector<workflow::ArchivedSeries>>> findSeries(QString, std::stop_token) override
    {
        co_return std::vector<workflow::ArchivedSeries>{};
    }
    Task<Brought> retrieve(workflow::Retrieval what,
                           std::shared_ptr<workflow::ObjectSink> sink,
                           workflow::TransferProgress progress,
                           std::stop_token stop) override
    {
        wanted.push_back(what);
        auto &transfer = m_transfers.emplace_back(std::move(sink), std::move(progress), std::move(stop));
        transfer.promise.start();
        return taskOf(transfer.promise.future());
    }
    Task<Brought> send(QStringList files, workflow::TransferProgress progress, std::stop_token stop) override
    {
        return sendNoting(std::move(files), {}, std::move(progress), std::move(stop));
    }
    Task<Brought> sendNoting(QStringList files,
                             workflow::FileSent noted,
                             workflow::TransferProgress progress,
                             std::stop_token stop) override
    {
        sent = files;
        auto &sending = m_sending.emplace(std::move(noted), std::move(progress), std::move(stop));
        sending.promise.start();
        return taskOf(sending.promise.future());
    }

private:
    struct Transfer
    {
        std::shared_ptr<workflow::ObjectSink> sink;
        workflow::TransferProgress progress;
        std::stop_token stop;
        int done = 0;
        QPromise<Brought> promise = {};
    };

    struct Sending
    {
        workflow::FileSent noted;
        workflow::TransferProgress progress;
        std::stop_token stop;
        QPromise<Brought> promise = {};
    };

    struct Question
    {
        std::stop_token stop;
        QPromise<Found> promise = {};
    };

    template <typename T>
    static Task<T> taskOf(QFuture<T> answer)
    {
        co_return co_await answer;
    }

    std::optional<Question> m_question;
    std::deque<Transfer> m_transfers;
    std::optional<Sending> m_sending;
};

} // namespace simiao::test
