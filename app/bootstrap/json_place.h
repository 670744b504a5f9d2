#pragma once

#include "domain/base/json_place.h"

namespace simiao::bootstrap {

using simiao::JsonPlace;
using simiao::readList;

} // namespace simiao::bootstrap
