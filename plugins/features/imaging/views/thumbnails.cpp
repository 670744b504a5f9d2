#include "imaging/views/thumbnails.h"

#include "imaging/lut.h"
#include "imaging/views/picture.h"

#include <QCoroTask>
#include <QFutureWatcher>
#include <QPainter>
#include <QtConcurrentRun>

namespace simiao::viewer {

namespace {

/// As it is shown before anybody chose a window. \thread any
QImage painted(const FramePtr &frame)
{
    Picture picture;
    picture.update(frame, imaging::defaultDisplay(*frame));
    const auto size = picture.extent().scaled(Thumbnails::kEdge, Thumbnails::kEdge, Qt::KeepAspectRatio);
    QImage image(size.expandedTo(QSizeF(1, 1)).toSize(), QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    picture.paint(painter, QRectF(QPointF(), QSizeF(image.size())));
    return image;
}

} // namespace

Thumbnails::Thumbnails(std::shared_ptr<workflow::ImageSource> source,
                       std::shared_ptr<FrameCache> cache,
                       QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_cache(std::move(cache))
{
    m_painters.setMaxThreadCount(1);
}

Thumbnails::~Thumbnails()
{
    m_stop.request_stop();
    m_painters.waitForDone();
}

/// Equal UIDs of two people are two series.
QString Thumbnails::keyOf(const workflow::ImageSeries &series)
{
    return series.seriesInstanceUid + u'\n' + series.patientId + u'\n' + series.patientName;
}

QImage Thumbnails::of(const workflow::ImageSeries &series)
{
    const auto key = keyOf(series);
    if (const auto known = m_made.constFind(key); known != m_made.cend())
        return *known;
    const auto slices = slicesOf(series);
    if (slices.empty())
        return {};
    m_made.insert(key, {});
    m_wanted.emplace_back(key, slices[slices.size() / 2]);
    makeNext();
    return {};
}

bool Thumbnails::hasFailed(const workflow::ImageSeries &series) const
{
    return m_failed.contains(keyOf(series));
}

void Thumbnails::makeNext()
{
    if (m_isMaking || m_wanted.empty())
        return;
    m_isMaking = true;
    const auto key = m_wanted.front().first;
    const auto slice = m_wanted.front().second;
    m_wanted.pop_front();
    if (const auto frame = m_cache->find(slice))
        return paint(key, frame);
    QCoro::connect(m_source->frame(slice.instance, slice.frame, m_stop.get_token()), this,
                   [this, key](const Result<FramePtr> &frame) {
                       if (frame)
                           return paint(key, *frame);
                       m_failed.insert(key);
                       take(key, {});
                   });
}

void Thumbnails::paint(const QString &key, const FramePtr &frame)
{
    auto *watcher = new QFutureWatcher<QImage>(this);
    connect(watcher, &QFutureWatcher<QImage>::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        take(key, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_painters, painted, frame));
}

void Thumbnails::take(const QString &key, const QImage &image)
{
    m_isMaking = false;
    m_made.insert(key, image);
    Q_EMIT ready();
    makeNext();
}

} // namespace simiao::viewer
