#pragma once

#include "imaging/models/fusion_stage.h"
#include "imaging/models/volume_journal.h"
#include "imaging/volume/voxel_reserve.h"

#include <QAction>
#include <QPointer>

class QVBoxLayout;
class QWidget;

namespace simiao::sdk {
class Visit;
}

namespace simiao::viewer {

class ActiveView;
class VolumeView;

/// Puts the planes of the series that is shown in the place of what shows its slices, and back; what is measured there is kept.
class VolumeOpener : public QObject
{
    Q_OBJECT

public:
    /// \param visit, active  not owned; what is worked with  \param series  all of the patient's
    VolumeOpener(const sdk::Visit *visit, ActiveView *active, FusionStage::Series series, QObject *parent);

    /// \param column  the panel's; the planes stand where the first of `slices` does  \param slices  what is hidden meanwhile
    void setPlace(QVBoxLayout *column, const QList<QWidget *> &slices);

    QAction *action() const { return m_action; }
    void retranslate();

private:
    void open();
    void close();
    void follow();
    void keepLengths();

    sdk::Desk *m_desk;
    ActiveView *m_active;
    QString m_mrn;
    VolumeJournal m_journal;
    FusionStage::Series m_listed;
    QVBoxLayout *m_column = nullptr;
    QList<QWidget *> m_slices;
    QList<QWidget *> m_hidden; ///< of those, what was to be seen
    QAction *m_action;
    QPointer<VolumeView> m_view;
    /// While a panel is open, planes of the next series stand in the memory of the last.
    std::shared_ptr<imaging::VoxelReserve> m_reserve = imaging::VoxelReserve::hold();
    QString m_series;
};

} // namespace simiao::viewer
