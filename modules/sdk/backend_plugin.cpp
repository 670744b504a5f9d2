#include "sdk/backend_plugin.h"

namespace simiao::sdk {

namespace {

Error cannot(const QString &what)
{
    return {ErrorKind::Invalid, QStringLiteral("backend.no-restore"), what};
}

} // namespace

Result<SchemaVersions> BackendPlugin::schema(const BackendEnvironment &)
{
    return cannot(QStringLiteral("schema"));
}

Result<std::vector<workflow::TableContents>> BackendPlugin::restore(const BackendEnvironment &,
                                                                    const QString &file)
{
    return cannot(file);
}

} // namespace simiao::sdk
