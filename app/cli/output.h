#pragma once

#include "core/json.h"

namespace simiao::cli {

/// One JSON document and a newline on stdout.
void print(const Json &json);
/// Text for people on stdout.
void printText(const QString &text);
/// A line on stderr.
void say(const QString &text);

/// {"ok": false, "kind", "code", "detail", "text"} on stdout, the sentence on stderr. \returns the exit code
int fail(const Error &error);

/// Which exit code an error is.
int exitCodeOf(const Error &error);

} // namespace simiao::cli
