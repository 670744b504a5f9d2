#pragma once

#include "imaging/models/fusion_stage.h"
#include "imaging/models/volume_stage.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/state_view.h"

#include <QThreadPool>

#include <array>

class QGridLayout;

namespace simiao::viewer {

class ActionRow;
class PlaneView;
class VolumeCommands;

/// A series as a volume in three linked planes, in place of the viewport. It loads when it is made and lets go of the volume when
/// it goes.
class VolumeView : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)
    Q_PROPERTY(QString slabText READ slabText)
    Q_PROPERTY(QString windowText READ windowText)
    Q_PROPERTY(bool isLoaded READ isLoaded)

public:
    /// \param stack  whose series and window these are, not owned  \param mrn  of the visit's patient
    /// \param series  all of the patient's, for what may lie over this one
    VolumeView(std::shared_ptr<workflow::ImageSource> source,
               ImageStack *stack,
               const QString &mrn,
               FusionStage::Series series = {},
               std::int64_t mostBytes = VolumeStage::kMostBytes,
               QWidget *parent = nullptr);

    VolumeStage *stage() const { return m_stage; }
    FusionStage *fusion() const { return m_fusion; }
    VolumeCommands *commands() const { return m_commands; }
    PlaneView *plane(PlaneKind kind) const { return m_planes[static_cast<std::size_t>(kind)]; }

    /// What is shown in words: the state, else the planes.
    QString text() const;
    QString slabText() const;
    QString windowText() const;
    /// All planes are painted as fine as the screen.
    bool isLoaded() const;

Q_SIGNALS:
    /// Somebody wants back to the slices.
    void closed();

protected:
    void retheme() override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wire();
    void layOut();
    void arrange();
    void fitScale();
    void follow();
    void tellWarnings();
    void showState();
    ui::ViewState state() const;
    void actOnState();

    std::shared_ptr<QThreadPool> m_pool;
    VolumeStage *m_stage;
    FusionStage *m_fusion;
    std::array<PlaneView *, 3> m_planes;
    VolumeCommands *m_commands;
    QWidget *m_area;
    QGridLayout *m_grid;
    ui::NoticeLine *m_warning;
    QWidget *m_warningBox;
    ui::StateView *m_state;
    ActionRow *m_row;
    bool m_isVolumeThere = false;
};

} // namespace simiao::viewer
