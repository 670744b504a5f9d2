#include "sdk/server_proof.h"

namespace simiao::sdk {

ServerProof::~ServerProof() = default; // here, so that there is one vtable for host and plugins

} // namespace simiao::sdk
