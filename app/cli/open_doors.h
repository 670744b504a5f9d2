#pragma once

#include "sdk/server_keeper.h"

namespace simiao::cli {

/// What is said to whoever keeps a server; empty where nothing is open.
QStringList wordsOf(const sdk::OpenDoors &doors);

} // namespace simiao::cli
