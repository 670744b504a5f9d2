#pragma once

#include "imaging/models/image_stack.h"
#include "imaging/models/measurement_book.h"
#include "imaging/views/image_mapping.h"
#include "imaging/views/label_layout.h"

#include <functional>

class QKeyEvent;

namespace simiao::viewer {

/// Draws and changes measurements on the slice that is shown: which tool is chosen, which points are set, what is selected and
/// what is held. Pointer and keys do the same through it. A tool is for one measurement; then it is put away. \thread GUI
class MeasureTool : public QObject
{
    Q_OBJECT

public:
    /// \param stack, book  not owned
    MeasureTool(ImageStack *stack, MeasurementBook *book, QObject *parent = nullptr);

    /// To be told before each event and painting. \param visible  the view's rectangle
    void setMapping(const ImageMapping &mapping, const QRectF &visible);
    /// \param places  tells where the words on this slice are seen now
    void setLabels(std::function<std::vector<LabelPlace>()> places) { m_labels = std::move(places); }

    /// Nothing while no tool is chosen.
    std::optional<imaging::MeasurementKind> kind() const { return m_kind; }
    /// Chosen again it is put away. Nothing happens while no picture is shown.
    void choose(imaging::MeasurementKind kind);
    /// What is being drawn, with the point under the cross as its last.
    std::optional<imaging::Measurement> pending() const;
    /// Where keys set the next point.
    const imaging::ImagePoint &cross() const { return m_cross; }
    const std::vector<imaging::Measurement> &shown() const;
    /// Id of the selected measurement, empty for none.
    const QString &selected() const { return m_selected; }
    /// Index of the point of the selected one that is held, -1 for none.
    int grabbed() const { return m_grabbed; }

    /// The words on this slice where they are seen now.
    std::vector<LabelPlace> labels() const;
    /// The words of the selected one are moved, by keys or the pointer.
    bool isLabelHeld() const { return m_isLabelHeld || m_dragged == Hold::Label; }
    /// Somebody put the words of the selected one where they are.
    bool isLabelMoved() const;
    /// Arrow keys move the words of the selected one, until Enter, or Escape, which takes them back; again: lets go.
    void holdLabel();
    /// The words of the selected one stand again where there is room.
    void freeLabel();
    /// Words could be taken hold of there.
    bool isOverLabel(const QPointF &at) const { return !m_kind && labelUnder(at).has_value(); }

    bool canUndo() const { return m_image && m_book->page(*m_image).canUndo(); }
    bool canRedo() const { return m_image && m_book->page(*m_image).canRedo(); }
    void undo();
    void redo();
    void removeSelected();
    /// Asks for the words of the selected one.
    void rename();
    /// The next or previous one on this slice. \returns false past the last: the focus goes on
    bool selectNext(bool isForward);
    /// The words for what wordsWanted() asked; empty words drop a new text and clear an old label.
    void takeWords(const QString &words);

    /// What pointer and keys do; true where the event is the tool's.
    bool press(const QPointF &at);
    bool move(const QPointF &at);
    bool release(const QPointF &at);
    bool doubleClick(const QPointF &at);
    bool wants(const QKeyEvent &event) const;
    void key(const QKeyEvent &event);

Q_SIGNALS:
    /// Something that is seen changed.
    void changed();
    /// \param at  place in the picture, \param words  that are there now
    void wordsWanted(const simiao::imaging::ImagePoint &at, const QString &words);
    /// The cross moved by keys: it should be in sight.
    void crossMoved();

private:
    void follow();
    void putAway();
    void deselect();
    /// As it is seen, by pixels of the picture.
    void stepCross(double right, double down);
    void setPoint(const imaging::ImagePoint &point);
    void finish();
    bool closesPolygon(const imaging::ImagePoint &point) const;
    const imaging::Measurement *selectedItem() const;
    void grab(int index);
    void moveGrabbed(const imaging::ImagePoint &to);
    void moveWhole(const imaging::ImagePoint &to);
    void letGo();
    bool takeHold(const QPointF &at);
    bool takePoint(const std::vector<imaging::Measurement> &of, const QPointF &at);
    bool takeLabel(const QPointF &at);
    std::optional<LabelPlace> labelUnder(const QPointF &at) const;
    std::optional<QRectF> selectedLabel() const;
    void dragLabel(const QPointF &at);
    /// \param centre  in the view
    void moveLabel(const QPointF &centre);
    void setLabelAt(const std::optional<imaging::ImagePoint> &at, int gesture);
    bool keyWhileDrawing(const QKeyEvent &event);
    bool keyWhileHolding(const QKeyEvent &event);
    bool keyWhileHoldingLabel(const QKeyEvent &event);
    bool keyWhileSelected(const QKeyEvent &event);

    enum class Hold { None, Point, Whole, Label };

    ImageStack *m_stack;
    MeasurementBook *m_book;
    ImageMapping m_mapping;
    QRectF m_visible;
    std::function<std::vector<LabelPlace>()> m_labels;
    std::optional<ImageKey> m_image; ///< of the slice that is shown
    std::optional<imaging::MeasurementKind> m_kind;
    std::vector<imaging::ImagePoint> m_points; ///< set so far
    imaging::ImagePoint m_cross;
    QString m_selected;
    int m_grabbed = -1;
    int m_gesture = 0;
    Hold m_dragged = Hold::None;
    std::optional<QPointF> m_pressed; ///< where the pointer set the last point, while it is down
    imaging::ImagePoint m_dragFrom;
    bool m_isLabelHeld = false;                    ///< by keys
    std::optional<imaging::ImagePoint> m_labelWas; ///< when it was taken hold of
    QPointF m_labelGrip;                           ///< from the pointer to the middle of the words
    QPointF m_labelPressed;
    bool m_isLabelDragged = false; ///< further than a click
    imaging::Measurement m_worded; ///< what the words asked for belong to
    std::optional<ImageKey> m_wordedImage;
};

} // namespace simiao::viewer
