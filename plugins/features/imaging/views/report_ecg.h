#pragma once

#include "imaging/models/ecg_page.h"
#include "ui/widgets/themed_widget.h"

class QPrinter;

namespace simiao::viewer {

/// A recording on millimetre paper, a page at a time: PageUp and PageDown leaf, + and - zoom, Left and Right go to other groups of
/// channels. A millimetre of the paper is the same along and across.
class ReportEcg : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit ReportEcg(QWidget *parent = nullptr);

    void setWaveform(std::shared_ptr<const imaging::Waveform> waveform);
    QString text() const;
    const EcgPage &page() const { return m_page; }
    void leaf(int pages);
    void chooseGroup(int by);
    void zoomBy(double factor);
    /// All pages of the group, one after the other.
    void print(QPrinter &printer) const;

    QSize sizeHint() const override { return {594, 420}; }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void show(std::size_t group, double fromSeconds);
    double pixelsPerMm() const;
    QPointF clampedOffset(const QPointF &offset) const;

    std::shared_ptr<const imaging::Waveform> m_waveform;
    EcgPage m_page;
    double m_zoom = 1; ///< 1: the page fits
    QPointF m_offset;  ///< of the page, px
    QPointF m_dragFrom;
};

} // namespace simiao::viewer
