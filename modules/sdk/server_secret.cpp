#include "sdk/server_secret.h"

namespace simiao::sdk {

ServerSecret::~ServerSecret() = default; // here, so that there is one vtable for host and plugins

} // namespace simiao::sdk
