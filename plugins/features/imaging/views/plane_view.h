#pragma once

#include "imaging/models/fusion_stage.h"
#include "imaging/models/plane_renderer.h"
#include "imaging/models/volume_stage.h"
#include "imaging/views/picture.h"
#include "imaging/views/plane_painter.h"
#include "ui/widgets/themed_widget.h"

namespace simiao::viewer {

/// One plane of a volume, with the lines where the others cut it. A line is dragged to move its plane, by its grips to turn it, by
/// the cross to move all; elsewhere a drag changes the window. The wheel goes through the volume, Ctrl and the wheel zoom, the
/// middle button moves the picture, a double click puts the cross there. Keys are actions of VolumeCommands.
class PlaneView : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)
    Q_PROPERTY(QString planeText READ planeText)
    Q_PROPERTY(QString edgeText READ edgeText)
    Q_PROPERTY(QString measureText READ measureText)
    Q_PROPERTY(bool isLoaded READ isLoaded)

public:
    /// \param stage, fusion  not owned
    PlaneView(VolumeStage *stage,
              FusionStage *fusion,
              PlaneKind kind,
              std::shared_ptr<QThreadPool> pool,
              const QString &mrn,
              QWidget *parent = nullptr);

    PlaneKind kind() const { return m_kind; }
    /// Of a volume that fits. \param mm  for a pixel of the view
    void setFitScale(double mm);
    /// How places of the patient lie on this view.
    PlaneLens lens() const;

    /// A length: the next two points are its ends.
    void chooseLength(bool isChosen);
    bool isMeasuring() const { return m_isMeasuring; }
    /// Of the length that is being drawn; the cross for keys.
    void setPoint(const imaging::Vector3 &place);

    QString text() const;
    QString planeText() const;
    QStringList doubts() const;
    /// "R L A P": left, right, top, bottom.
    QString edgeText() const;
    QString measureText() const;
    /// A picture of the plane as it stands, as fine as the screen.
    bool isLoaded() const { return m_frame && m_renderer->isIdle() && m_fusionRenderer->isIdle(); }
    const FramePtr &frame() const { return m_frame; }

    QSize minimumSizeHint() const override { return {120, 100}; }
    QSize sizeHint() const override { return {300, 300}; }
    /// What is written over the picture.
    CornerTexts corners() const;

Q_SIGNALS:
    /// Both ends of a length are set: the tool is put away.
    void measured();

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Cross, Move, Turn, Window, Pan };
    /// What lies under the pointer: the cross, a line or its grip.
    struct Grip
    {
        Drag drag = Drag::None;
        PlaneKind other = PlaneKind::Axial;

        bool operator==(const Grip &) const = default;
    };

    void follow();
    void ask();
    void take(FramePtr frame, const PlaneLens &lens, double pixels);
    void askFusion();
    void takeFusion(const FramePtr &frame, const PlaneLens &lens, double pixels);
    void colourFusion();
    void paintFusion(QPainter &painter);
    void paintFusionScale(QPainter &painter) const;
    void addFusionTexts(CornerTexts &texts) const;
    QString slabLine() const;
    void reveal();
    Grip gripAt(const QPointF &at) const;
    void dragCross(const QPointF &at);
    void showGrip(const Grip &grip);
    PlaneScene scene() const;
    std::vector<DrawnLength> lengths(const PlaneLens &lens) const;
    bool isOnPlane(const VolumeLength &length) const;

    VolumeStage *m_stage;
    FusionStage *m_fusion;
    PlaneKind m_kind;
    PlaneRenderer *m_renderer;
    PlaneRenderer *m_fusionRenderer;
    QString m_mrn;
    double m_fitMm = 1;
    QPointF m_panMm; ///< along rows and columns
    PlaneLens m_asked;
    imaging::Slab m_askedSlab;
    bool m_hasAsked = false;
    FramePtr m_frame;
    Picture m_picture;
    PlaneLens m_frameLens;
    double m_framePixels = 1;
    FramePtr m_fusionFrame; ///< null while nothing lies over the picture
    PlaneLens m_fusionLens;
    double m_fusionPixels = 1;
    PlaneLens m_fusionAsked;
    imaging::Slab m_fusionSlab;
    QImage m_fusionImage;
    imaging::VolumePtr m_fusionVolume; ///< that was asked for last
    bool m_isMeasuring = false;
    std::optional<imaging::Vector3> m_lengthFrom;
    QPointF m_pointer;
    Grip m_grip; ///< under the pointer, or held
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    VolumePlanes m_dragPlanes;
    imaging::VoiWindow m_dragWindow;
    int m_wheelRest = 0;
};

} // namespace simiao::viewer
