#pragma once

#include "ui/widgets/themed_widget.h"

#include <QPointer>

namespace simiao::viewer {

/// A place in the grid of viewports: an image viewport, or whatever else is shown in its stead (a volume, a report). It shows by
/// a frame that it is the one worked with, and takes series that are dropped on it.
class ViewportCell : public ui::ThemedWidget
{
    Q_OBJECT

public:
    /// What a dragged series is called; the data is its SeriesInstanceUID.
    static constexpr auto kSeriesMime = "application/x-simiao-series";

    enum class Frame {
        None,   ///< the only one
        Quiet,  ///< one of several
        Active, ///< the one worked with
    };

    /// \param viewport  owned
    explicit ViewportCell(QWidget *viewport, QWidget *parent = nullptr);

    /// Shows `other` in place of the viewport, and owns it; null: the viewport again. What stood there before is deleted.
    void setContent(QWidget *other);
    /// What is shown.
    QWidget *content() const;
    /// The viewport is about to stand in another window; `note`, owned, says so here until takeBack().
    void lend(QWidget *note);
    void takeBack();
    bool isLent() const { return m_isLent; }
    /// What takes keys, wherever it stands.
    QWidget *worked() const { return m_isLent ? m_viewport.data() : content(); }
    /// Whether it lies in this cell, or in its viewport wherever that stands.
    bool isAround(const QWidget *widget) const;
    void setFrame(Frame frame);

Q_SIGNALS:
    void seriesDropped(const QString &seriesInstanceUid);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void place();

    QPointer<QWidget> m_viewport; ///< it may go before its cell, with the window it stands in
    QWidget *m_other = nullptr;
    Frame m_frame = Frame::None;
    bool m_isLent = false;
};

} // namespace simiao::viewer
