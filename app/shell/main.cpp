#include "shell/command_line.h"
#include "shell/display_request.h"
#include "shell/shell.h"

#if SIMIAO_HAS_TOUR
#include "tour/run_tour.h"
#include "tour/tour_driver.h"
#endif

#include <QApplication>

#include <algorithm>
#include <cstdio>

using namespace simiao;

namespace {

constexpr int kUsage = 1;
constexpr int kRefused = 2;

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

void name()
{
    QCoreApplication::setApplicationName(QStringLiteral("simiao"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIMIAO_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Simiao"));
}

int say(const QString &text)
{
    std::fputs(qPrintable(text), stdout);
    return 0;
}

int refuse(const Error &error, int code)
{
    std::fprintf(stderr, "simiao: %s: %s\n", qPrintable(error.code), qPrintable(error.detail));
    return code;
}

/// `ui.scale`, per cent: the platform's own scale times this one. Whoever set QT_SCALE_FACTOR has decided already.
void scale(const Config &config)
{
    constexpr int kLeast = 100;
    constexpr int kMost = 200;
    const int percent = std::clamp(config.value(QStringLiteral("ui.scale")).toInt(), kLeast, kMost);
    if (percent != kLeast && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
}

int handOver(const shell::CommandLine &line, int &argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return shell::requestDisplay(line.start, line.display);
}

int run(const shell::CommandLine &line, const Config &config, int &argc, char *argv[])
{
    scale(config);
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false); // the shell ends with its own exit code
    shell::Shell shell({line.start, config, line.theme, line.wantsReset}, application);
#if SIMIAO_HAS_TOUR
    if (line.tourFd) {
        auto *driver = startTourDriver(*line.tourFd, application);
        QObject::connect(&shell, &shell::Shell::opened, driver, &tour::TourDriver::watchSaves);
    }
#endif
    shell.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const auto arguments = argumentsOf(argc, argv);
    name();
#if SIMIAO_HAS_TOUR
    if (arguments.contains(QStringLiteral("--tour")))
        return runTour(arguments.sliced(1));
#endif
    const auto line = shell::parseCommandLine(arguments);
    if (!line)
        return refuse(line.error(), kUsage);
    if (line->wantsHelp)
        return say(shell::usageText());
    if (line->wantsVersion)
        return say(QStringLiteral("simiao " SIMIAO_VERSION "\n"));
    if (!line->display.isEmpty())
        return handOver(*line, argc, argv);
    const auto config = bootstrap::settingsFor(line->start);
    if (!config)
        return refuse(config.error(), kRefused);
    return line->wantsConfig ? say(config->print()) : run(*line, *config, argc, argv);
}
