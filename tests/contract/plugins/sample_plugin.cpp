#include "sample_plugin.h"

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

/// Long enough to be seen, and less than what is called hanging.
[[maybe_unused]] Result<void> takeItsTime(sdk::Registry &)
{
    std::this_thread::sleep_for(std::chrono::seconds(1));
    return ok();
}

[[maybe_unused]] Result<void> neverReturn(sdk::Registry &)
{
    for (;;)
        std::this_thread::sleep_for(std::chrono::seconds(1));
}

} // namespace

Result<void> SamplePlugin::initialize(sdk::Registry &registry)
{
    return SAMPLE_BEHAVIOUR(registry);
}
