#pragma once

#include "sdk/desk.h"

namespace simiao::viewer {

class Hanging;
class ViewportScreens;

/// How this person lays images out, and on which screen viewports stand: read from her settings, and kept there when it changes.
class KeptChoices : public QObject
{
    Q_OBJECT

public:
    /// \param desk, hanging, screens  not owned
    KeptChoices(sdk::Desk *desk, Hanging *hanging, ViewportScreens *screens, QObject *parent);

private:
    void keep(const QString &setting, const QString &value);

    sdk::Desk *m_desk;
};

} // namespace simiao::viewer
