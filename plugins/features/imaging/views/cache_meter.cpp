#include "imaging/views/cache_meter.h"

#include "imaging/models/day_prefetch.h"
#include "imaging/models/volume_stage.h"
#include "imaging/volume/voxel_reserve.h"
#include "imaging/volume/voxel_use.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr int kBar = 3; ///< px high
constexpr int kLookMs = 500;

QString megabytes(qint64 bytes)
{
    return QString::number((bytes + (1 << 19)) >> 20);
}

double share(qint64 bytes, qint64 most)
{
    return double(bytes) / double(std::max<qint64>(1, most));
}

qint64 keptBytes()
{
    const auto reserve = imaging::VoxelReserve::held();
    return reserve ? reserve->bytes() : 0;
}

} // namespace

CacheMeter::CacheMeter(std::shared_ptr<FrameCache> cache, DayPrefetch *prefetch, QWidget *parent)
    : ThemedWidget(QAccessible::ProgressBar, parent)
    , m_cache(std::move(cache))
    , m_prefetch(prefetch)
{
    if (prefetch)
        connect(prefetch, &DayPrefetch::changed, this, &CacheMeter::retheme);
    setObjectName(QStringLiteral("imaging.memory"));
    connect(&m_look, &QTimer::timeout, this, &CacheMeter::follow);
    follow();
}

QSize CacheMeter::sizeHint() const
{
    const QFontMetrics metrics(typeFont(ui::Type::Small));
    return {metrics.horizontalAdvance(QStringLiteral("8888 MB")), metrics.height() + kBar};
}

QString CacheMeter::text() const
{
    QStringList lines{
        tr("Images in memory: %1 of %2 MB").arg(megabytes(m_cache->bytes()), megabytes(m_cache->maxBytes()))};
    if (const auto volumes = imaging::voxelsInUse(); volumes > 0)
        lines.append(
            tr("Volumes in memory: %1 of %2 MB").arg(megabytes(volumes), megabytes(VolumeStage::kMostBytes)));
    if (const auto kept = keptBytes(); kept > 0)
        lines.append(tr("Memory kept for the next planes: %1 of %2 MB")
                         .arg(megabytes(kept), megabytes(imaging::VoxelReserve::kMostBytes)));
    if (m_prefetch && !m_prefetch->text().isEmpty())
        lines.append(m_prefetch->text());
    return lines.join(u'\n');
}

void CacheMeter::retheme()
{
    m_bytes = -1;
    follow();
}

void CacheMeter::follow()
{
    const auto volumeBytes = imaging::voxelsInUse();
    if (m_bytes == m_cache->bytes() && m_volumeBytes == volumeBytes && m_keptBytes == keptBytes())
        return;
    m_bytes = m_cache->bytes();
    m_volumeBytes = volumeBytes;
    m_keptBytes = keptBytes();
    setAccessibleName(text());
    setToolTip(ui::plainToolTip(text()));
    update();
}

void CacheMeter::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    m_look.start(kLookMs);
    follow();
}

void CacheMeter::hideEvent(QHideEvent *event)
{
    ThemedWidget::hideEvent(event);
    m_look.stop();
}

void CacheMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(typeFont(ui::Type::Small));
    painter.setPen(tokens().colours.secondary);
    painter.drawText(rect().adjusted(0, 0, 0, -kBar), Qt::AlignHCenter | Qt::AlignVCenter,
                     megabytes(m_bytes + m_volumeBytes) + QStringLiteral(" MB"));
    const QRect bar(0, height() - kBar, width(), kBar);
    painter.fillRect(bar, tokens().colours.outline);
    const double part = std::min(
        1.0, std::max(share(m_bytes, m_cache->maxBytes()), share(m_volumeBytes, VolumeStage::kMostBytes)));
    painter.fillRect(QRect(bar.topLeft(), QSize(int(bar.width() * part), kBar)), tokens().colours.secondary);
    if (m_prefetch && m_prefetch->isAtWork())
        painter.fillRect(bar.left(), bar.bottom(), bar.width(), 1, tokens().colours.accent);
}

} // namespace simiao::viewer
