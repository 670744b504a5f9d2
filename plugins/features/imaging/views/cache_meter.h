#pragma once

#include "imaging/models/frame_cache.h"
#include "ui/widgets/themed_widget.h"

#include <QTimer>

namespace simiao::viewer {

/// How full the memory for images is, as a small bar; its tool tip tells the bytes and the limit.
class CacheMeter : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit CacheMeter(std::shared_ptr<FrameCache> cache, QWidget *parent = nullptr);

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
    qint64 m_bytes = -1;
};

} // namespace simiao::viewer
