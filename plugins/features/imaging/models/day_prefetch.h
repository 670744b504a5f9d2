#pragma once

#include "imaging/models/frame_cache.h"
#include "sdk/desk.h"
#include "workflow/diagnostics/day_images.h"

#include <QPointer>
#include <QSet>

#include <deque>

namespace simiao::viewer {

class StudyWarmer;

/// Fetches in the background what the physician will look at today: the latest studies that the first archive has of those who wait,
/// and the key images and first picture of the latest study on each record (StudyWarmer). One thing at a time, bounded in people, studies and images; it never
/// makes anything else go for room; it stands still while somebody loads, and ends with the session. What it brings lies in the
/// cache of received images and is on nobody's record. A fault is said once, in text(). \thread GUI
class DayPrefetch : public QObject
{
    Q_OBJECT

public:
    /// The one of this session, made when it is first asked for.
    static DayPrefetch *of(sdk::Desk *desk, const std::shared_ptr<FrameCache> &cache);

    DayPrefetch(sdk::Desk *desk, std::shared_ptr<FrameCache> cache);
    ~DayPrefetch() override;

    /// Somebody waits for images: nothing more is begun until the same `who` says no, or is gone.
    void setBusy(QObject *who, bool isBusy);
    /// Somebody brings images from an archive: what is under way ends now.
    void giveWay();

    /// Studies that are here, and all that shall be.
    int kept() const { return m_kept; }
    int total() const { return m_total; }
    bool isAtWork() const { return m_isAtWork; }
    /// "Kept for today: 3 of 8 studies"; empty while there is nothing to say.
    QString text() const;

Q_SIGNALS:
    void changed();

private:
    struct Wanted
    {
        Id<administration::Patient> patient;
        workflow::ArchivedStudy study;
    };

    bool isOn() const;
    bool hasRoom() const;
    void readQueue();
    void takeQueue(const Result<std::vector<workflow::AwaitedPatient>> &awaited);
    /// The next thing to do, if it may be done now.
    void proceed();
    void askArchive();
    void takeStudies(const workflow::AwaitedPatient &patient, const Result<workflow::StudyList> &found);
    void bring();
    void takeTransfer(const Wanted &wanted, const Result<workflow::ImageTransfer> &transfer);
    void done();
    void giveUpArchive(const Error &error);

    sdk::Desk *m_desk;
    StudyWarmer *m_warmer;
    std::deque<workflow::AwaitedPatient> m_toAsk;
    std::deque<Wanted> m_wanted;
    QSet<QString> m_seen; ///< studies counted in m_total
    QSet<QObject *> m_busy;
    std::stop_source m_stop; ///< of what is under way
    std::optional<Error> m_fault;
    int m_kept = 0;
    int m_total = 0;
    bool m_isAtWork = false;
    bool m_isOld = true; ///< the queue was not read since it changed
};

} // namespace simiao::viewer
