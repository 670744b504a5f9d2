#include "sdk/row_moves.h"

namespace simiao::sdk {

// here, so that there is one vtable for host and plugins
RowSource::~RowSource() = default;
RowTarget::~RowTarget() = default;

} // namespace simiao::sdk
