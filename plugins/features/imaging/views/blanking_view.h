#pragma once

#include "imaging/views/image_mapping.h"
#include "imaging/views/picture.h"
#include "ui/widgets/themed_widget.h"
#include "workflow/ports/image_export.h"

#include <optional>

namespace simiao::viewer {

/// A picture as it will go out, on which parts are drawn that shall be black: by dragging, or with keys: arrows move the cross, Enter
/// sets one corner, then the other, Escape drops it, Delete removes. Wheel, Page Up and Page Down leaf.
class BlankingView : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit BlankingView(QWidget *parent = nullptr);

    /// A null frame: there is none, and `why` says so.
    void setPicture(const std::shared_ptr<const imaging::Frame> &frame,
                    const imaging::GreyDisplay &display,
                    const QString &why = {});
    /// What is black in this picture. \param selected  index of the one that stands out; -1: none
    void setAreas(const std::vector<workflow::PictureArea> &areas, int selected);

    /// As painted: black where areas are.
    const QImage &image() const { return m_picture.image(); }
    const ImageMapping &mapping() const { return m_mapping; }
    /// Column and row under the cross.
    QPoint cross() const { return m_cross; }

    QSize sizeHint() const override { return {480, 420}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

Q_SIGNALS:
    void drawn(const simiao::workflow::PictureArea &area);
    /// Clicked on. \param index  of the areas; -1: beside all of them
    void picked(int index);
    /// Delete was pressed with the cross on it, as picked().
    void removalWanted(int index);
    void leafed(int by);

protected:
    void retheme() override { describe(); }
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void render();
    void place();
    void describe();
    void paintOutlines(QPainter &painter) const;
    bool wants(int key) const;
    QPoint pixelAt(const QPointF &at) const;
    QRectF boxOf(const workflow::PictureArea &area) const;
    std::optional<workflow::PictureArea> pending() const;
    int areaAt(const QPoint &pixel) const;
    void setCorner();
    void moveCross(const QPoint &by);

    std::shared_ptr<const imaging::Frame> m_frame;
    imaging::GreyDisplay m_display;
    QString m_why;
    Picture m_picture;
    ImageMapping m_mapping;
    QRectF m_target;
    std::vector<workflow::PictureArea> m_areas;
    int m_selected = -1;
    QPoint m_cross;
    std::optional<QPoint> m_corner;   ///< that was set first
    std::optional<QPointF> m_pressed; ///< in the view
};

} // namespace simiao::viewer
