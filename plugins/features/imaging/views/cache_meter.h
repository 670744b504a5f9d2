#pragma once

#include "imaging/models/frame_cache.h"
#include "ui/widgets/themed_widget.h"

#include <QPointer>
#include <QTimer>

namespace simiao::viewer {

class DayPrefetch;

/// How much memory images and volumes take, over a bar that says how near the nearer of their limits is; its tool tip tells the bytes and the limit of each, the
/// memory that is kept for the next planes, and what is kept for today. While something is fetched for today the bar bears a line.
class CacheMeter : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param prefetch  what it says stands in the tool tip too; not owned, null: nothing does
    explicit CacheMeter(std::shared_ptr<FrameCache> cache,
                        DayPrefetch *prefetch = nullptr,
                        QWidget *parent = nullptr);

    QString text() const;
    QSize sizeHint() const override;

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow();

    std::shared_ptr<FrameCache> m_cache;
    QTimer m_look; ///< a meter that is repainted for every frame would take the frames' time
    QPointer<DayPrefetch> m_prefetch;
    qint64 m_bytes = -1;
    qint64 m_volumeBytes = 0;
    qint64 m_keptBytes = 0; ///< for the next planes
};

} // namespace simiao::viewer
