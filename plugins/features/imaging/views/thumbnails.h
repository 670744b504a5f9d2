#pragma once

#include "imaging/models/frame_cache.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <deque>

namespace simiao::viewer {

/// Small pictures of series, each made of its middle frame: decoded by the source, painted on a thread of its own, kept as long
/// as the panel lives. One at a time, so that they never stand before the pictures somebody waits for. \thread GUI
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    static constexpr int kEdge = 128; ///< px, at most, of the longer edge

    Thumbnails(std::shared_ptr<workflow::ImageSource> source,
               std::shared_ptr<FrameCache> cache,
               QObject *parent = nullptr);
    ~Thumbnails() override;

    /// Null while it is not made, or cannot be: then it is made, and ready() says so.
    QImage of(const workflow::ImageSeries &series);
    /// It was tried and there is none.
    bool hasFailed(const workflow::ImageSeries &series) const;

Q_SIGNALS:
    void ready();

private:
    static QString keyOf(const workflow::ImageSeries &series);
    void makeNext();
    void paint(const QString &key, const FramePtr &frame);
    void take(const QString &key, const QImage &image);

    std::shared_ptr<workflow::ImageSource> m_source;
    std::shared_ptr<FrameCache> m_cache;
    std::deque<std::pair<QString, Slice>> m_wanted;
    QHash<QString, QImage> m_made; ///< null: wanted, or it failed
    QSet<QString> m_failed;
    bool m_isMaking = false;
    std::stop_source m_stop;
    QThreadPool m_painters;
};

} // namespace simiao::viewer
