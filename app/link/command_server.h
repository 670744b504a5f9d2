#pragma once

#include "cli/call.h"
#include "link/profile_link.h"

#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace simiao::link {

/// Opens a window of its own, such as "waiting-room".
using DisplayOpener = std::function<Result<void>(const QString &name)>;

/// Answers simiao-cli inside the workstation that has the profile open, so that both work on the one connection there is.
/// \thread  GUI
class CommandServer : public QObject
{
    Q_OBJECT

public:
    /// \param graph  outlives the server
    CommandServer(const bootstrap::ApplicationGraph *graph, QObject *parent = nullptr);

    /// \returns `link.listen` (Unavailable): the commands cannot reach this workstation then; it works all the same
    Result<void> listen();
    /// Who opens the windows that are asked for. Without, there are none.
    void setDisplays(DisplayOpener open) { m_openDisplay = std::move(open); }

private:
    void accept();
    void read(QLocalSocket *socket);
    void answer(QLocalSocket *socket, const Request &request);
    Reply openDisplay(const QString &name) const;
    void run(QLocalSocket *socket, const Request &request);

    const bootstrap::ApplicationGraph *m_graph;
    QLocalServer m_server;
    DisplayOpener m_openDisplay;
};

} // namespace simiao::link
