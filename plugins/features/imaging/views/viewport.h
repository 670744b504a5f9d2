#pragma once

#include "imaging/models/corner_texts.h"
#include "imaging/models/image_stack.h"
#include "imaging/models/measured_texts.h"
#include "imaging/views/measure_painter.h"
#include "imaging/views/measure_tool.h"
#include "imaging/views/picture.h"
#include "imaging/views/placement.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::viewer {

class LabelEditor;

/// The picture with its texts. The wheel leafs, Ctrl and the wheel zoom, dragging changes the window, the
/// middle button (or the space bar held) moves the picture. Keys are actions of ImageCommands. Where a tool is chosen, or a
/// measurement lies under the pointer, the left button and some keys are the MeasureTool's.
class Viewport : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)
    Q_PROPERTY(QString sliceText READ sliceText)
    Q_PROPERTY(QString windowText READ windowText)
    Q_PROPERTY(QString seriesText READ seriesText)
    Q_PROPERTY(QString zoomText READ zoomText)
    Q_PROPERTY(QString measureText READ measureText)
    Q_PROPERTY(bool isLoaded READ isLoaded)

public:
    /// \param stack, book  shown, not owned, \param mrn  of the visit's patient
    Viewport(ImageStack *stack, MeasurementBook *book, const QString &mrn, QWidget *parent = nullptr);

    MeasureTool *tool() const { return m_tool; }
    const ImageMapping &mapping() const { return m_mapping; }

    /// Which of the patient's series this is. \param index  from 0
    void setSeriesPosition(int index, int count);

    /// The whole picture.
    void fit();
    /// About the middle of the view.
    void zoomBy(double factor);

    /// Everything written over the picture.
    QString text() const;
    QString sliceText() const;
    QString windowText() const;
    QString seriesText() const;
    QString zoomText() const;
    /// Every measurement on the slice in words, the selected one first.
    QString measureText();
    bool isLoaded() const { return m_stack->isLoaded(); }

    QSize sizeHint() const override { return {480, 480}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool isNext) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Window, Pan, Measure };

    void follow();
    void setSpaceHeld(bool isHeld);
    void showCursor();
    void attachTool();
    void updateMapping();
    void followTool();
    void revealCross();
    void describe();
    std::vector<DrawnMeasurement> drawn();
    void paintMeasures(QPainter &painter);
    CornerTexts corners() const;
    QRectF target() const { return m_placement.target(size(), m_picture.extent()); }
    /// Device pixels for one column of the image.
    double scale() const;

    ImageStack *m_stack;
    MeasureTool *m_tool;
    LabelEditor *m_editor;
    MeasuredTexts m_texts;
    ImageMapping m_mapping;
    QString m_mrn;
    int m_seriesIndex = 0;
    int m_seriesCount = 1;
    Picture m_picture;
    QString m_seriesUid;
    Placement m_placement;
    Drag m_drag = Drag::None;
    bool m_isSpaceHeld = false;
    QPoint m_dragFrom;
    imaging::VoiWindow m_dragWindow; ///< when the drag began
    int m_wheelRest = 0;             ///< eighths of a degree that are no whole notch yet
};

} // namespace simiao::viewer
