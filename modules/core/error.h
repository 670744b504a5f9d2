#pragma once

#include <QString>

#include <source_location>

namespace simiao {

/// What the caller can do about an error; the only part of it that decides control flow.
enum class ErrorKind {
    Cancelled,   ///< the person or a stop token asked for it: say nothing
    Invalid,     ///< the input is wrong: show where, let the person mend it
    NotFound,    ///< the thing named does not exist (any more)
    Conflict,    ///< somebody else was first: reload, show both, ask
    Forbidden,   ///< this account may not: say who may
    Unavailable, ///< not reached now: keep the work, try again
    Corrupt,     ///< stored data is not what was written: stop, restore
    Internal,    ///< our fault: log, keep the work
};

/// Why something that can fail for a reason outside the program did not happen.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    /// "area.reason", stable; picks the translated text that says cause and next action.
    QString code = QStringLiteral("core.unset");
    /// Where and what, for the log and for experts. Never a patient's name or free text.
    QString detail = {};
    std::source_location where = std::source_location::current();
};

/// "Conflict", "NotFound" … for logs and JSON.
QString errorKindName(ErrorKind kind);

/// One line for the log: kind, code, detail, file and line.
QString logLine(const Error &error);

/// The error of work that was asked to stop.
Error cancelled(std::source_location where = std::source_location::current());

} // namespace simiao
