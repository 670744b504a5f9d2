#pragma once

#include "sdk/desk.h"

namespace simiao::viewer {

class Hanging;
class ScreenCalibration;
class ViewportScreens;

/// How this person lays images out, on which screen viewports stand and how large screens are: read from her settings, and kept there when it changes.
class KeptChoices : public QObject
{
    Q_OBJECT

public:
    /// \param desk, hanging, screens, calibration  not owned
    KeptChoices(sdk::Desk *desk,
                Hanging *hanging,
                ViewportScreens *screens,
                ScreenCalibration *calibration,
                QObject *parent);

private:
    void keep(const QString &setting, const QString &value);

    sdk::Desk *m_desk;
};

} // namespace simiao::viewer
