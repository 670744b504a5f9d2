#include "shell/command_line.h"

#include "core/try.h"

#include <QCommandLineParser>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Simiao, the clinical workstation."_s);
    parser.addOptions({
        {u"profile"_s, u"Work with the profile in this folder."_s, u"folder"_s},
        {u"demo"_s, u"A profile with invented patients; made at the first start."_s},
        {u"training"_s, u"A profile to practise on, marked as such; made at the first start."_s},
        {u"reset"_s, u"Ask whether the training profile is to be put back to its beginning."_s},
        {u"language"_s, u"zh_CN or en."_s, u"code"_s},
        {u"theme"_s, u"light, dark or high-contrast."_s, u"name"_s},
        {u"display"_s, u"Open a window of the workstation that runs, such as waiting-room, and end."_s,
         u"name"_s},
        {u"set"_s, u"A setting for this start."_s, u"key=value"_s},
        {u"print-config"_s, u"Show all settings with their origin and end."_s},
        {u"tour"_s, u"Play a tour file against this program (see resources/tours)."_s, u"file"_s},
        {{u"v"_s, u"version"_s}, u"Show the version and end."_s},
        {{u"h"_s, u"help"_s}, u"Show this text and end."_s},
    });
    QCommandLineOption tourFd(u"tour-fd"_s, u"Played by a tour over this socket."_s, u"number"_s);
    tourFd.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(tourFd);
}

Error usage(const QString &what)
{
    return {ErrorKind::Invalid, u"command-line.usage"_s, what};
}

Result<std::optional<int>> descriptor(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"tour-fd"_s))
        return std::optional<int>();
    bool isNumber = false;
    const int number = parser.value(u"tour-fd"_s).toInt(&isNumber);
    if (!isNumber || number < 0)
        return usage(u"--tour-fd %1"_s.arg(parser.value(u"tour-fd"_s)));
    return std::optional(number);
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return usage(parser.positionalArguments().join(u' '));
    CommandLine line;
    line.start.profileFolder = parser.value(u"profile"_s);
    line.start.isDemo = parser.isSet(u"demo"_s);
    line.start.isTraining = parser.isSet(u"training"_s);
    line.wantsReset = parser.isSet(u"reset"_s);
    if (line.start.isDemo && line.start.isTraining)
        return usage(u"--demo --training"_s);
    line.start.overrides = parser.values(u"set"_s);
    line.start.language = parser.value(u"language"_s);
    line.theme = parser.value(u"theme"_s);
    line.display = parser.value(u"display"_s);
    line.wantsConfig = parser.isSet(u"print-config"_s);
    line.wantsVersion = parser.isSet(u"version"_s);
    line.wantsHelp = parser.isSet(u"help"_s);
    TRY(line.tourFd, descriptor(parser));
    return line;
}

QString usageText()
{
    QCommandLineParser parser;
    declareOptions(parser);
    return parser.helpText().replace(u"<executable_name>"_s,
                                     u"simiao"_s); // there is no application yet to ask
}

} // namespace simiao::shell
