#pragma once

#include "cli/call.h"
#include "link/profile_link.h"

#include <QLocalServer>
#include <QObject>

class QLocalSocket;

namespace simiao::link {

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

Q_SIGNALS:
    /// Somebody asks for a window of its own, such as "waiting-room".
    void displayRequested(const QString &name);

private:
    void accept();
    void read(QLocalSocket *socket);
    void answer(QLocalSocket *socket, const Request &request);
    void run(QLocalSocket *socket, const Request &request);

    const bootstrap::ApplicationGraph *m_graph;
    QLocalServer m_server;
};

} // namespace simiao::link
