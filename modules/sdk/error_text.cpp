#include "sdk/desk.h"

#include <QCoreApplication>

#include <algorithm>

namespace simiao::sdk {

namespace {

/// A sentence with cause and next action. `%1` stands for the error's detail.
struct Entry
{
    /// "area.reason", "area.reason detail" for one detail only, or "area" for the rest of an area.
    const char *code;
    const char *text;
};

constexpr Entry kEntries[] = {
    // Who may what
    {"access.denied",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Your account may not do this. It is open to: %1. Ask one of them or the administrator.")},
    {"login.refused",
     QT_TRANSLATE_NOOP("Errors",
                       "Name or password is wrong, or the account is closed. Type both again; the "
                       "administrator can help.")},
    {"login.wait", QT_TRANSLATE_NOOP("Errors", "Too many attempts. Try again in %1 s.")},
    {"password.hash",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The computer has too little memory to check a password. Close other programs and try again.")},
    {"password.short",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The password is too short. It needs at least %1 characters; a sentence is easy to remember.")},
    {"password.kinds",
     QT_TRANSLATE_NOOP("Errors",
                       "The password is too simple. Mix at least %1 of: small letters, capitals, digits, "
                       "other characters.")},
    {"password.repeated",
     QT_TRANSLATE_NOOP("Errors",
                       "The same character stands more than %1 times in a row. Choose another password.")},
    {"password.common",
     QT_TRANSLATE_NOOP("Errors", "This password is one that everybody tries first. Choose another.")},
    {"password.login-name",
     QT_TRANSLATE_NOOP("Errors", "The log-in name stands in the password. Choose another.")},
    {"password.same", QT_TRANSLATE_NOOP("Errors", "This is the password you have now. Choose another.")},
    {"password.differs", QT_TRANSLATE_NOOP("Errors", "The two passwords are not the same. Type both again.")},
    {"password.wrong", QT_TRANSLATE_NOOP("Errors", "The present password is not right. Type it again.")},
    {"account.login-name",
     QT_TRANSLATE_NOOP("Errors",
                       "A log-in name has 2 to 32 small letters, digits, dots or hyphens and begins with a "
                       "letter or digit (%1).")},
    {"account.name-missing", QT_TRANSLATE_NOOP("Errors", "Enter the name of the person.")},
    {"account.role-missing",
     QT_TRANSLATE_NOOP("Errors", "Choose at least one role: without one the person can do nothing.")},
    {"account.role-unknown", QT_TRANSLATE_NOOP("Errors", "There is no role %1. Choose one of the list.")},
    {"account.last-administrator",
     QT_TRANSLATE_NOOP("Errors",
                       "Nobody would be left who manages accounts. Give another person that role first.")},
    {"account.own",
     QT_TRANSLATE_NOOP("Errors", "Nobody locks or closes the own account. Ask another administrator.")},
    {"account.own-roles",
     QT_TRANSLATE_NOOP("Errors", "Nobody changes the own roles. Ask another administrator.")},
    {"account.not-first",
     QT_TRANSLATE_NOOP("Errors", "This hospital has accounts already. Log in with one of them.")},
    {"store.unique account.login_name",
     QT_TRANSLATE_NOOP("Errors", "This log-in name is taken. Choose another.")},
    {"setting.unknown", QT_TRANSLATE_NOOP("Errors", "There is no setting %1.")},
    {"setting.level", QT_TRANSLATE_NOOP("Errors", "The setting %1 cannot be chosen at this level.")},
    {"setting.value",
     QT_TRANSLATE_NOOP("Errors", "This value does not fit (%1). The list shows what may be chosen.")},
    {"setting.department",
     QT_TRANSLATE_NOOP("Errors", "Your account belongs to no department, so nothing can be chosen for it.")},
    {"device.workstation-missing",
     QT_TRANSLATE_NOOP("Errors", "Enter the desk, as its computer names itself.")},
    {"device.name-missing", QT_TRANSLATE_NOOP("Errors", "Enter the printer or the device.")},
    {"device.paper",
     QT_TRANSLATE_NOOP("Errors",
                       "Paper of %1 mm cannot be set up. Each side is 10 to 3000 mm; measure it again.")},
    {"device.offset",
     QT_TRANSLATE_NOOP("Errors",
                       "An offset of %1 mm is too large. It is at most 100 mm each way; measure the frame of "
                       "the test page again.")},
    {"device.copies", QT_TRANSLATE_NOOP("Errors", "%1 copies cannot be set up. Choose 1 to 99.")},
    {"device.millimetres",
     QT_TRANSLATE_NOOP("Errors",
                       "\"%1\" is no length. Write millimetres with at most one decimal, like 12.5.")},
    {"device.assigned",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This desk has a device for this use already (%1). Choose it in the list and change it.")},
    {"store.unique desk_device.workstation, desk_device.role",
     QT_TRANSLATE_NOOP("Errors",
                       "This desk has a device for this use already. Choose it in the list and change it.")},
    {"device.role-unknown", QT_TRANSLATE_NOOP("Errors", "There is no such use: %1. Choose one of the list.")},
    {"device.orientation-unknown",
     QT_TRANSLATE_NOOP("Errors", "A page is portrait or landscape, not \"%1\". Choose one of the two.")},
    {"device.unknown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The desk has no device for this use (%1). simiao-cli devices list shows all there are.")},
    {"device.no-printer",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Only a printer has a test page (%1 is none). Try it in its field at the workstation.")},
    {"print.not-installed",
     QT_TRANSLATE_NOOP("Errors",
                       "The printer %1 is not installed on this computer. Install it, choose another one, or "
                       "save the page as PDF.")},
    {"print.paper",
     QT_TRANSLATE_NOOP("Errors",
                       "The printer does not take paper of %1 mm. Correct the paper, or set the size up in "
                       "the printer's driver.")},
    {"print.refused",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The printer %1 takes nothing now. Switch it on, look at its queue, then print again.")},
    {"print.pdf", QT_TRANSLATE_NOOP("Errors", "The page could not be drawn (%1). Try again.")},
    {"record.restricted",
     QT_TRANSLATE_NOOP("Errors",
                       "This record is restricted, and the person is not in your care. Give a reason to open "
                       "it; the opening is recorded and looked at.")},
    {"password.must-change",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This password must be changed first. Log in at the workstation and choose a new one.")},
    {"account.unknown",
     QT_TRANSLATE_NOOP("Errors", "There is no account %1. simiao-cli user list shows all.")},
    {"account.department-unknown", QT_TRANSLATE_NOOP("Errors", "There is no department %1.")},
    {"backup.differs",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The copy is not what was copied (table %1) and was removed. Check the disk, then try again.")},
    {"backend.no-restore",
     QT_TRANSLATE_NOOP("Errors", "This back-end is not restored from here. Use the tools of its server.")},
    {"backend.no-import",
     QT_TRANSLATE_NOOP("Errors", "This back-end is not filled from here. Use the tools of its server.")},
    {"migration.pending",
     QT_TRANSLATE_NOOP("Errors",
                       "The database was made by an older program (schema %1). Close all workstations and "
                       "run simiao-cli db migrate; a copy is made first.")},
    {"cli.option",
     QT_TRANSLATE_NOOP("Errors",
                       "The option %1 cannot be read. --help after the command shows how it is written.")},
    {"cli.exclusive",
     QT_TRANSLATE_NOOP("Errors", "A workstation has this profile open. Close it, then run %1 again.")},
    {"link.nobody", QT_TRANSLATE_NOOP("Errors", "No workstation has this profile open.")},
    {"link.lost",
     QT_TRANSLATE_NOOP("Errors",
                       "The workstation ended before it had answered. Look whether the command was carried "
                       "out, then run it again.")},
    {"link.listen",
     QT_TRANSLATE_NOOP("Errors",
                       "simiao-cli cannot reach this workstation (%1). The workstation itself works.")},
    {"display.unknown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "There is no display \"%1\". Check its name; \"About plugins\" shows what is installed.")},
    {"display.view",
     QT_TRANSLATE_NOOP("Errors",
                       "The display cannot be drawn (%1). Install what is missing: on Debian "
                       "qml6-module-qtqml-workerscript.")},
    {"profile.not-training",
     QT_TRANSLATE_NOOP("Errors",
                       "The profile in %1 holds data that are not for practice. Nothing was touched; start "
                       "training without --profile, or with an empty folder.")},
    {"profile.not-demo",
     QT_TRANSLATE_NOOP("Errors",
                       "The profile in %1 does not hold the demonstration. Nothing was touched; start the "
                       "demonstration without --profile, or with an empty folder.")},
    {"profile.other-kind",
     QT_TRANSLATE_NOOP("Errors",
                       "This profile is kept for something else (%1). Start it as that, or choose another.")},
    {"profile.kind",
     QT_TRANSLATE_NOOP("Errors",
                       "Nobody can tell whose data this profile holds: %1 is damaged. Tell the information "
                       "department before anybody works here.")},
    {"screen.single",
     QT_TRANSLATE_NOOP("Errors", "There is no second screen. Connect one, then move the panel again.")},
    {"panel.none",
     QT_TRANSLATE_NOOP("Errors",
                       "No panel here can be moved. Open a patient and go to a panel beside the note.")},
    {"panel.at-home", QT_TRANSLATE_NOOP("Errors", "No panel stands in a window of its own.")},
    {"panel.not-for-patients",
     QT_TRANSLATE_NOOP("Errors",
                       "\"%1\" is not made for the patient's eyes, or shows something that is not about the "
                       "patient. It stays here.")},
    {"panel.withheld",
     QT_TRANSLATE_NOOP("Errors",
                       "\"%1\" has something to show that is not for the patient, and is back on its page.")},
    {"link.request", QT_TRANSLATE_NOOP("Errors", "The request could not be read.")},
    {"session.no-department",
     QT_TRANSLATE_NOOP("Errors",
                       "Your account belongs to no department. Ask the administrator to enter one.")},
    {"roles",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The roles file does not fit the program (%1). The administrator must correct rules/roles.json.")},

    // Keeping what was written
    {"store.version",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Somebody else changed this in the meantime. It is shown anew; check it and do it again.")},
    {"store.unique patient.identity_number",
     QT_TRANSLATE_NOOP("Errors",
                       "A patient with this identity number is already on record. Search for the number.")},
    {"store.unique charge_item.request",
     QT_TRANSLATE_NOOP("Errors", "These charges were already made. The list is shown anew.")},
    {"store.unique invoice_line.charge_item",
     QT_TRANSLATE_NOOP("Errors", "These charges were already paid. The list is shown anew.")},
    {"store.unique imaging_study.patient, imaging_study.study_instance_uid",
     QT_TRANSLATE_NOOP("Errors", "This study is already on the patient's record.")},
    {"store.unique",
     QT_TRANSLATE_NOOP("Errors",
                       "This is on record already (%1). Search for it instead of entering it again.")},
    {"store.constraint",
     QT_TRANSLATE_NOOP("Errors",
                       "The database refused the entry (%1). Nothing was saved; check the values.")},
    {"store.not-found",
     QT_TRANSLATE_NOOP("Errors", "This record is not there any more. The list is shown anew.")},
    {"store.disk-full",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Nothing was saved: the disk is full. Free some space, then save again; what you typed is kept.")},
    {"store.write",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Nothing was saved: the disk refuses to write. Tell the administrator; what you typed is kept.")},
    {"store.closed",
     QT_TRANSLATE_NOOP("Errors",
                       "The program is closing; nothing was saved. What you typed is kept as a draft.")},
    {"store.corrupt",
     QT_TRANSLATE_NOOP("Errors",
                       "The database file is damaged. Stop working here and have the last backup restored.")},
    {"store.missing",
     QT_TRANSLATE_NOOP("Errors",
                       "The database file is gone or empty (%1), though records were kept here. Nothing was "
                       "begun anew; restore the last backup.")},
    {"store",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The database did not answer as expected (%1). Nothing was saved; tell the administrator.")},
    {"storage",
     QT_TRANSLATE_NOOP("Errors", "The program's database files do not fit together (%1). Install it again.")},
    {"row.hash",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A stored record is not what was written (%1). Do not rely on it; tell the administrator.")},
    {"row",
     QT_TRANSLATE_NOOP("Errors",
                       "A stored record cannot be read (%1). It is damaged or was written by a newer "
                       "program; tell the administrator.")},
    {"server.unreachable",
     QT_TRANSLATE_NOOP("Errors",
                       "The hospital's server cannot be reached. Nothing was saved; what you typed is kept. "
                       "Check the network, then do it again.")},
    {"server.silent",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server did not answer in time. What is on the screen may be out of date; "
         "do it again in a moment.")},
    {"server.lost",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The connection to the hospital's server was cut. What is on the screen may be out of date; "
         "do it again in a moment.")},
    {"store.unknown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The server was given this and did not answer: whether it is saved is not known yet. It stands "
         "at the top of the window until it is; do not enter it again.")},
    {"store.given-up",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This was given up when the connection was cut, and is not saved. What you typed is kept; do "
         "it again.")},
    {"server.key-store",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This computer's key store does not give the server's password (%1). Unlock it and start "
         "again, or put the password into a file of your own and name that with passfile=.")},
    {"server.key-store-empty",
     QT_TRANSLATE_NOOP("Errors",
                       "This computer's key store has no password for %1. Put it there with simiao-cli db "
                       "remember, or name a file that has it with passfile=.")},
    {"server.schema-older",
     QT_TRANSLATE_NOOP("Errors",
                       "The hospital's server has not been updated for this program yet: everything can be "
                       "read, and nothing "
                       "can be saved. Tell IT; until then work with the program of before.")},
    {"server.login",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server does not let this desk in (%1). Have the administrator check the "
         "desk's account and the address in the settings.")},
    {"server.tls",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server cannot prove who it is (%1). Nothing was sent; tell the administrator.")},
    {"server.tls-required",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The address in the settings asks for a connection that anybody could read or answer (%1). Use "
         "sslmode=verify-full.")},
    {"server.password-in-address",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The address in the settings holds a password that everybody can read. Put it into a file of "
         "its own and name that with passfile=.")},
    {"server.service-in-address",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The address in the settings leaves it to a file of this computer which server is meant "
         "(service=%1). Name the server itself.")},
    {"server.address",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The address of the hospital's server cannot be read (%1). Correct \"backend\" in the settings.")},
    {"server.login-name",
     QT_TRANSLATE_NOOP(
         "Errors",
         "\"%1\" is no name for a log-in of the server. Use small letters, digits and _, a letter first.")},
    {"server.login-password",
     QT_TRANSLATE_NOOP("Errors",
                       "A desk's log-in needs a password: give its file with --new-password-file.")},
    {"server.program-login",
     QT_TRANSLATE_NOOP(
         "Errors",
         "What \"%1\" says as a program is believed, whoever and wherever it says it is: no desk and no "
         "person would keep it. Give --program, or --desk and --person.")},
    {"server.another",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Another database answers than the one this desk has worked with. Nothing was sent; tell the "
         "administrator. Is it meant, the administrator removes %1.")},
    {"server.outdated",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A server answers that another has taken the place of: what it shows may be old, and what it is "
         "given would be lost. Nothing was sent; tell the administrator. Is it meant, the administrator "
         "removes %1.")},
    {"server.restored",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server does not hold what it has confirmed to this desk: it was put back to an "
         "older state. Nothing was sent; tell the administrator, who removes %1 when the records are "
         "put right.")},
    {"server.not-set-up",
     QT_TRANSLATE_NOOP("Errors",
                       "This database is not set up for Simiao. Whoever keeps the server sets it up with "
                       "simiao-cli db init.")},
    {"server.no-driver",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Qt's driver for PostgreSQL is missing. Install it (Debian: libqt6sql6-psql), then start again.")},
    {"server.lacks",
     QT_TRANSLATE_NOOP("Errors", "This server cannot do what Simiao needs of it: %1. Nothing was set up.")},
    {"server.too-old",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server is PostgreSQL %1, and Simiao needs 12 or newer. Whoever keeps the "
         "server updates it.")},
    {"server.encoding",
     QT_TRANSLATE_NOOP("Errors",
                       "This database keeps its texts in %1, where some Chinese names would be lost. Whoever "
                       "keeps the server makes one with ENCODING 'UTF8' and sets that up with simiao-cli db "
                       "init.")},
    {"server.no-desk",
     QT_TRANSLATE_NOOP("Errors",
                       "The log-in \"%1\" of this computer is none of a desk's on the hospital's server. "
                       "Whoever keeps the server admits it with simiao-cli db grant %1.")},
    {"server.no-rights",
     QT_TRANSLATE_NOOP("Errors",
                       "On the hospital's server, desks have lost the right to %1. Whoever keeps the server "
                       "gives it back with simiao-cli db init.")},
    {"server.no-person",
     QT_TRANSLATE_NOOP("Errors", "No account has the log-in name \"%1\". Add the person first.")},
    {"server.signed-out",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server knows nobody at this desk: the session has ended, or the account was "
         "closed or signed in elsewhere. Nothing was saved; what you typed is kept. Log out and in again.")},
    {"server.other-person",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server has somebody else signed in at this desk. Nothing was saved; what you "
         "typed is kept. Lock the screen and unlock it, then do it again.")},
    {"server.other-desk",
     QT_TRANSLATE_NOOP(
         "Errors",
         "You signed in at another desk than \"%1\". Nothing was saved; log out and in again.")},
    {"server.own-login",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This computer comes to the hospital's server with somebody's own log-in, and nobody else signs "
         "in there. Work at another computer, or ask IT for a desk's log-in.")},
    {"server.other-patient",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This would have been written to another patient (%1). The hospital's server refused it and "
         "nothing was saved; open the patient again and tell the administrator.")},
    {"server.other-care",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This visit is with another department. Nothing was saved; open the record with a reason first.")},
    {"server.clock",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The clock of this computer is more than a day ahead of the hospital's server. Nothing was "
         "saved; set it right and do it again.")},
    {"server.not-granted",
     QT_TRANSLATE_NOOP("Errors", "None of your roles may do this (%1). Nothing was saved.")},
    {"server.act-unknown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server does not know the act \"%1\": the program is newer than its rules. Nothing "
         "was saved; whoever keeps the server runs simiao-cli db init.")},
    {"server.act-writes",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server does not let this act write that (%1). Nothing was saved; tell the "
         "administrator.")},
    {"server.amount",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server reckons another amount than this computer sent (%1). Nothing was saved; tell "
         "the administrator.")},
    {"server.refused",
     QT_TRANSLATE_NOOP("Errors",
                       "The hospital's server does not allow this to your account. Nothing was changed.")},
    {"server.disk-full",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Nothing was saved: the disk of the hospital's server is full. Tell the administrator; what you "
         "typed is kept.")},
    {"server.by-administrator",
     QT_TRANSLATE_NOOP(
         "Errors",
         "On a hospital's server whoever keeps it does this, not a desk. packaging/server says how.")},
    {"server.tools-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "PostgreSQL's own programs are not on this computer (%1). Install them (Debian: "
                       "postgresql-client), then do it again.")},
    {"server.tools-old",
     QT_TRANSLATE_NOOP("Errors",
                       "PostgreSQL's programs on this computer are older than the server (%1). Install those "
                       "of the server's version, then do it again.")},
    {"server.tool-failed",
     QT_TRANSLATE_NOOP(
         "Errors",
         "PostgreSQL's program %1 stopped before its end. Nothing was kept by halves; look into "
         "the log of the server, then do it again.")},
    {"server.not-empty",
     QT_TRANSLATE_NOOP("Errors",
                       "The database holds something already (table %1). Nothing was changed; make a new, "
                       "empty one (createdb) and name it.")},
    {"server.copy-unfinished",
     QT_TRANSLATE_NOOP("Errors",
                       "%1 is no finished backup: it or the manifest beside it is missing. Copy both from "
                       "where they were made, or take another one.")},
    {"server.copy-manifest",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The manifest of the backup is damaged at %1. Copy it again from where it was made, or "
         "take another backup.")},
    {"server.copy-damaged",
     QT_TRANSLATE_NOOP("Errors",
                       "The backup %1 is not what was written. Nothing was restored; copy it again from "
                       "where it was made, or take another one.")},
    {"server.copy-differs",
     QT_TRANSLATE_NOOP("Errors",
                       "What came out of the backup is not what its manifest says (%1). The database was "
                       "emptied again; take another backup.")},
    {"server.copy-newer",
     QT_TRANSLATE_NOOP("Errors",
                       "The backup was made by a newer program (schema, this program's: %1). Nothing was "
                       "restored; restore it with that program, or take an older backup.")},
    {"server.copy-update",
     QT_TRANSLATE_NOOP("Errors",
                       "The backup is whole, but this program cannot bring it up to date (%1). The database "
                       "was emptied again; restore it with the program that made it, then tell who "
                       "maintains Simiao.")},
    {"server.copy-no-room",
     QT_TRANSLATE_NOOP("Errors",
                       "The disk of the server is full. What was there before is as it was, and nothing new "
                       "was kept. Make room (a restore or a drill needs the place of the database once "
                       "more), then do it again.")},
    {"server.copy-left",
     QT_TRANSLATE_NOOP("Errors",
                       "It stopped (%1), and the server did not let the half of it be taken away. No desk is "
                       "let in to it; when the server answers again call the same once more: what is left "
                       "is taken away first.")},
    {"server.restore-running",
     QT_TRANSLATE_NOOP("Errors",
                       "Something is being restored into this database already, or the server still ends "
                       "what was stopped. Nothing was changed; try again in a minute.")},
    {"server.copy-stopped",
     QT_TRANSLATE_NOOP("Errors",
                       "Stopped, as asked. Nothing of it is left, neither a file nor a database by halves; "
                       "do it again when it suits.")},
    {"transfer.source",
     QT_TRANSLATE_NOOP("Errors",
                       "The profile in %1 holds no database of its own to be moved. Check --from.")},
    {"transfer.other",
     QT_TRANSLATE_NOOP("Errors",
                       "The database holds half of another move: of another profile, or of this one before "
                       "somebody worked in it. Nothing was changed; make a new, empty database, set it up "
                       "(db init) and move into that.")},
    {"transfer.stopped",
     QT_TRANSLATE_NOOP("Errors",
                       "Stopped, as asked. What was to be moved is as it was, and what the server has of it "
                       "stays there: call the same once more and it goes on from that.")},
    {"transfer.done",
     QT_TRANSLATE_NOOP("Errors",
                       "Something was moved into this database already, to the end. Nothing was changed.")},
    {"transfer.order",
     QT_TRANSLATE_NOOP("Errors",
                       "Somebody else is moving into this database at the same time (table %1). Wait for its "
                       "end, then look what is there.")},
    {"server.drill-running",
     QT_TRANSLATE_NOOP("Errors", "Another drill of this database is under way. Wait for its end.")},
    {"server",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's server cannot do this now (%1). Nothing was saved; do it again in a moment.")},
    {"sqlite.in-use",
     QT_TRANSLATE_NOOP("Errors",
                       "Another program has this workstation's database open. Close it, then start again.")},
    {"sqlite.not-a-database",
     QT_TRANSLATE_NOOP("Errors", "The database file is not a database. Have the last backup restored.")},
    {"sqlite.cannot-open",
     QT_TRANSLATE_NOOP("Errors",
                       "The database file %1 cannot be opened for writing. Check the disk and that this "
                       "account owns the file, then start again.")},
    {"sqlite.no-room",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The disk is full: the database %1 cannot be opened or brought up to date. Nothing was "
         "changed; free some space, then start again.")},
    {"backup.folder",
     QT_TRANSLATE_NOOP("Errors", "The folder of %1 is not there. Make it, or choose another one.")},
    {"backup.exists",
     QT_TRANSLATE_NOOP("Errors", "%1 exists already. Choose another name; a backup never overwrites.")},
    {"backend.no-store",
     QT_TRANSLATE_NOOP("Errors",
                       "The back-end \"%1\" keeps no records. Correct backend.driver in the settings.")},
    {"backend.no-maintenance",
     QT_TRANSLATE_NOOP("Errors",
                       "The back-end \"%1\" cannot be maintained from here. Use the server's own tools.")},
    {"migration.newer",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The database was made by a newer program (schema %1). Start that one, or restore a backup.")},
    {"migration.changed",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The database was made with another version of migration %1. Install the program that fits it.")},
    {"migration.foreign",
     QT_TRANSLATE_NOOP("Errors", "The database belongs to another program. Choose another profile.")},
    {"migration.none", QT_TRANSLATE_NOOP("Errors", "There is no migration to take back.")},
    {"migration",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The database cannot be brought up to date (%1). Nothing was changed; tell the administrator.")},
    {"audit.head",
     QT_TRANSLATE_NOOP("Errors",
                       "The audit trail's head cannot be read. Tell the administrator before going on.")},
    {"audit.head-unreadable",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The audit trail's head file is damaged (%1). Tell the administrator before going on.")},
    {"audit.truncated",
     QT_TRANSLATE_NOOP("Errors",
                       "The audit trail ends before record %1 that was written: the database was cut or "
                       "replaced. Stop and tell "
                       "the administrator.")},
    {"audit.head-differs",
     QT_TRANSLATE_NOOP("Errors",
                       "The audit trail is not the one this workstation wrote (record %1). Stop and tell the "
                       "administrator.")},
    {"audit.root",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The seal of %1 over all audit trails is not the one that was made that day: it or one "
         "before it was changed. Stop and tell the administrator.")},
    {"audit",
     QT_TRANSLATE_NOOP("Errors",
                       "The audit trail was changed at record %1. Stop and tell the administrator.")},

    // Drafts and files
    {"draft.write",
     QT_TRANSLATE_NOOP(
         "Errors",
         "What you type is not on the disk yet (%1). Go on, but sign soon; the program keeps trying.")},
    {"draft.damaged",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Part of your drafts' file was damaged. What could be read is there; check your open visits.")},
    {"draft.unreadable",
     QT_TRANSLATE_NOOP("Errors",
                       "A part of this draft cannot be read (%1). It is kept; tell the administrator.")},
    {"draft.foreign",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The drafts' file is not one of this program. It was left untouched; tell the administrator.")},
    {"draft",
     QT_TRANSLATE_NOOP("Errors",
                       "The folder of drafts cannot be used (%1). What you type is in memory only; tell the "
                       "administrator.")},
    {"disk.open",
     QT_TRANSLATE_NOOP("Errors",
                       "A file cannot be opened (%1). Check that it exists and that you may read it.")},
    {"disk.not-a-file",
     QT_TRANSLATE_NOOP("Errors", "%1 is no ordinary file. Put the right file there, or take it away.")},
    {"disk.too-large",
     QT_TRANSLATE_NOOP("Errors", "%1 is too large to be what belongs there. Put the right file there.")},
    {"disk.not-durable",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Saved, but the disk did not confirm it. Save again before you switch the computer off.")},
    {"disk.full",
     QT_TRANSLATE_NOOP("Errors",
                       "The disk is full (%1 left). Nothing was kept by halves; make room, then try again.")},
    {"disk",
     QT_TRANSLATE_NOOP("Errors",
                       "The disk refuses to work (%1). Nothing was changed; tell the administrator.")},
    {"text.nul",
     QT_TRANSLATE_NOOP("Errors",
                       "The text holds a character that cannot be stored, at position %1. Delete it.")},
    {"text.lone-surrogate",
     QT_TRANSLATE_NOOP("Errors", "The text holds half a character, at position %1. Delete it.")},

    // The front desk
    {"patient.name-missing", QT_TRANSLATE_NOOP("Errors", "The name is missing.")},
    {"patient.birth-date-missing",
     QT_TRANSLATE_NOOP("Errors", "The date of birth is missing or lies in the future.")},
    {"patient.identity-disagrees birth-date",
     QT_TRANSLATE_NOOP("Errors", "The identity number says another date of birth. Correct one of them.")},
    {"patient.identity-disagrees gender",
     QT_TRANSLATE_NOOP("Errors", "The identity number says another sex. Correct one of them.")},
    {"identity.length",
     QT_TRANSLATE_NOOP("Errors", "An identity number has 18 characters; this one has %1.")},
    {"identity.character",
     QT_TRANSLATE_NOOP("Errors", "The identity number has a wrong character at position %1.")},
    {"identity.birth-date",
     QT_TRANSLATE_NOOP("Errors", "Positions 7 to 14 of the identity number are no date of birth.")},
    {"identity.check-digit",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The identity number's last character does not fit the others: one of them is mistyped.")},
    {"slot.full",
     QT_TRANSLATE_NOOP("Errors", "The last place of this half-hour was just taken. Choose another one.")},
    {"queue.state",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This patient was called or passed by somebody else in the meantime. The queue is shown anew.")},

    // The consultation
    {"dosage.unit-mismatch",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The dose's unit does not fit the drug's strength. Use the unit of the strength or count pieces.")},
    {"dosage.frequency-uncountable",
     QT_TRANSLATE_NOOP("Errors",
                       "No number of doses follows from this frequency. Say the quantity, as in =12.")},
    {"dosage.doses-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "Taken when needed: say the most doses, as in x6, or the quantity, as in =12.")},
    {"dosage.single-dose",
     QT_TRANSLATE_NOOP("Errors",
                       "At once is one dose. Leave out the days and the number, or take another frequency.")},
    {"dosage.quantity-unit",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This drug is not counted in %1. Give the quantity in its smallest unit or in packs.")},
    {"dosage.not-positive", QT_TRANSLATE_NOOP("Errors", "Dose and days must be greater than zero.")},
    {"sign.section-missing",
     QT_TRANSLATE_NOOP("Errors", "A required part of the note is empty (%1). Fill it in, then sign.")},
    {"sign.diagnosis-missing", QT_TRANSLATE_NOOP("Errors", "There is no diagnosis. Enter one, then sign.")},
    {"sign.order-text-left",
     QT_TRANSLATE_NOOP("Errors",
                       "The order line still holds text. Finish it with Enter or clear it, then sign.")},
    {"sign.reason-missing",
     QT_TRANSLATE_NOOP("Errors", "A finding on a drug line asks for a reason (%1). Write it, then sign.")},
    {"sign.blocked",
     QT_TRANSLATE_NOOP("Errors", "A drug line is not allowed for this patient (%1). Change it, then sign.")},
    {"sign.sheet-blocked",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A rule refuses the prescription as a whole. The finding at the orders says which; mend it.")},
    {"answer.reason-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "The pharmacist waits for an answer. Say what you changed, or why it stands.")},
    {"allergy.substance-missing",
     QT_TRANSLATE_NOOP("Errors", "Enter the substance the patient is allergic to.")},
    {"allergy.onset",
     QT_TRANSLATE_NOOP("Errors",
                       "The time of the reaction is before birth or in the future (%1). Correct it.")},
    {"allergy.on-record",
     QT_TRANSLATE_NOOP("Errors", "An allergy to %1 is on record already. The list shows it.")},
    {"allergy.in-force",
     QT_TRANSLATE_NOOP("Errors",
                       "An allergy to %1 is on record. Mark it as entered in error first, if it is one.")},
    {"allergy.reason-missing", QT_TRANSLATE_NOOP("Errors", "Say why this allergy was entered in error.")},
    {"allergy.state",
     QT_TRANSLATE_NOOP("Errors", "Somebody marked this entry in the meantime. The list is shown anew.")},
    {"sign.no-template",
     QT_TRANSLATE_NOOP("Errors",
                       "There is no note template. The administrator must restore resources/templates.")},
    {"withdraw.reason-missing",
     QT_TRANSLATE_NOOP("Errors", "Say why it is withdrawn: the pharmacist reads it.")},
    {"prescription.state",
     QT_TRANSLATE_NOOP("Errors", "The prescription is not in the state this needs (%1). It is shown anew.")},
    {"review.note-missing",
     QT_TRANSLATE_NOOP("Errors", "A returned prescription needs a reason for the physician.")},

    // Money and drugs
    {"payment.charges-changed",
     QT_TRANSLATE_NOOP("Errors",
                       "The charges changed in the meantime. They are shown anew; check the total.")},
    {"price.changed",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The price list says another price for %1 by now. Nothing was saved; take the line out "
         "and order it again, or check in again.")},
    {"payment.nothing", QT_TRANSLATE_NOOP("Errors", "There is nothing to pay.")},
    {"payment.too-little", QT_TRANSLATE_NOOP("Errors", "The amount is less than the total.")},
    {"payment.too-much",
     QT_TRANSLATE_NOOP("Errors", "The amount is more than can be given change for. Check it.")},
    {"stock.insufficient",
     QT_TRANSLATE_NOOP(
         "Errors",
         "There is not enough on the shelf (%1). Take another lot or return the prescription.")},
    {"dispense.quantity",
     QT_TRANSLATE_NOOP("Errors",
                       "The lots do not add up to the ordered quantity (%1). Correct the numbers.")},
    {"slot.elsewhere",
     QT_TRANSLATE_NOOP("Errors",
                       "This half-hour belongs to another department or day. Choose one of today's list.")},
    {"dispense.lot",
     QT_TRANSLATE_NOOP("Errors", "A lot belongs to another drug or has expired. Choose another lot.")},
    {"core.money-fraction", QT_TRANSLATE_NOOP("Errors", "An amount has at most two decimals.")},
    {"core.decimal-malformed", QT_TRANSLATE_NOOP("Errors", "This is not a number.")},
    {"core.date-malformed", QT_TRANSLATE_NOOP("Errors", "This is not a date. Write it like 2026-11-22.")},
    {"core.wait-timeout", QT_TRANSLATE_NOOP("Errors", "No answer in time. Try again.")},

    // Pictures
    {"imaging.location-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "The file or folder with the images is not there. Check the path or the disk.")},
    {"imaging.watch-missing",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The watched folder %1 cannot be read. Connect the disk or the share, or change the setting "
         "\"Folder watched for images\"; it is looked at again by itself.")},
    {"imaging.watch-too-many",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The watched folder %1 holds more than 20 000 files and is not read. Have old images moved away, "
         "or attach from it by hand.")},
    {"imaging.no-images",
     QT_TRANSLATE_NOOP("Errors", "There are no DICOM images there. Choose another folder.")},
    {"imaging.study-missing",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The study on record is no longer at its place. Attach it again or ask for the disk.")},
    {"imaging.not-dicom", QT_TRANSLATE_NOOP("Errors", "This is not a DICOM file.")},
    {"imaging.other-patient",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The images name another patient. Compare name and date of birth before you attach them.")},
    {"imaging.other-mrn",
     QT_TRANSLATE_NOOP("Errors",
                       "The number in the images is that of another patient on record. Compare name, sex and "
                       "date of birth before you "
                       "attach them.")},
    {"imaging.other-number",
     QT_TRANSLATE_NOOP("Errors",
                       "The images carry a number that is not this patient's. Check that it is the same "
                       "person before you attach them.")},
    {"imaging.transfer-syntax-unsupported",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Images compressed this way (%1) cannot be shown. Ask radiology for uncompressed ones.")},
    {"imaging.file-missing", QT_TRANSLATE_NOOP("Errors", "The file is not there. Check the path.")},
    {"imaging.file-damaged",
     QT_TRANSLATE_NOOP("Errors", "The DICOM file is damaged (%1). Ask for it to be sent again.")},
    {"imaging.file-not-copied",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A file could not be copied (%1). Nothing was: try again, or attach the images without "
         "it.")},
    {"imaging.file-changed",
     QT_TRANSLATE_NOOP("Errors", "The DICOM file was changed while it was copied. Try again.")},
    {"imaging.decoder-crashed",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The image ended the program that decodes it (%1); nothing else is harmed. Ask for the "
         "image to be sent again.")},
    {"imaging.decoder-answer",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The image made the program that decodes it answer nonsense (%1), which was thrown away. "
         "Ask for the image to be sent again.")},
    {"imaging.decoder-memory",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The image needs more memory than one image may have (%1). Ask radiology for a smaller "
         "one.")},
    {"imaging.decoder-missing",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Images are decoded without the protection of a separate process (%1). Have the program "
         "installed again.")},
    {"imaging.decoder-uncaged",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The process that decodes images is not locked in (%1). Ask IT for a system that can.")},
    {"imaging.no-pixels", QT_TRANSLATE_NOOP("Errors", "This DICOM object holds no image (%1).")},
    {"imaging.kind-not-shown", QT_TRANSLATE_NOOP("Errors", "Objects of this kind are not shown (%1).")},
    {"imaging.no-such-frame", QT_TRANSLATE_NOOP("Errors", "The image has no such picture (%1).")},
    {"imaging.preset-unit", QT_TRANSLATE_NOOP("Errors", "This window is made for values in %1")},
    {"imaging.frames-missing",
     QT_TRANSLATE_NOOP("Errors", "Not all frames of the image are there (%1). Ask for it to be sent again.")},
    {"imaging.frame-too-large",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The picture is too large for this program (%1), whole as it may be. Ask radiology for a smaller "
         "one.")},
    {"imaging.pixels-missing",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Part of the image is missing (%1). Do not read it as a whole; ask for it to be sent again.")},
    {"imaging.pixels-doubtful",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The image is damaged in places (%1). Do not rely on it; ask for it to be sent again.")},
    {"imaging.mapping-unused",
     QT_TRANSLATE_NOOP("Errors",
                       "What the values of this image measure cannot be read from it (%1). They are shown as "
                       "they are stored.")},
    {"imaging.functional-groups-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "What the file says of each frame is missing for this one (%1 have it). Do not "
                       "measure in it; ask for "
                       "it to be sent again.")},
    {"imaging.numbers-rounded",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Some of its values are larger than can be told exactly (%1, more than 2^53): they are "
         "rounded.")},
    {"imaging.palette-missing",
     QT_TRANSLATE_NOOP("Errors", "The colours of the image are missing (%1). Ask for it to be sent again.")},
    {"imaging.colours-not-shown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Some values of this image stand for colours that are missing (%1). It is shown in grey; do not "
         "measure in it.")},
    {"imaging.text-undecodable",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A text is not in the character set that the file declares (%1). Choose another character set.")},
    {"imaging.charset-suspect",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A text is perhaps in another character set than the file declares (%1). Choose the right one if it "
         "reads wrongly.")},
    {"imaging.charset-unknown",
     QT_TRANSLATE_NOOP("Errors", "No character set of images has this name (%1). Choose one of the list.")},
    {"imaging.no-charsets",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Where these images come from, names cannot be read in another way. They stay as they are.")},
    {"imaging.photometric-unsupported",
     QT_TRANSLATE_NOOP("Errors", "Images of this colour model (%1) cannot be shown.")},
    {"imaging.not-hers",
     QT_TRANSLATE_NOOP("Errors",
                       "These images name somebody else. Nothing is written about them in this visit.")},
    {"imaging.nothing-measured", QT_TRANSLATE_NOOP("Errors", "There is nothing to save: measure first.")},
    {"imaging.several-studies",
     QT_TRANSLATE_NOOP("Errors", "The pictures belong to several studies. Save each study by itself.")},
    {"imaging.no-uid",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The image has no identifiers that others could refer to. Nothing is written about it.")},
    {"imaging.not-encoded",
     QT_TRANSLATE_NOOP("Errors", "The object could not be written (%1). Tell the administrator.")},
    {"report.no-content",
     QT_TRANSLATE_NOOP("Errors", "This report has no content. Ask the department that sent it.")},
    {"report.no-document",
     QT_TRANSLATE_NOOP("Errors", "No document is in this file. Ask the department that sent it.")},
    {"report.no-report", QT_TRANSLATE_NOOP("Errors", "This object is no report, waveform or document (%1).")},
    {"report.truncated", QT_TRANSLATE_NOOP("Errors", "The report is too large; its end is not shown (%1).")},
    {"waveform.none", QT_TRANSLATE_NOOP("Errors", "No waveform is in this file.")},
    {"waveform.encoding",
     QT_TRANSLATE_NOOP("Errors", "The waveform is stored in a way that cannot be shown (%1).")},
    {"waveform.truncated",
     QT_TRANSLATE_NOOP("Errors", "The recording is too large; its end is not shown (%1).")},
    {"waveform.samples-missing",
     QT_TRANSLATE_NOOP("Errors", "Part of the waveform is missing (%1 samples are there).")},
    {"presentation.other-image",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The presentation state does not name this image. It is not applied; the image is shown "
         "as it is.")},
    {"presentation.part-of-picture",
     QT_TRANSLATE_NOOP("Errors",
                       "Cut to the part that the presentation state shows; the rest was left out.")},
    {"presentation.not-on-picture",
     QT_TRANSLATE_NOOP("Errors", "Not named by the presentation state, which was therefore not applied.")},
    {"presentation.other-series",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The presentation state names this image in another series. It is not applied; tell the "
         "department that sent it.")},
    {"presentation.no-greys",
     QT_TRANSLATE_NOOP("Errors",
                       "The presentation state is for grey images. It is not applied to this one.")},
    {"presentation.unsupported",
     QT_TRANSLATE_NOOP("Errors", "Presentation states of this kind cannot be applied (%1).")},
    {"presentation.rotation",
     QT_TRANSLATE_NOOP("Errors", "The rotation in the presentation state is no quarter turn (%1).")},
    {"presentation.area",
     QT_TRANSLATE_NOOP("Errors", "A displayed area in the presentation state cannot be read (%1).")},
    {"presentation.not-applied",
     QT_TRANSLATE_NOOP("Errors",
                       "A part of the presentation state is not applied: its author saw more (%1).")},
    {"presentation.graphic-unreadable",
     QT_TRANSLATE_NOOP("Errors", "Some drawings or words of the presentation state cannot be shown (%1).")},
    {"imaging.volume-too-few",
     QT_TRANSLATE_NOOP("Errors",
                       "There are too few slices for planes through them (%1). Read the images themselves.")},
    {"imaging.volume-no-place",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Some images do not say where they lie in the patient (%1). Planes through them would be wrong.")},
    {"imaging.volume-shapes",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The slices differ in size or pixel spacing (%1). Choose a series of one acquisition.")},
    {"imaging.volume-directions",
     QT_TRANSLATE_NOOP("Errors",
                       "The slices lie in different directions (%1). Choose a series without scout images.")},
    {"imaging.volume-duplicates",
     QT_TRANSLATE_NOOP("Errors",
                       "Two slices lie at one place (%1). Choose a series of one phase or one echo.")},
    {"imaging.volume-gap",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Slices are missing (%1). Planes would show what nobody scanned; ask for the whole series.")},
    {"imaging.volume-crooked",
     QT_TRANSLATE_NOOP("Errors",
                       "Slices are shifted against each other (%1). Choose a series of one acquisition.")},
    {"imaging.volume-colour",
     QT_TRANSLATE_NOOP("Errors", "Planes can be made of grey slices only. Choose another series.")},
    {"imaging.volume-too-large",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The series is too large for the memory that planes may take (%1). Choose thicker slices.")},
    {"imaging.volume-no-memory",
     QT_TRANSLATE_NOOP("Errors", "There is not enough memory for the series (%1). Close other programs.")},
    {"imaging.fusion-frame",
     QT_TRANSLATE_NOOP(
         "Errors",
         "PET and CT do not say the same frame of reference. How they lie to each other is not known.")},
    {"imaging.colour-map",
     QT_TRANSLATE_NOOP("Errors", "A colour map cannot be read (%1). Install the program again.")},
    {"imaging.suv-units", QT_TRANSLATE_NOOP("Errors", "No SUV: the values are not in Bq/ml (%1).")},
    {"imaging.suv-type", QT_TRANSLATE_NOOP("Errors", "No SUV by body weight: the values are SUV by %1.")},
    {"imaging.suv-attenuation",
     QT_TRANSLATE_NOOP("Errors", "No SUV: the image is not corrected for attenuation (%1).")},
    {"imaging.suv-decay", QT_TRANSLATE_NOOP("Errors", "No SUV: the image is not corrected for decay (%1).")},
    {"imaging.suv-weight",
     QT_TRANSLATE_NOOP("Errors", "No SUV: the patient's weight is missing or implausible (%1).")},
    {"imaging.suv-dose",
     QT_TRANSLATE_NOOP("Errors", "No SUV: the injected dose is missing or implausible (%1).")},
    {"imaging.suv-half-life", QT_TRANSLATE_NOOP("Errors", "No SUV: the half-life is missing (%1).")},
    {"imaging.suv-injection",
     QT_TRANSLATE_NOOP("Errors",
                       "No SUV: the time of the injection is missing or does not fit the scan (%1).")},
    {"imaging.suv-zone",
     QT_TRANSLATE_NOOP(
         "Errors",
         "No SUV: the time of the injection names a time zone, the time of the scan does not.")},
    {"imaging.suv-scan-time", QT_TRANSLATE_NOOP("Errors", "No SUV: when the scan began is not known (%1).")},
    {"imaging.not-writable",
     QT_TRANSLATE_NOOP("Errors", "The images cannot be written (%1). Check the disk's free space.")},
    {"imaging.object-differs",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Another image bears the same number (%1). The first one stays; ask radiology which is "
         "right.")},
    {"imaging.object-unnamed",
     QT_TRANSLATE_NOOP("Errors",
                       "The DICOM object does not say which it is (%1). Ask for it to be sent again.")},
    {"imaging.uid-mismatch",
     QT_TRANSLATE_NOOP("Errors", "Another image was sent than was asked for (%1). Tell radiology.")},
    {"imaging.store-limit",
     QT_TRANSLATE_NOOP("Errors",
                       "The study is larger than the room for received images (%1). The administrator can "
                       "give it more.")},
    {"deidentify.kind",
     QT_TRANSLATE_NOOP("Errors",
                       "Objects of this kind cannot be anonymised (%1): their content names people itself.")},
    {"deidentify.content",
     QT_TRANSLATE_NOOP("Errors",
                       "The report holds content (%1) that this program does not know how to anonymise.")},
    {"deidentify.document",
     QT_TRANSLATE_NOOP("Errors",
                       "Nobody can tell whether a document (PDF) names the patient. Read it, and ask for "
                       "documents to be taken along as they are.")},
    {"deidentify.document-named", QT_TRANSLATE_NOOP("Errors", "The document names the patient.")},
    {"deidentify.document-kept",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The document went along as it is and is not anonymised. Read it before you pass it on.")},
    {"deidentify.texts-taken",
     QT_TRANSLATE_NOOP("Errors",
                       "What people wrote into it was taken out; codes, numbers and drawings stay.")},
    {"deidentify.pixels-named",
     QT_TRANSLATE_NOOP("Errors",
                       "The compressed picture carries the patient's name in a comment. Blank a rectangle, "
                       "which writes it anew without.")},
    {"deidentify.pixels-kind",
     QT_TRANSLATE_NOOP("Errors",
                       "Pictures of this kind (%1) cannot be blanked. Export without a rectangle.")},
    {"deidentify.pixels-too-large",
     QT_TRANSLATE_NOOP("Errors", "The picture is too large to be blanked (over %1). Export fewer frames.")},
    {"deidentify.rectangle",
     QT_TRANSLATE_NOOP("Errors",
                       "The rectangle %1 (left, top, width, height) does not lie within the picture.")},
    {"deidentify.rectangles-many",
     QT_TRANSLATE_NOOP("Errors",
                       "%1 parts of the picture shall go out black, more than one image can have.")},
    {"deidentify.subject",
     QT_TRANSLATE_NOOP("Errors",
                       "The name for anonymised images has up to 64 Latin letters, digits and blanks.")},
    {"deidentify.burned-in",
     QT_TRANSLATE_NOOP("Errors",
                       "Texts are burnt into the picture. Look at it, and blank them before it goes out.")},
    {"deidentify.burned-in-unknown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The image does not say whether texts are burnt in, as devices of this kind do. Look at it.")},
    {"deidentify.not-blanked",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The picture has another size than the one on which parts were blanked, and went out as it "
         "is. Look at it.")},
    {"deidentify.overlay-in-pixels",
     QT_TRANSLATE_NOOP("Errors",
                       "A drawing lies in unused bits of the pixels and is still there. Blank its place.")},
    {"deidentify.named-elsewhere",
     QT_TRANSLATE_NOOP("Errors", "Other attributes named the patient as well and were emptied: %1.")},
    {"imaging.drop-folder",
     QT_TRANSLATE_NOOP("Errors", "So many files are a folder: drop or copy the folder that holds them.")},
    {"export.no-record",
     QT_TRANSLATE_NOOP("Errors",
                       "It was copied, but the directory of the copy (DICOMDIR) has no place for its kind. "
                       "Who needs it opens the folder itself.")},
    {"export.stopped",
     QT_TRANSLATE_NOOP("Errors",
                       "Stopped, as asked. Nothing of it is left in %1; do it again when it suits.")},
    {"export.picture",
     QT_TRANSLATE_NOOP("Errors", "The picture could not be drawn as a file. Choose the other format.")},
    {"export.folder",
     QT_TRANSLATE_NOOP("Errors",
                       "The folder %1 cannot be made. Choose another place, or ask for the right to write.")},
    {"imaging",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The image cannot be shown (%1). The file is damaged or of a kind this program does not know.")},

    // Archives of images
    {"archive.unreachable",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive cannot be reached (%1). Check its address, the port and the network, then try again.")},
    {"archive.silent",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive does not answer (%1). Try again; if it stays silent, tell the administrator.")},
    {"archive.cut",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The connection to the archive broke off (%1). What has come is kept; try again for the rest.")},
    {"archive.refused",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive refuses this workstation (%1). The administrator compares AE titles, names "
         "and passwords on both sides.")},
    {"archive.certificate",
     QT_TRANSLATE_NOOP("Errors",
                       "The archive could not prove who it is (%1). Nothing was sent; the administrator "
                       "checks the certificates.")},
    {"archive.answer",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive answered with something that cannot be read (%1). Tell the administrator.")},
    {"archive.service-refused",
     QT_TRANSLATE_NOOP("Errors",
                       "The archive does not offer this service (%1). Ask its administrator to switch it on "
                       "for this workstation.")},
    {"archive.store-refused",
     QT_TRANSLATE_NOOP("Errors", "The archive did not take an image (%1). Ask its administrator why.")},
    {"archive.not-sent",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive did not send an image (%1). Try again; if it stays so, ask its administrator.")},
    {"archive.not-committed",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive does not answer for an image (%1). Send it again before it is deleted here.")},
    {"archive.nothing", QT_TRANSLATE_NOOP("Errors", "The archive has no such images. Search again.")},
    {"film.refused",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The film printer refused it (%1). Choose another layout, film or medium, or ask who runs "
         "the printer.")},
    {"film.printer",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The film printer reports a failure (%1). Nothing was sent; see to the printer, then print "
         "again.")},
    {"film.doubtful",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The connection to the film printer broke after the order for a film was sent (%1): it may be "
         "printed or not. Look at the printer before you print it again.")},
    {"film.unreachable",
     QT_TRANSLATE_NOOP("Errors",
                       "The film printer cannot be reached (%1). See that it is switched on, then check its "
                       "address, the port and the network.")},
    {"film.silent",
     QT_TRANSLATE_NOOP("Errors",
                       "The film printer does not answer (%1). Look at the printer; if it stays silent, tell "
                       "the administrator.")},
    {"film.cut",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The connection to the film printer broke off (%1). Print again what is not printed.")},
    {"film.answer",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The film printer answered with something that cannot be read (%1). Tell the administrator.")},
    {"film.certificate",
     QT_TRANSLATE_NOOP("Errors",
                       "The film printer could not prove who it is (%1). Nothing was sent; the administrator "
                       "checks the certificates.")},
    {"film.not-admitted",
     QT_TRANSLATE_NOOP("Errors",
                       "The film printer refuses this workstation (%1). The administrator compares AE titles "
                       "on both sides.")},
    {"film.no-service",
     QT_TRANSLATE_NOOP("Errors",
                       "The printer at this address takes no films from this workstation (%1). Ask its "
                       "administrator to switch it on.")},
    {"film.shape",
     QT_TRANSLATE_NOOP("Errors", "The page has no size that a film could have (%1). Choose another paper.")},
    {"film.unknown",
     QT_TRANSLATE_NOOP("Errors", "No film printer of this name is in the settings. There are: %1.")},
    {"archive.listener",
     QT_TRANSLATE_NOOP("Errors",
                       "Archives cannot call this workstation (%1). Check the setting dicom.listen, and that "
                       "no other program uses the port.")},
    {"archive.tls-file",
     QT_TRANSLATE_NOOP("Errors",
                       "A certificate or key file cannot be used (%1). Check the settings dicom.authorities, "
                       "dicom.certificate and dicom.key.")},
    {"archive.address",
     QT_TRANSLATE_NOOP("Errors",
                       "The address of an archive is wrong (%1). Write it like dicom://TITLE@host:port.")},
    {"archive.title",
     QT_TRANSLATE_NOOP("Errors", "This is no AE title (%1). It has at most 16 letters, digits and signs.")},
    {"archive.unknown",
     QT_TRANSLATE_NOOP("Errors", "No archive of this name is in the settings. There are: %1.")},
    {"archive.character-set",
     QT_TRANSLATE_NOOP("Errors",
                       "The question cannot be written in this character set (%1). Choose GB18030 or ISO_IR "
                       "192 for the archive.")},
    {"archive.field", QT_TRANSLATE_NOOP("Errors", "This cannot be used here: %1. Correct the marked field.")},
    {"archive.field-empty", QT_TRANSLATE_NOOP("Errors", "The marked field is empty. Fill it in.")},
    {"archive.name-taken",
     QT_TRANSLATE_NOOP("Errors", "Another one of this kind is called %1 already. Choose another name.")},
    {"archive.overridden",
     QT_TRANSLATE_NOOP("Errors",
                       "It is stored, but another setting wins at this start (%1). Take that away and start "
                       "again.")},
    {"archive.no-protocol",
     QT_TRANSLATE_NOOP(
         "Errors",
         "No plugin here speaks to archives of this kind. Look at the plugins, then start again.")},
    {"archive.no-find", QT_TRANSLATE_NOOP("Errors", "The archive cannot be searched from this workstation.")},
    {"archive.no-get",
     QT_TRANSLATE_NOOP("Errors", "The archive sends no images over the same connection (C-GET).")},
    {"archive.no-move", QT_TRANSLATE_NOOP("Errors", "The archive does not call back with images (C-MOVE).")},
    {"archive.no-worklist",
     QT_TRANSLATE_NOOP("Errors", "It answers, but has no worklist for this workstation.")},
    {"archive.no-films",
     QT_TRANSLATE_NOOP("Errors", "It answers, but takes no films from this workstation.")},
    {"archive.no-object", QT_TRANSLATE_NOOP("Errors", "A file has no DICOM identity (%1) and was not sent.")},
    {"archive.busy", QT_TRANSLATE_NOOP("Errors", "The archive is busy (%1). Try again in a minute.")},
    {"archive.failed",
     QT_TRANSLATE_NOOP("Errors", "The archive failed at it (%1). Try again, or tell who runs the archive.")},
    {"archive.missing", QT_TRANSLATE_NOOP("Errors", "The archive does not have it (%1). Search again.")},
    {"archive.not-understood",
     QT_TRANSLATE_NOOP("Errors",
                       "The archive does not understand this request (%1). Tell who runs the archive.")},
    {"archive.object",
     QT_TRANSLATE_NOOP(
         "Errors",
         "An object is not a sound DICOM file, or not the one that was asked for (%1). It was not kept.")},
    {"archive.not-stored",
     QT_TRANSLATE_NOOP("Errors",
                       "The archive did not store an image (reason %1). Tell who runs the archive.")},
    {"archive.question",
     QT_TRANSLATE_NOOP("Errors", "The archive cannot be asked this: %1 is not usable. Correct it.")},
    {"archive.setting",
     QT_TRANSLATE_NOOP("Errors", "The setting %1 of an archive is wrong. Correct it in config.toml.")},
    {"archive.secret-in-settings",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A password stands in the settings (%1). Put it into a file of its own and name that.")},
    {"archive.secret-open",
     QT_TRANSLATE_NOOP("Errors",
                       "Others may read the file of a password (%1). Make it readable for its owner only.")},
    {"archive.not-encrypted",
     QT_TRANSLATE_NOOP("Errors",
                       "The connection is not encrypted: use it within this machine or room only.")},
    {"archive.no-metadata",
     QT_TRANSLATE_NOOP("Errors", "The archive gives no metadata: its retrieve service may be switched off.")},
    {"archive.no-store", QT_TRANSLATE_NOOP("Errors", "The archive takes no images from this workstation.")},
    {"archive.no-limit",
     QT_TRANSLATE_NOOP("Errors", "The archive does not limit its answers: search for little at a time.")},
    {"archive.no-instances",
     QT_TRANSLATE_NOOP("Errors",
                       "The archive does not list images one by one: a transfer that was cut begins anew.")},
    {"archive.no-escapes",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive misreads names and numbers with other signs than Latin letters and digits: such "
         "searches are slow and may be incomplete. Ask for an update of the archive.")},
    {"archive.no-unicode",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive does not answer in Unicode: Chinese names may be lost. Ask who runs it to set "
         "its encoding to UTF-8.")},
    {"archive",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The archive could not do it (%1). Try again; if it stays so, tell the administrator.")},
    {"http.url", QT_TRANSLATE_NOOP("Errors", "The address of a server is not usable (%1). Correct it.")},
    {"http.credentials",
     QT_TRANSLATE_NOOP("Errors", "Name or password for a server cannot be sent (%1). Correct them.")},
    {"http.plain-credentials",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A password would go over the network unencrypted (%1). Use an address that begins with https.")},
    {"http.trust-file",
     QT_TRANSLATE_NOOP("Errors",
                       "The file of a certificate or key cannot be read (%1). Correct the setting.")},
    {"http",
     QT_TRANSLATE_NOOP("Errors", "A server could not be asked (%1). Check its address and the network.")},

    // Terminology
    {"import.rejected",
     QT_TRANSLATE_NOOP("Errors",
                       "%1 rows of the file are wrong; nothing was imported. A dry run lists them.")},
    {"import.encoding",
     QT_TRANSLATE_NOOP("Errors", "The file is neither UTF-8 nor GB18030 (row %1). Save it as one of them.")},
    {"import.encoding-mixed",
     QT_TRANSLATE_NOOP(
         "Errors",
         "From row %1 on the file is encoded in another way than above. Save all of it as UTF-8.")},
    {"import.line-too-long",
     QT_TRANSLATE_NOOP("Errors", "The row has more than %1 characters: a line break is missing. Put it in.")},
    {"import.header", QT_TRANSLATE_NOOP("Errors", "The file's first line is not the expected header (%1).")},
    {"import.empty", QT_TRANSLATE_NOOP("Errors", "The file holds no rows.")},
    {"import", QT_TRANSLATE_NOOP("Errors", "A row of the file is wrong (%1).")},

    // A full export and its import
    {"export.exists",
     QT_TRANSLATE_NOOP("Errors",
                       "%1 holds something already. Choose a new folder; an export never overwrites.")},
    {"export.inside-profile",
     QT_TRANSLATE_NOOP("Errors",
                       "An export cannot stand inside the profile (%1). Choose a folder outside it.")},
    {"export.unfinished",
     QT_TRANSLATE_NOOP(
         "Errors",
         "%1 holds no finished export: its manifest is missing. Export again, or copy the whole folder.")},
    {"export.manifest",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The manifest of the export is damaged at %1. Copy the folder again from where it was made.")},
    {"export.format",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The export has a form that this program does not know (%1). Use the program that fits it.")},
    {"export.newer",
     QT_TRANSLATE_NOOP("Errors",
                       "The export was made by a newer program (%1). Install that one, then import.")},
    {"export.many-chains",
     QT_TRANSLATE_NOOP("Errors",
                       "The export is of a server with %1 workstations, each with an audit trail of its own. "
                       "Only a server can take it: import hospital ADDRESS FOLDER.")},
    {"export.table-unknown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The export holds a table that this program does not know (%1). Install the program that made it.")},
    {"export.file-missing",
     QT_TRANSLATE_NOOP("Errors", "A file of the export is missing (%1). Copy the whole folder again.")},
    {"export.changed",
     QT_TRANSLATE_NOOP("Errors",
                       "The export was changed or damaged at %1. Nothing was imported; copy the folder again "
                       "from where it was made.")},
    {"export",
     QT_TRANSLATE_NOOP("Errors",
                       "The export does not fit together (%1). Nothing was imported; export again.")},

    // Tables of a hospital's own data
    {"import.column-missing",
     QT_TRANSLATE_NOOP("Errors", "The first line lacks columns: %1. Take it from the template.")},
    {"import.column-unknown",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The first line holds columns nobody reads: %1. Take them out or correct their names.")},
    {"import.column-double",
     QT_TRANSLATE_NOOP("Errors", "The first line holds a column twice: %1. Take one of them out.")},
    {"import.text",
     QT_TRANSLATE_NOOP("Errors",
                       "The row holds a character that cannot be stored, at position %1. Delete it.")},
    {"import.quote",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A quote is not closed on its line. Close it, or take the line break out of the field.")},
    {"import.field-count",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The row has %1 fields, another number than the first line. Put a text with a comma in "
         "double quotes, or add what is missing.")},
    {"import.missing", QT_TRANSLATE_NOOP("Errors", "Nothing stands under %1. Fill it in.")},
    {"import.duplicate",
     QT_TRANSLATE_NOOP("Errors", "The same stands in row %1 already. Take one of the rows out.")},
    {"import.code",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A code has 1 to 32 letters of the Latin alphabet, digits, dots, hyphens or underscores "
         "(%1). Correct it.")},
    {"import.atc",
     QT_TRANSLATE_NOOP("Errors", "This is no ATC code (%1). Correct it or leave the field empty.")},
    {"import.number",
     QT_TRANSLATE_NOOP("Errors", "This is no whole number, or too small or too large (%1). Correct it.")},
    {"import.price",
     QT_TRANSLATE_NOOP(
         "Errors",
         "This is no price (%1). Write yuan with at most two decimals and no sign, like 10.80.")},
    {"import.quantity",
     QT_TRANSLATE_NOOP("Errors", "This is no quantity (%1). Write number and unit, like 0.25 g.")},
    {"import.date", QT_TRANSLATE_NOOP("Errors", "This is no date (%1). Write it like 2026-11-23.")},
    {"import.time", QT_TRANSLATE_NOOP("Errors", "This is no time of that day (%1). Write it like 08:00.")},
    {"import.time-order",
     QT_TRANSLATE_NOOP("Errors", "The end is not after the start (%1). Correct one of them.")},
    {"import.minutes",
     QT_TRANSLATE_NOOP("Errors",
                       "The time from start to end is no multiple of the minutes (%1). Change one of them.")},
    {"import.unknown",
     QT_TRANSLATE_NOOP("Errors", "This is not known here (%1). Correct it, or import what it names first.")},
    {"import.fixed",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The drug is on record with another %1, and orders refer to it. Give the new product a "
         "code of its own.")},
    {"import.retired",
     QT_TRANSLATE_NOOP("Errors",
                       "This person has left (%1). Take the row out, or open the account again first.")},
    {"import.overlap",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The physician is busy at that time (%1: a row of the file, or a slot on record). Change "
         "one of them.")},
    {"import.places",
     QT_TRANSLATE_NOOP("Errors",
                       "%1 places are taken already. Give at least as many, or move the patients first.")},
    {"import.expired",
     QT_TRANSLATE_NOOP("Errors",
                       "The lot has expired (%1). Correct the day, or take the row out: what has expired is "
                       "no stock.")},
    {"import.lot-exists",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The lot exists with %1 units on hand; an import counts nothing anew. Take the row out.")},
    {"import.lot-expiry",
     QT_TRANSLATE_NOOP("Errors",
                       "The lot is on record with another last day of use, %1. Look at the pack and correct "
                       "the row.")},
    {"import.reason-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "Counting stock in needs a reason, kept in the audit trail. Write it, then import.")},
    {"import.stopped", QT_TRANSLATE_NOOP("Errors", "Stopped. Nothing was imported.")},
    {"hospital.name-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "The name of the hospital is missing. Prints cannot do without it; type it.")},
    {"department.exists",
     QT_TRANSLATE_NOOP("Errors",
                       "The code %1 belongs to a department already. Choose another, or change that one by "
                       "importing a file.")},

    // Patients of other systems
    {"import.too-large", QT_TRANSLATE_NOOP("Errors", "The file is larger than %1. Split it.")},
    {"import.no-patient",
     QT_TRANSLATE_NOOP("Errors", "The file holds no patient, so nothing of it can be imported.")},
    {"import.duplicate-patient",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The file holds one patient twice (%1). Nothing was imported; take one of the entries out.")},
    {"import.known-patient",
     QT_TRANSLATE_NOOP("Errors",
                       "A patient of the file is on record already (%1). Nothing was imported; take the "
                       "entry out and correct the record by hand.")},
    {"fhir.not-a-bundle",
     QT_TRANSLATE_NOOP("Errors", "The file is no FHIR Bundle (%1). Ask the other system for one.")},
    {"fhir.bundle-type",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Bundles of this kind cannot be imported (%1). It must be a collection, a transaction, "
         "a document or a searchset.")},
    {"fhir.patient-incomplete",
     QT_TRANSLATE_NOOP("Errors",
                       "A patient has no name or no full date of birth (%1). Nothing was imported; complete "
                       "the entry or take it out.")},
    {"fhir",
     QT_TRANSLATE_NOOP("Errors",
                       "The FHIR file is wrong at %1. Nothing was imported; ask the other system for a "
                       "correct one.")},

    // Starting
    {"profile.in-use",
     QT_TRANSLATE_NOOP("Errors", "This profile is in use by %1. Close that program, then start again.")},
    {"profile.missing", QT_TRANSLATE_NOOP("Errors", "There is no profile at %1. Check --profile.")},
    {"profile.not-empty",
     QT_TRANSLATE_NOOP("Errors", "This profile holds data already (table %1). Import into a new profile.")},
    {"profile.former-images",
     QT_TRANSLATE_NOOP("Errors",
                       "The list of former image folders cannot be read (%1). Correct the file or remove it; "
                       "images of a profile that was moved are not found without it.")},
    {"profile.folder",
     QT_TRANSLATE_NOOP("Errors",
                       "The profile's folder %1 cannot be made or written. Choose another one or ask for the "
                       "right to write.")},
    {"config.last-good",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The settings file is wrong (%1). The settings of the last good start are used; correct "
         "the file.")},
    {"config.truncated",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The settings file %1 ends in the middle. The settings of the last good start are used; "
         "put the whole file back.")},
    {"config.missing",
     QT_TRANSLATE_NOOP("Errors",
                       "The settings file %1 is gone. The settings of the last good start are used; put it "
                       "back, or take away the .last-good file beside it too.")},
    {"config.override", QT_TRANSLATE_NOOP("Errors", "\"%1\" is no setting. Write --set key=value.")},
    {"config",
     QT_TRANSLATE_NOOP("Errors", "A settings file is wrong at %1. Correct the line, then start again.")},
    {"resources.missing",
     QT_TRANSLATE_NOOP("Errors",
                       "A file of the program is missing (%1). Install it again or set SIMIAO_RESOURCES.")},
    {"resources.shape",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A rules file is wrong at %1. Correct it or restore the one that came with the program.")},
    {"surnames",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The file of surnames is wrong at %1. Correct it or restore the one that came with the program.")},
    {"json",
     QT_TRANSLATE_NOOP(
         "Errors",
         "A JSON file is wrong at %1. Correct it or restore the one that came with the program.")},
    {"demo",
     QT_TRANSLATE_NOOP("Errors",
                       "The demonstration's files do not fit together (%1). Install the program again.")},

    // Rules and templates of the hospital
    {"package.unreadable",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The hospital's own version cannot be used (%1). What the program came with holds instead; the "
         "administrator must put it right under Administration, Rules and templates.")},
    {"package.period",
     QT_TRANSLATE_NOOP(
         "Errors",
         "By its own dates %1 does not hold today. What the program came with holds instead; the "
         "administrator must activate another version under Administration, Rules and templates.")},
    {"package.name-missing",
     QT_TRANSLATE_NOOP("Errors",
                       "The file does not say what it is (%1). Choose in the list what it replaces, or give "
                       "it a member \"name\".")},
    {"package.name-differs",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The file is another one: it says that it is %1. Choose that in the list, or another file.")},
    {"package.name-unknown",
     QT_TRANSLATE_NOOP("Errors", "There is nothing of this name that a file could replace (%1).")},
    {"package.encoding",
     QT_TRANSLATE_NOOP("Errors", "The file is not UTF-8 text (%1). Save it as UTF-8 and try again.")},
    {"package.too-large",
     QT_TRANSLATE_NOOP("Errors", "The file is too large for rules or templates (%1). Choose another one.")},
    {"package.exists",
     QT_TRANSLATE_NOOP("Errors",
                       "Version %1 is there already, with another text. Raise the version in the file.")},
    {"package.shipped",
     QT_TRANSLATE_NOOP("Errors",
                       "This is version %1, which the program came with. There is nothing to install.")},
    {"package.older",
     QT_TRANSLATE_NOOP("Errors",
                       "It is older than %1, which holds now. Raise its version; to go back to an earlier "
                       "one use roll back.")},
    {"package.newer",
     QT_TRANSLATE_NOOP("Errors",
                       "It is newer than %1, which holds now. Activate it instead of rolling back.")},
    {"package.active", QT_TRANSLATE_NOOP("Errors", "Version %1 is active already.")},
    {"package.ended",
     QT_TRANSLATE_NOOP(
         "Errors",
         "By its own dates it held until %1. Renew validTo in the file and raise its version.")},
    {"package.not-yet",
     QT_TRANSLATE_NOOP("Errors", "By its own dates it holds from %1 on. Activate it then.")},
    {"package.reason-missing", QT_TRANSLATE_NOOP("Errors", "Say why: the reason is kept with the version.")},
    {"package.version-unknown",
     QT_TRANSLATE_NOOP("Errors", "There is no such version (%1). The list shows those that are installed.")},
    {"package.shipped-holds", QT_TRANSLATE_NOOP("Errors", "What the program came with holds already (%1).")},

    {"cli.user-missing",
     QT_TRANSLATE_NOOP("Errors", "Say who you are: --user NAME, and the password on standard input.")},

    {"server.clock-behind",
     QT_TRANSLATE_NOOP("Errors",
                       "Not stored: this computer's clock is more than a month behind that of the desk where "
                       "the visit began. "
                       "Set it right and save again.")},
    {"clock.behind",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The computer's clock is behind the latest record (%1). Set it right before you go on: "
         "times of notes, orders and payments would be wrong.")},

    // Plugins
    {"plugin.missing",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The part \"%1\" of the program is not installed. Install it or change the settings.")},
    {"plugin.disabled",
     QT_TRANSLATE_NOOP(
         "Errors",
         "It is switched off. The administrator can switch it on; it counts from the next start on.")},
    {"plugin.switches",
     QT_TRANSLATE_NOOP("Errors",
                       "The list of switched-off plugins is damaged (%1). Whatever can still be read of it "
                       "stays off; look at the plugins and switch them again.")},
    {"plugin.crashed-before",
     QT_TRANSLATE_NOOP(
         "Errors",
         "Left out this time: it took the program down at the last start. The next start tries it again.")},
    {"plugin.not-a-plugin", QT_TRANSLATE_NOOP("Errors", "The file is no plugin: %1. Remove it.")},
    {"plugin.manifest",
     QT_TRANSLATE_NOOP("Errors", "Its description lacks or misspells \"%1\". Install a corrected version.")},
    {"plugin.sdk",
     QT_TRANSLATE_NOOP("Errors",
                       "It was made for another version of the program: %1. Install the one that fits.")},
    {"plugin.kind", QT_TRANSLATE_NOOP("Errors", "It stands in the wrong folder: %1. Move it.")},
    {"plugin.interface",
     QT_TRANSLATE_NOOP("Errors",
                       "The program does not know its interface \"%1\". Install the version that fits.")},
    {"plugin.duplicate",
     QT_TRANSLATE_NOOP("Errors", "The same plugin is installed twice; used is %1. Remove one.")},
    {"plugin.dependency-missing",
     QT_TRANSLATE_NOOP("Errors", "It needs the plugin \"%1\", which is not installed.")},
    {"plugin.dependency-too-old",
     QT_TRANSLATE_NOOP("Errors", "It needs a newer plugin: %1. Update that one.")},
    {"plugin.dependency-incompatible",
     QT_TRANSLATE_NOOP("Errors", "It was made for an older plugin: %1. Update this one.")},
    {"plugin.dependency-refused",
     QT_TRANSLATE_NOOP("Errors", "It needs the plugin \"%1\", which was left out.")},
    {"plugin.cycle",
     QT_TRANSLATE_NOOP("Errors", "These plugins need each other in a circle: %1. Update them.")},
    {"plugin.load", QT_TRANSLATE_NOOP("Errors", "Its library cannot be loaded: %1. Install it again.")},
    {"plugin.threw", QT_TRANSLATE_NOOP("Errors", "It failed while starting: %1. Tell whoever made it.")},
    {"plugin.key-clash", QT_TRANSLATE_NOOP("Errors", "Two plugins want one key: %1. The first has it.")},
    {"plugin.component-missing", QT_TRANSLATE_NOOP("Errors", "It announces \"%1\" and does not offer it.")},
    {"plugin.unknown-key",
     QT_TRANSLATE_NOOP("Errors", "Its description holds \"%1\", which this program does not know.")},
};

constexpr Entry kFallbacks[] = {
    {"Cancelled", QT_TRANSLATE_NOOP("Errors", "Stopped.")},
    {"Invalid", QT_TRANSLATE_NOOP("Errors", "Something entered does not fit (%1). Check it.")},
    {"NotFound", QT_TRANSLATE_NOOP("Errors", "It is not there any more (%1).")},
    {"Conflict", QT_TRANSLATE_NOOP("Errors", "Somebody else was first (%1). Look again before you go on.")},
    {"Forbidden", QT_TRANSLATE_NOOP("Errors", "Your account may not do this (%1). Ask the administrator.")},
    {"Unavailable",
     QT_TRANSLATE_NOOP("Errors", "It cannot be reached now (%1). Nothing is lost; try again.")},
    {"Corrupt", QT_TRANSLATE_NOOP("Errors", "Stored data is damaged (%1). Stop and tell the administrator.")},
    {"Internal",
     QT_TRANSLATE_NOOP(
         "Errors",
         "The program made a mistake (%1). Nothing is lost; tell the administrator what you did.")},
};

template <std::size_t N>
const char *find(const Entry (&entries)[N], const QString &code)
{
    const auto found = std::ranges::find_if(
        entries, [&](const Entry &entry) { return code == QLatin1StringView(entry.code); });
    return found == std::end(entries) ? nullptr : found->text;
}

/// From the most particular entry to the area's.
const char *sentenceFor(const Error &error)
{
    const QString area = error.code.section(QLatin1Char('.'), 0, 0);
    for (const auto &code : {error.code + QLatin1Char(' ') + error.detail, error.code, area}) {
        if (const char *text = find(kEntries, code))
            return text;
    }
    return nullptr;
}

QString filledIn(const char *text, const QString &detail)
{
    const QString sentence = QCoreApplication::translate("Errors", text);
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(detail) : sentence;
}

/// What stands in brackets for a detail goes where there is none: the sentence says it all.
QString withoutDetail(const char *text)
{
    auto sentence = QCoreApplication::translate("Errors", text);
    for (const auto &brackets : {QStringLiteral(" (%1)"), QStringLiteral("（%1）"), QStringLiteral("(%1)")})
        sentence.remove(brackets);
    return sentence;
}

} // namespace

QString errorText(const Error &error)
{
    const char *exact = find(kEntries, error.code);
    if (exact && error.detail.isEmpty()) {
        const auto sentence = withoutDetail(exact);
        return sentence.contains(QLatin1String("%1")) ? sentence.arg(error.code) : sentence;
    }
    if (const char *text = sentenceFor(error))
        return filledIn(text, error.detail.isEmpty() ? error.code : error.detail);
    return filledIn(find(kFallbacks, errorKindName(error.kind)), error.code);
}

} // namespace simiao::sdk
