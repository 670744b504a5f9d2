#pragma once

#include "core/error.h"

#include <QString>

namespace simiao::log {

/// Starts the log: a rotating file in `directory` (5 x 5 MB) and, for warnings, stderr. Once a directory: a start that was
/// tried again does not write every line twice.
/// Logs carry ids and codes, never names or free text of patients.
void start(const QString &directory);

void debug(const QString &message);
void info(const QString &message);
void warning(const QString &message);
void error(const QString &message);
/// The error where it is handled, once.
void error(const Error &error);

/// Writes out what is buffered.
void flush();

} // namespace simiao::log
