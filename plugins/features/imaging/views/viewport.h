#pragma once

#include "imaging/models/chest_wall.h"
#include "imaging/models/corner_texts.h"
#include "imaging/models/image_stack.h"
#include "imaging/models/measured_texts.h"
#include "imaging/models/scale_bar.h"
#include "imaging/models/viewer_data.h"
#include "imaging/views/magnifier.h"
#include "imaging/views/measure_painter.h"
#include "imaging/views/measure_tool.h"
#include "imaging/views/picture.h"
#include "imaging/views/placement.h"
#include "imaging/views/plane_layer.h"
#include "imaging/views/view_marks.h"
#include "ui/widgets/themed_widget.h"

#include <QMap>
#include <QSet>

namespace simiao::viewer {

class LabelEditor;

/// How a presentation state lays a picture down.
struct Arrangement
{
    imaging::Turn turn;
    std::optional<imaging::DisplayedArea> area; ///< nothing: the whole picture

    bool operator==(const Arrangement &) const = default;
};

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
    Q_PROPERTY(QString noteText READ noteText)
    Q_PROPERTY(QString presentationText READ presentationText)
    Q_PROPERTY(bool isLoaded READ isLoaded)

public:
    /// \param stack, book  shown, not owned, \param mrn  of the visit's patient
    /// \param data  corners and names of windows; null: the usual corners, no names
    Viewport(ImageStack *stack,
             MeasurementBook *book,
             const QString &mrn,
             std::shared_ptr<const ViewerData> data = nullptr,
             QWidget *parent = nullptr);

    MeasureTool *tool() const { return m_tool; }
    const ImageMapping &mapping() const { return m_mapping; }

    /// Which of the patient's series this is. \param index  from 0
    void setSeriesPosition(int index, int count);

    /// As the presentation state of its stack wants the pictures laid down, which nobody moved, zoomed or turned since.
    bool isAsStated() const;

    /// The whole picture.
    void fit();
    /// As wide as the view.
    void fitWidth();
    /// A millimetre of the body is one on the screen; says so where image or screen do not know.
    void showTrueSize();
    /// A column of the picture is a pixel of the screen: nothing between them is left out or made up.
    void showPixels();
    /// About the middle of the view.
    void zoomBy(double factor);
    /// Moves the picture, px of the view.
    void panBy(const QPointF &by);
    const imaging::Turn &turn() const { return m_turn; }
    void setTurn(const imaging::Turn &turn);
    /// Lays mammograms with the chest wall at this edge, until another series is shown or somebody turns them.
    void setChestWall(std::optional<ChestWall> wall);
    /// The whole picture as the image, or the presentation state applied to it, has it; without magnifier.
    void resetView();

    bool isMagnified() const { return m_magnifier.isOn(); }
    /// Under the pointer, else in the middle.
    void setMagnified(bool isMagnified);
    /// Overlay planes of the image.
    bool areOverlaysShown() const { return m_areOverlaysShown; }
    void setOverlaysShown(bool areShown);
    /// Calibrated regions of an ultrasound picture; while something is measured on one they are seen in any case.
    bool areRegionsShown() const { return m_areRegionsShown; }
    void setRegionsShown(bool areShown);
    /// What others say about this picture.
    void setMarks(const ViewMarks &marks);
    const ViewMarks &marks() const { return m_marks; }
    /// Slices of the stack that somebody marked as key images, from 0.
    void setKeySlices(const QSet<int> &slices);
    const QSet<int> &keySlices() const { return m_keySlices; }
    /// The next click on the picture, or Enter, names a place instead of drawing.
    void setPointing(bool isPointing);
    bool isPointing() const { return m_isPointing; }
    /// Why the viewport shows what it shows; each stays until it is said otherwise. \param words  empty: nothing to say
    enum class Status { Prior, Sync, Cine };
    void setStatus(Status status, const QString &words);
    QString statusText(Status status) const { return m_status.value(status); }
    /// Said in the view until something else is done.
    void say(const QString &note);
    /// Someone else shows where the focus is.
    void setFramed(bool isFramed);

