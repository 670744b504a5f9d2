#pragma once

#include "imaging/views/series_tiles.h"

#include <QListView>

namespace simiao::viewer {

/// The patient's series as small pictures in a row. Arrow keys choose, Enter or a click shows the series in the active viewport,
/// dragging puts it into another.
class SeriesStrip : public QListView
{
    Q_OBJECT

public:
    explicit SeriesStrip(SeriesTiles *tiles, QWidget *parent = nullptr);

    /// The tile of the series in the active viewport.
    void choose(int row);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    /// To be shown in the active viewport.
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

} // namespace simiao::viewer
