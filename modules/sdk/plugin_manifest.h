#pragma once

#include "core/json.h"
#include "domain/base/local_text.h"

#include <QStringList>
#include <QVersionNumber>

#include <vector>

namespace simiao::sdk {

/// How much one plugin needs another.
enum class DependencyType { Required, Optional };

/// "This plugin needs plugin `id`, at least compatible with `version`."
struct Dependency
{
    QString id;
    QVersionNumber version;
    DependencyType type = DependencyType::Required;

    bool operator==(const Dependency &) const = default;
};

/// One component at one extension point.
struct Extension
{
    QString point;     ///< consult.note, consult.side, desk.page, display.window …
    QString component; ///< name the plugin registers a factory under
    LocalText title;
    int order = 100;   ///< ascending
    QStringList roles; ///< empty: everybody
    QString keys;      ///< portable key sequence that moves the focus there; may be empty
    QString desk;      ///< for desk.page: the desk of resources/rules/roles.json it is
    QString display;   ///< for display.window: the name to ask for it by, such as waiting-room
    /// For panels of a visit that may stand in a window of their own: the role of the screen they are made for, consult or
    /// images. Empty: the panel stays on its page.
    QString screen = {};
    /// Whether the patient may look at the panel: it shows nothing of others, and nothing that is not for her. The panel's
    /// widget can take it back for a while by its property `isPatientSafe` (bool).
    bool isPatientSafe = false;

    bool operator==(const Extension &) const = default;
};

/// What a plugin says of itself, read from the JSON compiled into it before any of its code is loaded.
struct PluginManifest
{
    QString id;
    QVersionNumber version;
    QVersionNumber compatVersion; ///< oldest version whose users this one still serves
    int sdk = 0;
    QString kind; ///< feature, backend, device
    LocalText title;
    std::vector<Dependency> requires_;
    QStringList permissions;
    std::vector<Extension> extensions;
    QStringList unknownKeys; ///< a warning, not an error: made for a newer host

    /// Invalid `plugin.manifest` with the key that is missing or wrong in `detail`.
    static Result<PluginManifest> parse(const Json &json);

    bool operator==(const PluginManifest &) const = default;
};

} // namespace simiao::sdk
