#pragma once

#include "bootstrap/application_graph.h"
#include "core/task.h"

#include <functional>
#include <memory>

namespace simiao::cli {

/// One call of the program, parsed.
struct Invocation
{
    bootstrap::StartOptions start;
    QStringList arguments; ///< after the command's words
    QString folder;        ///< relative names of files are meant from here
    bool isJson = false;
    bool isDryRun = false;
    QString user;
    QString password; ///< of `user`
    QString newPassword;
    QString release;
    QString reason;
    bool isRollBack = false; ///< an older version is meant
    QString name;
    QString nameEn;
    QString title;
    QString roles;
    QString department;
    QString paper;       ///< "148x210", mm
    QString offset;      ///< "1.5,-2", mm
    QString orientation; ///< portrait or landscape
    QString copies;
    QString patient;
    QString act;
    QString size = QStringLiteral("small"); ///< small or full
    int limit = 0;                          ///< 0: the command's own
    QString characterSet;                   ///< in place of what a file declares
    QString frame = QStringLiteral("0");    ///< of an image, from 0
    QString layout;                         ///< "2x3": pictures beside and below each other
    QString window;                         ///< "40,400": centre and width
    QString out;                            ///< file or folder to be written
    bool isCommitted = false;               ///< the archive shall answer for what it was sent
    QString study;                          ///< Study Instance UID
    QString series;                         ///< Series Instance UID
    QString modality;                       ///< DICOM code
    QString from;                           ///< ISO date
    QString to;                             ///< ISO date
    QString caFile;                         ///< PEM: authorities that are believed
    QString subject;                        ///< who the patient is in anonymised images
    bool isKeepingIntervals = false;        ///< dates of anonymised images move together
    QStringList blanked;                    ///< "0,0,512,40": left, top, width, height
    QString person;                         ///< whose a log-in of a server is
    QStringList desks;              ///< workstations a log-in of a server may stand at; any where empty
    bool isProgram = false;         ///< a log-in of a server is no desk's
    bool isTakingDocuments = false; ///< documents go along with anonymised images as they are

    /// `name` as an absolute path.
    QString path(const QString &name) const;
};

/// Exit codes of the program; scripts rely on them.
enum ExitCode {
    Good = 0,
    Usage = 1,
    Refused = 2, ///< input refused, or a check failed
    Unreachable = 3,
    Forbidden = 4,
};

/// Which exit code an error is.
int exitCodeOf(const Error &error);

/// Where the words of a command go: the terminal, or whoever asked through the socket.
class Console
{
public:
    virtual ~Console() = default;
    virtual void out(const QByteArray &bytes) = 0;
    virtual void err(const QByteArray &bytes) = 0;
};

using GraphPointer = std::shared_ptr<const bootstrap::ApplicationGraph>;
/// Opens the graph, or hands out the one that runs already.
using GraphSource = std::function<Result<GraphPointer>(const bootstrap::StartOptions &)>;

/// All a command needs: what was asked, the graph, and where to answer.
struct Call
{
    Invocation invocation;
    GraphSource source;
    std::shared_ptr<Console> console;

    Result<GraphPointer> graph() const { return source(invocation.start); }

    /// One JSON document and a newline on stdout.
    void print(const Json &json) const;
    /// Text for people on stdout.
    void printText(const QString &text) const;
    /// A line on stderr.
    void say(const QString &text) const;
    /// What is said when a signal has come and what was made is being taken back.
    std::function<void()> sayStopping() const;
    /// {"ok": false, "kind", "code", "detail", "text"} on stdout, the sentence on stderr. \returns the exit code
    int fail(const Error &error) const;
};

/// What stands behind the words of a command.
using Run = Task<int> (*)(Call call);

/// Whom a command may meet.
enum class Reach {
    NoStore,   ///< opens nothing
    Shared,    ///< runs inside the workstation that has the profile open, else opens it
    Exclusive, ///< replaces what a workstation has open, so none may run
};

/// A command and what its help says.
struct Command
{
    QString words;     ///< "audit verify"
    QString arguments; ///< "FILE"
    QString summary;
    Run run = nullptr;
    int argumentCount = 0;
    Reach reach = Reach::Shared;
    bool drawsText = false; ///< needs fonts, so a program that could show windows
};

} // namespace simiao::cli
