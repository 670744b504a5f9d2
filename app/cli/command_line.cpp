#include "command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"profile"_s, u"Profile folder; without it the platform's place."_s, u"DIR"_s},
        {u"demo"_s, u"The demonstration's profile instead of the real one."_s},
        {u"set"_s, u"A setting for this call only; may be repeated."_s, u"key=value"_s},
        {u"json"_s, u"JSON also where people read by default."_s},
        {u"user"_s, u"Log-in name."_s, u"NAME"_s},
        {u"password-file"_s, u"File whose first line is the password; without it standard input."_s,
         u"FILE"_s},
        {u"dry-run"_s, u"Check and report, change nothing."_s},
        {u"release"_s, u"Edition of an imported list, kept with each code."_s, u"TEXT"_s},
        {u"version"_s, u"Version of the program."_s},
        {QStringList{u"h"_s, u"help"_s}, u"This help."_s},
    });
}

Invocation invocationOf(const QCommandLineParser &parser)
{
    Invocation invocation;
    invocation.start.profileFolder = parser.value(u"profile"_s);
    invocation.start.isDemo = parser.isSet(u"demo"_s);
    invocation.start.mustExist = true;
    invocation.start.overrides = parser.values(u"set"_s);
    invocation.isJson = parser.isSet(u"json"_s);
    invocation.isDryRun = parser.isSet(u"dry-run"_s);
    invocation.user = parser.value(u"user"_s);
    invocation.passwordFile = parser.value(u"password-file"_s);
    invocation.release = parser.value(u"release"_s);
    return invocation;
}

QString helpText(const QCommandLineParser &parser)
{
    QString text = u"Usage: simiao-cli COMMAND [options]\n\nCommands:\n"_s;
    for (const auto &command : commands()) {
        const QString call = u"%1 %2"_s.arg(command.words, command.arguments).trimmed();
        text += u"  %1  %2\n"_s.arg(call, -20).arg(command.summary);
    }
    text +=
        u"\nExamples:\n"
        "  simiao-cli demo seed --profile /tmp/demo\n"
        "  simiao-cli import icd10 list.tsv --dry-run --user admin --password-file pw --profile /tmp/demo\n"
        "  simiao-cli audit verify --profile /tmp/demo\n"
        "\nExit codes: 0 good, 1 usage, 2 input refused or check failed, 3 back-end unreachable,\n"
        "4 forbidden.\n"
        "Results are JSON on stdout, words go to stderr.\n\n"_s;
    return text + parser.helpText().section(u"\n\n"_s, 1);
}

CommandLine shown(const QString &text, int exitCode)
{
    return {nullptr, {}, text, exitCode};
}

CommandLine misused(const QString &what)
{
    return shown(what + u"\nsimiao-cli --help says what there is.\n"_s, Usage);
}

/// The command whose words `words` begin with.
const Command *commandFor(const QStringList &words)
{
    const auto found = std::ranges::find_if(commands(), [&](const Command &command) {
        const QStringList own = command.words.split(u' ');
        return words.mid(0, own.size()) == own;
    });
    return found == commands().end() ? nullptr : &*found;
}

CommandLine commandOf(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    const auto *command = commandFor(words);
    if (!command)
        return misused(words.isEmpty() ? u"No command."_s : u"No such command: %1"_s.arg(words.join(u' ')));
    auto invocation = invocationOf(parser);
    invocation.arguments = words.mid(command->words.count(u' ') + 1);
    if (invocation.arguments.size() != command->argumentCount)
        return misused(u"Usage: simiao-cli %1 %2"_s.arg(command->words, command->arguments));
    return {command, invocation, {}, Good};
}

} // namespace

const std::vector<Command> &commands()
{
    static const std::vector<Command> list{
        {u"plugins list"_s, {}, u"What is installed, what runs, and why the rest does not."_s, listPlugins},
        {u"config"_s, {}, u"All settings with their origins."_s, printConfig},
        {u"audit verify"_s, {}, u"Checks the audit chain; names the first bad record."_s, verifyAudit},
        {u"db backup"_s, u"FILE"_s, u"Copies the database into a new file."_s, backUp, 1},
        {u"import icd10"_s, u"FILE"_s, u"Imports a list of diagnoses (--dry-run, --release)."_s, importIcd10,
         1},
        {u"demo seed"_s, {}, u"Fills an empty profile with the demonstration hospital."_s, makeDemo},
    };
    return list;
}

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool isUnderstood = parser.parse(arguments);
    if (parser.isSet(u"help"_s))
        return shown(helpText(parser), Good);
    if (parser.isSet(u"version"_s))
        return shown(u"simiao-cli %1\n"_s.arg(QCoreApplication::applicationVersion()), Good);
    return isUnderstood ? commandOf(parser) : misused(parser.errorText());
}

} // namespace simiao::cli
