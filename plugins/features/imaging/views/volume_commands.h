#pragma once

#include "imaging/models/fusion_stage.h"

#include <QAction>
#include <QKeySequence>

#include <array>
#include <functional>

class QKeyEvent;
class QMenu;

namespace simiao::viewer {

class PlaneView;

/// Everything a key does to the planes of a volume, as actions whose object names are the stable command ids. Their keys are
/// taken by the planes themselves and are nobody else's while one of them has the focus: the panel below has the same letters.
class VolumeCommands : public QObject
{
    Q_OBJECT

public:
    /// \param stage, fusion, planes  not owned
    VolumeCommands(VolumeStage *stage,
                   FusionStage *fusion,
                   const std::array<PlaneView *, 3> &planes,
                   QObject *parent = nullptr);

    /// For a row of buttons.
    QList<QAction *> shown() const;
    QAction *close() const { return m_close; }
    QAction *enlarge() const { return m_enlarge; }
    /// Worth a line in the command palette.
    QList<QAction *> all() const { return m_all; }

    /// The plane that keys go to: where the focus was last.
    PlaneView *current() const { return m_current; }
    void setCurrent(PlaneView *plane) { m_current = plane; }

    /// The key is one of ours, or a letter that would do something to slices nobody sees.
    bool wants(const QKeyEvent &event) const;
    /// False where it does nothing.
    bool run(const QKeyEvent &event);

    void retranslate();

private:
    QAction *make(const char *id, const QList<QKeySequence> &keys, const std::function<void()> &run);
    void makeSlab();
    void makeMoves();
    void step(int steps);
    void turn(double degrees);
    void shift(double columns, double rows);
    void setLengthPoint();
    void chooseLength(bool isChosen);
    void follow();
    void popUp();

    VolumeStage *m_stage;
    FusionStage *m_fusion;
    std::array<PlaneView *, 3> m_planes;
    PlaneView *m_current;
    QList<QAction *> m_all;
    QList<QAction *> m_modes;
    QList<QAction *> m_thicknesses;
    QMenu *m_menu;
    QAction *m_slab;
    QAction *m_nextMode;
    QAction *m_thinner;
    QAction *m_thicker;
    QAction *m_length;
    QAction *m_removeLength;
    QAction *m_overlay;
    QAction *m_clearer;
    QAction *m_denser;
    QAction *m_fit;
    QAction *m_reset;
    QAction *m_enlarge;
    QAction *m_close;
};

} // namespace simiao::viewer