    /// As it is written in the corners.
    CornerTexts corners() const;
    QString middleText() const;
    std::vector<QRectF> wordBoxes() const;
    /// Everything written over the picture.
    QString text() const;
    /// Which presentation state is applied, by whom, and what of it is not; empty without one.
    QString presentationText() const;
    QString sliceText() const;
    QString windowText() const;
    QString seriesText() const;
    QString zoomText() const;
    /// Every measurement on the slice in words, the selected one first.
    QString measureText();
    /// What say() said last.
    QString noteText() const { return m_note; }
    bool isLoaded() const { return m_stack->isLoaded(); }

    QSize sizeHint() const override { return {480, 480}; }
    QSize minimumSizeHint() const override { return {80, 60}; }

Q_SIGNALS:
    /// A place of the picture was named while isPointing().
    void pointed(const simiao::imaging::ImagePoint &at);
    /// Two clicks that mean neither a measurement nor a tool.
    void doubleClicked();
    /// The wheel was turned over it, with the focus elsewhere.
    void wheeled();

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
    enum class Drag { None, Window, Pan, Measure, Point };

    void follow();
    void setSpaceHeld(bool isHeld);
    void showCursor();
    void attachTool();
    void updateMapping();
    void followChestWall();
    Placement whole() const;
    void followPresentation();
    void placeArea();
    std::vector<imaging::OverlayPlane> shownOverlays() const;
    std::optional<PictureFraming> framing() const;
    imaging::DisplayedArea area() const;
    std::optional<QRectF> statedPart() const;
    imaging::PlacedArea placedArea() const;
    QStringList presentationLines() const;
    void paintPresentation(QPainter &painter) const;
    bool isReplaced(const imaging::Measurement &measurement) const;
    void followTool();
    void revealCross();
    void describe();
    std::vector<DrawnMeasurement> drawn();
    MeasureScene measureScene();
    void paintMeasures(QPainter &painter);
    void paintCalibration(QPainter &painter) const;
    QString presetText() const;
    QRectF target() const { return m_placement.target(size(), m_picture.extent()); }
    /// Device pixels for one column of the image.
    double scale() const;
    bool isTrueSize() const;
    /// Of the corners: smaller where a larger one would leave no whole words.
    QFont cornerFont() const;
    std::optional<ScaleBar> bar() const;
    void paintWords(QPainter &painter);
    void point(const QPointF &at);

    ImageStack *m_stack;
    MeasureTool *m_tool;
    LabelEditor *m_editor;
    MeasuredTexts m_texts;
    ImageMapping m_mapping;
    QString m_mrn;
    std::shared_ptr<const ViewerData> m_data;
    int m_seriesIndex = 0;
    int m_seriesCount = 1;
    Picture m_picture;
    QString m_seriesUid;
    Placement m_placement;
    imaging::Turn m_turn;
    std::optional<ChestWall> m_chestWall;
    imaging::Turn m_laidTurn;                 ///< by the chest wall
    int m_laidSlice = -1;                     ///< that was turned so
    std::optional<Arrangement> m_arrangement; ///< by the presentation state that is applied
    /// Where that put the picture; nobody moved it while m_placement is the same.
    std::optional<Placement> m_stated;
    PlaneLayer m_planes;
    bool m_areOverlaysShown = true;
    bool m_areRegionsShown = false;
    Magnifier m_magnifier;
    ViewMarks m_marks;
    QSet<int> m_keySlices;
    QMap<Status, QString> m_status;
    QString m_note;
    int m_notedSlice = -1; ///< on which it was said
    bool m_isFramed = false;
    bool m_isPointing = false;
    Drag m_drag = Drag::None;
    bool m_isSpaceHeld = false;
    bool m_isOverLabel = false;
    QPoint m_dragFrom;
    imaging::VoiWindow m_dragWindow; ///< when the drag began
    int m_wheelRest = 0;             ///< eighths of a degree that are no whole notch yet
};

} // namespace simiao::viewer
