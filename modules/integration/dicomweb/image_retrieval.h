#pragma once

#include "integration/dicomweb/object_queue.h"
#include "integration/dicomweb/studies_service.h"

#include <QSet>

namespace simiao::dicomweb {

/// Brings what ImageArchive::retrieve() is asked for: each series by one request, and by single instances, four at a time, what an
/// earlier time or a connection that was cut left over. Every object is looked into before the sink gets it.
/// \thread  one, which waits
class ImageRetrieval
{
public:
    ImageRetrieval(std::shared_ptr<StudiesService> service,
                   workflow::Retrieval what,
                   std::shared_ptr<workflow::ObjectSink> sink,
                   workflow::TransferProgress progress,
                   std::stop_token stop);

    Result<workflow::ImageTransfer> run();

private:
    struct Series
    {
        QString uid;
        std::optional<int> instances; ///< as the archive tells, or more where more came
        int kept = 0;
        int damaged = 0; ///< came, and nobody knows which they were
    };
    struct Instance
    {
        QString uid;
        PartsUnderWay parts;
        std::shared_ptr<ObjectQueue> objects;
    };

    Result<void> listSeries();
    void bring(Series &series);
    void bringListed(Series &series, const QStringList &instances);
    void bringWhole(Series &series);
    void bringLeftOver(Series &series, const Error &reason);
    void bringEach(Series &series, QStringList instances);
    QStringList bringOnce(Series &series, const QStringList &instances, bool isLast);
    Result<void> streamOf(Series &series);
    struct Instances
    {
        QStringList uids;
        bool isPartial = false; ///< there are more, which the archive does not name
    };
    Result<Instances> instancesOf(const Series &series);
    Result<std::optional<int>> statedOf(const Series &series);
    Result<std::optional<int>> statedOfStudy();
    static void raise(Series &series, qsizetype instances);
    QStringList missingOf(Series &series, const QStringList &instances);

    void settle(Series &series, Instance &instance, bool isLast, QStringList &again);
    void receive(Series &series, QByteArray file, const QString &expected);
    Result<QString> uidOf(const Series &series, const QByteArray &file, const QString &expected) const;
    void keep(Series &series, const QString &uid, QByteArray file);
    void count(Series &series, const QString &uid);
    void fail(const QString &uid, Error error);
    void end(Error error);
    void tell();
    bool hasEnded() const { return m_transfer.endedBy.has_value(); }

    std::shared_ptr<StudiesService> m_service;
    workflow::Retrieval m_what;
    std::shared_ptr<workflow::ObjectSink> m_sink;
    workflow::TransferProgress m_progress;
    std::stop_token m_stop;

    std::vector<Series> m_series;
    bool m_isUnlisted = false;   ///< there is more of it than the archive lists
    std::optional<int> m_stated; ///< images of the study, as the archive tells
    QSet<QString> m_kept;
    workflow::ImageTransfer m_transfer;
    int m_unansweredInRow = 0;
};

} // namespace simiao::dicomweb
