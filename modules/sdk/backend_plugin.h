#pragma once

#include "core/config.h"
#include "sdk/plugin.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/phantom_study.h"
#include "workflow/ports/store.h"

#include <memory>

namespace simiao::sdk {

/// Where the back-end finds its files and settings.
struct BackendEnvironment
{
    QString dataFolder;  ///< of the profile, exists
    QString cacheFolder; ///< of the profile, exists
    QString sqlFolder;   ///< resources/sql
    Config config;
};

/// Operations for the person who keeps the back-end running.
class BackendMaintenance
{
public:
    virtual ~BackendMaintenance() = default;
    /// Number of verified links; the error names the first bad record.
    virtual Task<Result<qint64>> verifyAudit() = 0;
    /// A copy of the running store in a new file.
    virtual Task<Result<void>> backup(QString path) = 0;
};

/// What a back-end offers; what it does not have stays null.
struct Backend
{
    std::shared_ptr<workflow::Store> store;
    std::shared_ptr<BackendMaintenance> maintenance;
    std::shared_ptr<workflow::ImageSource> images;
    std::shared_ptr<workflow::PhantomStudyWriter> phantoms;
    /// What the status line calls it.
    QString displayName;
};

/// A plugin of kind "backend".
class BackendPlugin : public Plugin
{
public:
    /// Opens the back-end; blocks, at start only.
    virtual Result<Backend> open(const BackendEnvironment &environment) = 0;
};

} // namespace simiao::sdk

#define SimiaoBackendPlugin_iid "org.simiao.BackendPlugin/1"
Q_DECLARE_INTERFACE(simiao::sdk::BackendPlugin, SimiaoBackendPlugin_iid)
