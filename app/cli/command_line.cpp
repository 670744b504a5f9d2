#include "cli/command_line.h"

#include "cli/command_help.h"
#include "cli/command_table.h"
#include "cli/manual_page.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace simiao::cli {

using namespace Qt::StringLiterals;

QList<QCommandLineOption> options()
{
    return {
        {u"profile"_s, u"Profile folder; without it the platform's place."_s, u"DIR"_s},
        {u"demo"_s, u"The demonstration's profile instead of the real one."_s},
        {u"set"_s, u"A setting for this call only; may be repeated."_s, u"key=value"_s},
        {u"json"_s, u"JSON also where people read by default."_s},
        {u"user"_s, u"Log-in name of who does it."_s, u"NAME"_s},
        {u"password-file"_s, u"File whose first line is the password of --user; without it standard input."_s,
         u"FILE"_s},
        {u"new-password-file"_s,
         u"File whose first line is the password to be set; without it standard input, after the other."_s,
         u"FILE"_s},
        {u"dry-run"_s, u"Check and report, change nothing."_s},
        {u"release"_s, u"Edition of an imported list, kept with each code."_s, u"TEXT"_s},
        {u"reason"_s, u"Why it is done: stock counted in, a version installed or rolled back."_s, u"TEXT"_s},
        {u"roll-back"_s, u"The file is older than what holds, and is meant to be rolled back to."_s},
        {u"name"_s,
         u"Name of a person, in archives also with * and ?; what a file of rules or templates replaces."_s,
         u"TEXT"_s},
        {u"name-en"_s, u"Name of a person in Latin letters."_s, u"TEXT"_s},
        {u"title"_s, u"Professional title."_s, u"TEXT"_s},
        {u"roles"_s, u"Roles, with commas between them."_s, u"LIST"_s},
        {u"desk"_s, u"The log-in is used at the workstation of this name; more than once for several."_s,
         u"NAME"_s},
        {u"person"_s, u"The log-in belongs to the account of this name."_s, u"NAME"_s},
        {u"program"_s, u"The log-in is that of an import or an interface, which is believed what it says."_s},
        {u"department"_s, u"Code of a department."_s, u"CODE"_s},
        {u"paper"_s, u"Paper as it is fed, width x height in mm, such as 148x210."_s, u"SIZE"_s},
        {u"offset"_s, u"Prints so many mm further right and down, such as 1.5,-2."_s, u"X,Y"_s},
        {u"orientation"_s, u"portrait or landscape."_s, u"WORD"_s},
        {u"copies"_s, u"Copies of each print."_s, u"N"_s},
        {u"patient"_s, u"Only events about the patient with this MRN; images of this patient ID."_s,
         u"MRN"_s},
        {u"act"_s, u"Only events of this act, such as session.login."_s, u"ACT"_s},
        {u"limit"_s, u"At most so many."_s, u"N"_s},
        {u"size"_s, u"Of a demonstration: small, or full with 500 generated patients more."_s, u"SIZE"_s,
         u"small"_s},
        {u"charset"_s, u"Character set of a DICOM file that declares a wrong one, such as GB18030."_s,
         u"NAME"_s},
        {u"frame"_s, u"Frame of an image, from 0."_s, u"N"_s, u"0"_s},
        {u"window"_s, u"Centre and width in the units of the image, such as 40,400."_s, u"C,W"_s},
        {u"layout"_s, u"Pictures beside and below each other on a film, such as 2x3."_s, u"CxR"_s},
        {u"out"_s, u"File or folder that is written."_s, u"FILE"_s},
        {u"commit"_s, u"Ask the archive to answer for what it was sent."_s},
        {u"study"_s, u"UID of a study."_s, u"UID"_s},
        {u"series"_s, u"UID of a series."_s, u"UID"_s},
        {u"modality"_s, u"Only studies or steps of this modality, such as CT."_s, u"CODE"_s},
        {u"from"_s, u"Not before this day, such as 2026-11-22; the profile that is moved."_s, u"DATE"_s},
        {u"to"_s, u"Not after this day; the server that it is moved to."_s, u"DATE"_s},
        {u"ca-file"_s, u"File of the authorities that a server's certificate must come from, PEM."_s,
         u"FILE"_s},
        {u"subject"_s, u"Name and number in anonymised images; without it one is made."_s, u"TEXT"_s},
        {u"keep-intervals"_s, u"Anonymised images: dates move together instead of being taken away."_s},
        {u"blank"_s,
         u"Anonymised images: left, top, width and height of a part that is blanked; may be repeated."_s,
         u"L,T,W,H"_s},
        {u"server"_s, u"Address of a hospital's server, before the other arguments: db, audit verify."_s,
         u"ADDRESS"_s},
        {u"documents"_s, u"Anonymised images: documents (PDF) go along as they are. Read them first."_s},
        {u"version"_s, u"Version of the program."_s},
        {QStringList{u"h"_s, u"help"_s}, u"This help, or that of the command before it."_s},
    };
}

