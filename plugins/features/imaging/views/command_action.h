#pragma once

#include <QAction>
#include <QKeySequence>

#include <functional>

namespace simiao::viewer {

/// An action whose object name is the stable id of its command. Its keys are the viewport's alone until a panel widens them:
/// lists beside it need arrow keys of their own.
QAction *commandAction(QObject *owner,
                       const QString &id,
                       const QList<QKeySequence> &keys,
                       const std::function<void()> &run = {});

} // namespace simiao::viewer
