#include "server_rows.h"

#include "core/clock.h"
#include "core/try.h"
#include "domain/security/audit_event.h"
#include "postgres_backend.h"
#include "storage/maintenance/export_folder.h"
#include "storage/maintenance/export_rows.h"
#include "storage/maintenance/profile_images.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;
using storage::ExportManifest;

namespace {

Result<void> noteExport(Connection &connection, const QString &workstation)
{
    security::AuditEvent event;
    event.act = u"hospital.export"_s;
    event.recorded = SystemClock().now();
    event.workstation = workstation;
    TRY(const auto rows,
        connection.run(u"keeper/append_audit"_s,
                       {{u"event"_s, QString::fromUtf8(toJson(event).canonical())}}));
    return ok();
}

Result<int> schemaIn(Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/schema_version"_s, {}));
    TRY(const bool isThere, rows->next());
    return isThere ? int(rows->integer(0)) : 0;
}

Result<ExportManifest> writeFiles(Connection &connection,
                                  const workflow::ExportOrder &order,
                                  const std::stop_token &stop)
{
    TRY_VOID(connection.runScript(u"BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s)); // desks go on
    TRY(auto manifest, storage::exportRows(connection, order, storage::KeptChains::OneAWorkstation, stop));
    TRY(manifest.schema, schemaIn(connection));
    TRY(manifest.imagesElsewhere, storage::imagePlaces(connection));
    connection.rollback();
    return manifest;
}

} // namespace

Result<workflow::Transfer> writeRows(const ServerSetup &setup,
                                     const workflow::ExportOrder &order,
                                     const QString &workstation,
                                     const std::stop_token &stop)
{
    TRY(const auto server, openForProof(setup));
    TRY_VOID(storage::makeExportFolder(order.folder));
    const auto noted = noteExport(*server.connection, workstation);
    return storage::completeRows(noted ? writeFiles(*server.connection, order, stop)
                                       : Result<ExportManifest>(noted.error()),
                                 order.folder);
}

} // namespace simiao::postgresql