namespace {

Invocation invocationOf(const QCommandLineParser &parser)
{
    Invocation invocation;
    invocation.start.profileFolder = parser.value(u"profile"_s);
    invocation.start.isDemo = parser.isSet(u"demo"_s);
    invocation.start.mustExist = true;
    invocation.start.mayMigrate = false;
    invocation.start.overrides = parser.values(u"set"_s);
    invocation.isJson = parser.isSet(u"json"_s);
    invocation.isDryRun = parser.isSet(u"dry-run"_s);
    invocation.user = parser.value(u"user"_s);
    invocation.release = parser.value(u"release"_s);
    invocation.reason = parser.value(u"reason"_s);
    invocation.isRollBack = parser.isSet(u"roll-back"_s);
    invocation.name = parser.value(u"name"_s);
    invocation.nameEn = parser.value(u"name-en"_s);
    invocation.title = parser.value(u"title"_s);
    invocation.roles = parser.value(u"roles"_s);
    invocation.department = parser.value(u"department"_s);
    invocation.paper = parser.value(u"paper"_s);
    invocation.offset = parser.value(u"offset"_s);
    invocation.orientation = parser.value(u"orientation"_s);
    invocation.copies = parser.value(u"copies"_s);
    invocation.patient = parser.value(u"patient"_s);
    invocation.act = parser.value(u"act"_s);
    invocation.size = parser.value(u"size"_s);
    invocation.characterSet = parser.value(u"charset"_s);
    invocation.frame = parser.value(u"frame"_s);
    invocation.layout = parser.value(u"layout"_s);
    invocation.window = parser.value(u"window"_s);
    invocation.out = parser.value(u"out"_s);
    invocation.isCommitted = parser.isSet(u"commit"_s);
    invocation.study = parser.value(u"study"_s);
    invocation.series = parser.value(u"series"_s);
    invocation.modality = parser.value(u"modality"_s);
    invocation.from = parser.value(u"from"_s);
    invocation.to = parser.value(u"to"_s);
    invocation.caFile = parser.value(u"ca-file"_s);
    invocation.subject = parser.value(u"subject"_s);
    invocation.isKeepingIntervals = parser.isSet(u"keep-intervals"_s);
    invocation.blanked = parser.values(u"blank"_s);
    invocation.isTakingDocuments = parser.isSet(u"documents"_s);
    invocation.person = parser.value(u"person"_s);
    invocation.desks = parser.values(u"desk"_s);
    invocation.isProgram = parser.isSet(u"program"_s);
    invocation.limit = parser.value(u"limit"_s).toInt();
    return invocation;
}

QString helpText(const QCommandLineParser &parser)
{
    QString text = u"Usage: simiao-cli COMMAND [options]\n\nCommands:\n"_s;
    for (const auto &command : commands())
        text += u"  %1  %2\n"_s.arg(callOf(command), -24).arg(command.summary);
    text +=
        u"\nExamples:\n"
        "  simiao-cli demo seed --size full --profile /tmp/demo\n"
        "  simiao-cli import icd10 list.tsv --dry-run --user admin --password-file pw --profile /tmp/demo\n"
        "  simiao-cli user add li.ming --name 李明 --roles physician --department RESP --user admin "
        "--profile /tmp/demo\n"
        "  simiao-cli db backup /backup/monday.db --profile /tmp/demo\n"
        "  simiao-cli audit verify --profile /tmp/demo\n"
        "\nExit codes: 0 good, 1 usage, 2 input refused or check failed, 3 back-end unreachable,\n"
        "4 forbidden.\n"
        "Results are JSON on stdout, words go to stderr. While a workstation has the profile open, the\n"
        "commands run inside it; db restore, db migrate and import hospital ask for it to be closed.\n"
        "simiao-cli COMMAND --help explains one command.\n\n"_s;
    return text + parser.helpText().section(u"\n\n"_s, 1);
}

CommandLine shown(const QString &text, int exitCode)
{
    CommandLine line;
    line.text = text;
    line.exitCode = exitCode;
    return line;
}

CommandLine misused(const QString &what)
{
    return shown(what + u"\nsimiao-cli --help says what there is.\n"_s, Usage);
}

/// `--server ADDRESS` is the first argument of the command, wherever it stands.
QStringList wordsOf(const QCommandLineParser &parser)
{
    QStringList words = parser.positionalArguments();
    const auto *command = commandFor(words);
    if (command && parser.isSet(u"server"_s))
        words.insert(command->words.count(u' ') + 1, parser.value(u"server"_s));
    return words;
}

/// Of all commands that share its words, in the order of the table.
QString helpOfAll(const Command &command)
{
    QStringList texts;
    for (const auto &other : commands()) {
        if (other.words == command.words)
            texts.append(helpOf(other));
    }
    return texts.join(u'\n');
}

CommandLine commandOf(const QCommandLineParser &parser)
{
    const QStringList words = wordsOf(parser);
    const auto *command = commandFor(words);
    if (!command)
        return misused(words.isEmpty() ? u"No command."_s : u"No such command: %1"_s.arg(words.join(u' ')));
    CommandLine line;
    line.command = command;
    line.invocation = invocationOf(parser);
    line.invocation.arguments = words.mid(command->words.count(u' ') + 1);
    line.passwordFile = parser.value(u"password-file"_s);
    line.newPasswordFile = parser.value(u"new-password-file"_s);
    if (line.invocation.arguments.size() != command->argumentCount)
        return misused(usageOf(*command));
    if (!QStringList{u"small"_s, u"full"_s}.contains(line.invocation.size))
        return misused(u"No such size: "_s + line.invocation.size);
    return line;
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(options());
    QCommandLineOption manual(u"manual"_s); // for the build, which makes the manual page of it
    manual.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(manual);
    const bool isUnderstood = parser.parse(arguments);
    const auto *command = commandFor(wordsOf(parser));
    if (parser.isSet(u"help"_s))
        return shown(command ? helpOfAll(*command) : helpText(parser), Good);
    if (parser.isSet(manual))
        return shown(manualPage(QCoreApplication::applicationVersion()), Good);
    if (parser.isSet(u"version"_s))
        return shown(u"simiao-cli %1\n"_s.arg(QCoreApplication::applicationVersion()), Good);
    return isUnderstood ? commandOf(parser) : misused(parser.errorText());
}

} // namespace simiao::cli
