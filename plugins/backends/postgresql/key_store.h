#pragma once

#include "server_address.h"

namespace simiao::postgresql {

/// The password of a server's log-in in the key store of the system (Secret Service or KWallet, on Windows its credentials), so that it
/// stands in no file. Of whoever runs the program: a computer on which nobody is logged in has none that answers.
/// \thread  any; blocks until the store has answered, at most 20 s, since somebody may have to unlock it

/// What the entry of an address is called there: "LOGIN@HOSTS/DATABASE".
QString keyNameOf(const ServerAddress &address);
/// \returns NotFound `server.key-store-empty` (the name); Unavailable `server.key-store` with what the system says
Result<QString> keptPassword(const ServerAddress &address);
/// In place of the one before. \returns Unavailable `server.key-store`
Result<void> keepPassword(const ServerAddress &address, const QString &password);

} // namespace simiao::postgresql
