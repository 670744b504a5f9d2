#pragma once

#include "core/error.h"

#include <curl/curl.h>

namespace simiao::http {

/// What a code of libcurl means.
/// \param origin  the server
/// \param words  libcurl's own, without addresses
/// \param isConnected  a connection was there: a clock that ran out means silence, not absence
Error errorOf(CURLcode code, const QString &origin, const QString &words, bool isConnected);

} // namespace simiao::http
