#include "sample_plugin.h"

#include <QtGlobal>

#include <cstdlib>
#include <stdexcept>
#include <thread>

using namespace simiao;

namespace {

/// Each sample uses one of these.
[[maybe_unused]] Result<void> registerPanel(sdk::Registry &registry)
{
    registry.addVisitPanel(QStringLiteral(SAMPLE_COMPONENT),
                           [](sdk::Visit *, QWidget *parent) { return new QWidget(parent); });
    return ok();
}

[[maybe_unused]] Result<void> registerDisplay(sdk::Registry &registry)
{
    registry.addDisplay(QStringLiteral(SAMPLE_COMPONENT),
                        [](const sdk::DisplayContext &) -> Result<std::unique_ptr<QWindow>> {
                            return std::make_unique<QWindow>();
                        });
    return ok();
}

[[maybe_unused]] Result<void> throwSomething(sdk::Registry &)
{
    throw std::runtime_error("sample");
}

[[maybe_unused]] Result<void> returnError(sdk::Registry &)
{
    return Error{ErrorKind::Unavailable, QStringLiteral("sample.refused"), QStringLiteral("no licence")};
}

[[maybe_unused]] Result<void> abortProgram(sdk::Registry &)
{
    std::abort();
}

[[maybe_unused]] Result<void> neverReturn(sdk::Registry &)
{
    for (;;)
        std::this_thread::sleep_for(std::chrono::seconds(1));
}

/// Comes back at once, or never where whoever starts it says so.
[[maybe_unused]] Result<void> waitWhenAsked(sdk::Registry &registry)
{
    return qEnvironmentVariableIsSet("SIMIAO_SAMPLE_WAITS") ? neverReturn(registry) : ok();
}

} // namespace

Result<void> SamplePlugin::initialize(sdk::Registry &registry)
{
    return SAMPLE_BEHAVIOUR(registry);
}
