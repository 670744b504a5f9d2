#pragma once

#include "bootstrap/profile.h"
#include "core/json.h"

namespace simiao::link {

/// Name of the local socket at which the owner of a profile listens: a file of the profile, or, where its path is too long for
/// a socket, a name made of the path in the folder of the session.
QString socketName(const bootstrap::ProfileFolders &folders);

/// What is asked of the owner: one JSON document on one line. Only the account that runs it can open the socket.
struct Request
{
    QStringList arguments; ///< as of simiao-cli, with the program's name
    QString folder;        ///< working folder of who asks
    QString password;
    QString newPassword;
    QString display; ///< a window to be opened, instead of a command: waiting-room
};

/// What came of it.
struct Reply
{
    int exitCode = 0;
    QByteArray out;
    QByteArray err;
};

Json toJson(const Request &request);
/// Invalid `link.request` when it is none.
Result<Request> requestFromJson(const Json &json);
Json toJson(const Reply &reply);
Result<Reply> replyFromJson(const Json &json);

/// Asks the owner of the profile and waits for the answer. NotFound `link.nobody` when nobody listens;
/// Unavailable `link.lost` when the owner ended in between.
/// \thread  blocks: for programs without a window
Result<Reply> askOwner(const bootstrap::ProfileFolders &folders, const Request &request);

} // namespace simiao::link
