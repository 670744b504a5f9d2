#pragma once

#include "core/result.h"

#include <QObject>

namespace simiao::sdk {

/// Version of this promise: a plugin made for another number is not loaded.
inline constexpr int kSdkVersion = 1;

/// What every plugin is, whatever its kind. Read from the manifest first; the library is loaded only when the manifest
/// is understood and everything it requires is there.
///
/// Phases: initialize (dependencies first; registers, no I/O) -> extensionsInitialized (dependents first) ->
/// delayedInitialize (one by one, off the start) -> shutdown (reverse order).
class Plugin
{
public:
    virtual ~Plugin() = default;

    virtual void extensionsInitialized() {}
    /// Work that may wait until the first window is painted; true when there was any.
    virtual bool delayedInitialize() { return false; }
    virtual void shutdown() {}
};

} // namespace simiao::sdk
