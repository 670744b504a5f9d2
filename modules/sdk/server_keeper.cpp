#include "sdk/server_keeper.h"

namespace simiao::sdk {

ServerKeeper::~ServerKeeper() = default; // here, so that there is one vtable for host and plugins

} // namespace simiao::sdk
