#include "cli/manual_page.h"

#include "cli/command_help.h"
#include "cli/command_line.h"
#include "cli/command_table.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

/// Text as roff shows it: no hyphen becomes a dash, no line a request.
QString roff(const QString &text)
{
    QString escaped;
    for (const QChar character : text) {
        if (character == u'\\')
            escaped += u"\\e"_s;
        else if (character == u'-')
            escaped += u"\\-"_s;
        else if (character.unicode() > 0x7e)
            escaped += u"\\[u%1]"_s.arg(uint(character.unicode()), 4, 16, QLatin1Char('0'))
                           .toUpper()
                           .replace(u"[U"_s, u"[u"_s);
        else
            escaped += character;
    }
    const bool isRequest = escaped.startsWith(u'.') || escaped.startsWith(u'\'');
    return isRequest ? u"\\&"_s + escaped : escaped;
}

QString section(const QString &title)
{
    return u".SH %1\n"_s.arg(title);
}

QString paragraph(const QString &text)
{
    return u".PP\n%1\n"_s.arg(roff(text));
}

/// A bold head with what it means, indented.
QString item(const QString &head, const QString &text)
{
    return u".TP\n.B %1\n%2\n"_s.arg(roff(head), roff(text));
}

QString example(const QString &call)
{
    return u".IP\n.nf\n%1\n.fi\n"_s.arg(roff(call));
}

QString commandItems()
{
    QString text;
    for (const auto &command : commands())
        text +=
            item(callOf(command), command.summary + u' ' + reachOf(command)) + example(exampleOf(command));
    return text;
}

QString headOf(const QCommandLineOption &option)
{
    QStringList names;
    for (const auto &name : option.names())
        names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
    return u"%1 %2"_s.arg(names.join(u", "_s), option.valueName()).trimmed();
}

QString optionItems()
{
    QString text;
    for (const auto &option : options())
        text += item(headOf(option), option.description());
    return text;
}

QString exitItems()
{
    return item(u"0"_s, u"Good."_s) + item(u"1"_s, u"Wrong usage."_s)
        + item(u"2"_s, u"The input was refused or a check failed; the place is named."_s)
        + item(u"3"_s, u"The back-end was not reached, or a workstation has the profile open."_s)
        + item(u"4"_s, u"The account may not do this."_s);
}

QString fileItems()
{
    return item(u"PROFILE/data/simiao.db"_s,
                u"The database; audit.head beside it witnesses the audit trail."_s)
        + item(u"PROFILE/data/backups"_s, u"Copies made before an upgrade."_s)
        + item(u"PROFILE/data/*.before-restore-N"_s, u"What a restore put aside."_s)
        + item(u"PROFILE/config.toml"_s,
               u"Settings of this workstation, in ~/.config/simiao without --profile; simiao-cli config shows where each comes from."_s)
        + item(u"PROFILE/drafts"_s, u"What was typed and not signed yet, one journal an account."_s);
}

} // namespace

QString manualPage(const QString &version)
{
    return u".TH SIMIAO-CLI 1 \"\" \"Simiao %1\" \"User Commands\"\n"_s.arg(roff(version))
        + section(u"NAME"_s) + u"simiao\\-cli \\- the operator's side of the clinical workstation Simiao\n"_s
        + section(u"SYNOPSIS"_s) + u".B simiao\\-cli\n.I COMMAND\n[\\fIarguments\\fR] [\\fIoptions\\fR]\n"_s
        + section(u"DESCRIPTION"_s)
        + paragraph(
               u"simiao-cli imports a hospital's data, copies, checks and restores its database, verifies "
               u"its "
               "audit trail and manages its accounts, without a window. Results are JSON on standard output, "
               "words for people go to standard error. No command shows a patient to somebody who did not "
               "log "
               "in with --user."_s)
        + section(u"COMMANDS"_s) + commandItems() + section(u"OPTIONS"_s) + optionItems()
        + section(u"EXIT STATUS"_s) + exitItems() + section(u"FILES"_s)
        + paragraph(u"PROFILE is the folder given by --profile, else ~/.local/share/simiao."_s) + fileItems()
        + section(u"ENVIRONMENT"_s)
        + item(u"SIMIAO_RESOURCES"_s, u"Folder of the program's resources, where they are not beside it."_s)
        + item(u"SIMIAO_SECTION_KEY"_s, u"Sets section.key for one call, such as SIMIAO_UI_LANGUAGE=en."_s)
        + section(u"SEE ALSO"_s) + u".BR simiao (1)\n"_s;
}

} // namespace simiao::cli
