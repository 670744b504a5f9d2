#include "sdk/server_copies.h"

namespace simiao::sdk {

ServerCopies::~ServerCopies() = default; // here, so that there is one vtable for host and plugins

} // namespace simiao::sdk
