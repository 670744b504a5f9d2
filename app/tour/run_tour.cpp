#include "tour/run_tour.h"

#include "core/disk.h"
#include "core/try.h"
#include "tour/offscreen_screen.h"
#include "tour/program.h"
#include "tour/tour.h"
#include "tour/tour_options.h"
#include "tour/tour_player.h"
#include "tour/tour_report.h"
#include "tour/zone_at_hour.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

namespace simiao::tour {

namespace {

using namespace Qt::StringLiterals;

enum ExitCode { Good = 0, Usage = 1, Failed = 2, NotPlayed = 3, Skipped = 77 };

ExitCode refuse(const Error &error, ExitCode code)
{
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(error.code), qUtf8Printable(error.detail));
    return code;
}

Error inFile(const QString &file, Error error)
{
    error.detail = u"%1: %2"_s.arg(file, error.detail);
    return error;
}

Result<Tour> readTour(const TourOptions &options)
{
    TRY(const auto bytes, systemDisk()->read(options.file));
    auto json = Json::parse(bytes);
    if (!json)
        return inFile(options.file, std::move(json).error());
    auto tour = parseTour(*json, options.language);
    if (!tour)
        return inFile(options.file, std::move(tour).error());
    tour->size = options.size.value_or(tour->size);
    return tour;
}

/// \param scratch  folder that goes away after the tour
Result<Program::Setup> setUp(const TourOptions &options, const Tour &tour, const QString &scratch)
{
    Program::Setup setup;
    setup.profile =
        options.profile.isEmpty() ? scratch + u"/profile"_s : QDir(options.profile).absolutePath();
    setup.language = tour.language;
    setup.isDemo = tour.isDemo;
    if (!options.isVisible) {
        TRY(const auto platform, makeOffscreenScreens(scratch, tour.size, tour.beside));
        setup.environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    }
    if (tour.hour)
        setup.environment.insert(u"TZ"_s, zoneWhereItIs(*tour.hour));
    if (!options.output.isEmpty() && !QDir().mkpath(options.output))
        return Error{ErrorKind::Unavailable, u"tour.output"_s, options.output};
    return setup;
}

Result<void> playIn(const TourOptions &options, const Tour &tour, const QString &scratch, TourReport &report)
{
    TRY(const auto setup, setUp(options, tour, scratch));
    Program program(setup, [&report](const Json &line) { report.news(line); });
    TRY_VOID(program.start());
    const auto output = options.output.isEmpty() ? QString() : QDir(options.output).absolutePath();
    TourPlayer(program, report, {QFileInfo(options.file).absolutePath(), output}, options.patience)
        .play(tour);
    report.summary(program.interaction());
    return ok();
}

ExitCode exitCodeOf(const TourReport &report)
{
    if (report.failed() > 0)
        return Failed;
    return report.skipped() > 0 ? Skipped : Good;
}

} // namespace

int runTour(const QStringList &arguments)
{
    const auto options = parseTourOptions(arguments);
    if (!options)
        return refuse(options.error(), Usage);
    const auto tour = readTour(*options);
    if (!tour)
        return refuse(tour.error(), Failed);
    const QTemporaryDir scratch;
    TourReport report;
    if (const auto played = playIn(*options, *tour, scratch.path(), report); !played)
        return refuse(played.error(), NotPlayed);
    return exitCodeOf(report);
}

} // namespace simiao::tour
