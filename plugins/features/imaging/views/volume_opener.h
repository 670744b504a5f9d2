#pragma once

#include "imaging/models/fusion_stage.h"

#include <QAction>
#include <QPointer>

class QVBoxLayout;
class QWidget;

namespace simiao::sdk {
class Desk;
}

namespace simiao::viewer {

class ActiveView;
class VolumeView;

/// Puts the planes of the series that is shown in the place of what shows its slices, and back.
class VolumeOpener : public QObject
{
    Q_OBJECT

public:
    /// \param active  what is worked with; not owned  \param mrn  of the visit's patient
    /// \param series  all of the patient's
    VolumeOpener(sdk::Desk *desk,
                 ActiveView *active,
                 const QString &mrn,
                 FusionStage::Series series,
                 QObject *parent);

    /// \param column  the panel's; the planes stand where the first of `slices` does  \param slices  what is hidden meanwhile
    void setPlace(QVBoxLayout *column, const QList<QWidget *> &slices);

    QAction *action() const { return m_action; }
    void retranslate();

private:
    void open();
    void close();
    void follow();

    sdk::Desk *m_desk;
    ActiveView *m_active;
    QString m_mrn;
    FusionStage::Series m_listed;
    QVBoxLayout *m_column = nullptr;
    QList<QWidget *> m_slices;
    QList<QWidget *> m_hidden; ///< of those, what was to be seen
    QAction *m_action;
    QPointer<VolumeView> m_view;
    QString m_series;
};

} // namespace simiao::viewer
