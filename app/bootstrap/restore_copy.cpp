#include "bootstrap/restore_copy.h"

#include "core/task_of.h"
#include "core/try.h"

#include <QtConcurrentRun>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using Contents = std::vector<workflow::TableContents>;

namespace {

workflow::UnitOfWork restoredEvent(const Config &config)
{
    const SystemClock clock;
    SystemRng rng;
    security::AuditEvent event;
    event.act = u"database.maintain"_s;
    event.recorded = clock.now();
    event.workstation = config.value(u"workstation.name"_s);
    event.detail = u"restore"_s;
    return {Uuid::v7(clock, rng), std::move(event), config.value(u"site.code"_s)};
}

Task<Result<void>> recordRestore(std::shared_ptr<ClosedBackend> closed)
{
    CO_TRY(const auto opened, closed->backend->open(closed->environment));
    auto recording = opened.store->commit(restoredEvent(closed->config));
    const auto recorded = co_await recording;
    opened.store->close();
    CO_TRY_VOID(recorded);
    co_return ok();
}

} // namespace

Task<Result<sdk::BackupProof>> proveCopy(std::shared_ptr<ClosedBackend> closed, QString file)
{
    // Not `closed`: the pool may let go of its copy last, on a thread where the profile must not end.
    auto reading = taskOf(QtConcurrent::run([backend = closed->backend, environment = closed->environment,
                                             file] { return backend->prove(environment, file); }));
    co_return co_await reading;
}

Task<Result<Contents>> restoreCopy(std::shared_ptr<ClosedBackend> closed, QString file)
{
    auto replacing = taskOf(QtConcurrent::run([backend = closed->backend, environment = closed->environment,
                                               file] { return backend->restore(environment, file); }));
    CO_TRY(auto contents, co_await replacing);
    auto recording = recordRestore(closed);
    CO_TRY_VOID(co_await recording);
    co_return Result<Contents>(std::move(contents));
}

} // namespace simiao::bootstrap
