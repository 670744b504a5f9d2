#include "tour/offscreen_screen.h"

#include "core/atomic_file.h"
#include "core/json.h"
#include "core/try.h"

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

/// Offscreen gives each window a frame of 2 px: a maximised one is to have the wanted size without it.
constexpr int kFrame = 2 * 2;

Json screen(const QString &name, QSize size, int left)
{
    Json screen;
    screen.insert(u"name"_s, name);
    screen.insert(u"x"_s, left);
    screen.insert(u"y"_s, 0);
    screen.insert(u"width"_s, size.width() + kFrame);
    screen.insert(u"height"_s, size.height() + kFrame);
    screen.insert(u"logicalDpi"_s, 96);
    screen.insert(u"logicalBaseDpi"_s, 96);
    screen.insert(u"dpr"_s, 1);
    return screen;
}

} // namespace

Result<QString> makeOffscreenScreens(const QString &folder, QSize size, QSize beside)
{
    Json configuration;
    Json::Array screens{screen(u"tour"_s, size, 0)};
    if (beside.isValid())
        screens.append(screen(u"beside"_s, beside, size.width() + kFrame));
    configuration.insert(u"screens"_s, screens);
    const auto file = folder + u"/screen.json"_s;
    TRY_VOID(AtomicFile(systemDisk()).write(file, configuration.canonical()));
    return u"offscreen:configfile="_s + file;
}

} // namespace simiao::tour
