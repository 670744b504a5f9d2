#pragma once

#include "integration/http/message.h"

namespace simiao::http {

/// What an answer's status means for whoever asked; ok for 2xx.
/// \returns Forbidden `http.refused` (401, 403, 407); NotFound `http.not-found` (404, 410); Conflict `http.conflict` (409, 412);
///          Unavailable `http.busy` (408, 425, 429, 503), `http.server` (other 5xx); Invalid `http.redirected` (3xx),
///          `http.request` (other 4xx). `detail` is "<status> <origin>", never what the server wrote
Result<void> accepted(const Response &response, const QUrl &url);

/// How long the server asks to be left alone (Retry-After in seconds); nothing where it does not say or says a date.
std::optional<std::chrono::seconds> retryAfter(const Response &response);

} // namespace simiao::http
