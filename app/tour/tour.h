#pragma once

#include "core/json.h"
#include "tour/condition.h"

#include <QSize>

#include <optional>
#include <variant>
#include <vector>

namespace simiao::tour {

/// Types name and password where they are asked for, and waits until the person is in.
struct Login
{
    QString user;
    QString password;
    bool operator==(const Login &) const = default;
};

/// Keys one after another, as "Ctrl+F".
struct Press
{
    QStringList keys;
    bool operator==(const Press &) const = default;
};

/// A text, typed into what has the focus. ${PROFILE} in it stands for the folder of the tour's profile, ${TOUR} for
/// that of the tour's file.
struct Type
{
    QString text;
    bool operator==(const Type &) const = default;
};

/// A property must be so, now (timeoutMs 0) or within a time.
struct Expect
{
    QString object;
    QString property;
    Condition condition;
    int timeoutMs = 0;
    bool operator==(const Expect &) const = default;
};

/// A picture of the window, "<name>.png".
struct Screenshot
{
    QString name;
    bool operator==(const Screenshot &) const = default;
};

/// Closes the program as a person would, and starts it again.
struct Restart
{
    bool operator==(const Restart &) const = default;
};

/// SIGKILL so long after the last key; then starts it again.
struct Kill
{
    int afterMs = 0;
    bool operator==(const Kill &) const = default;
};

/// What a dying disk or a wrong hand does: SIGKILL so long after the last key, then files of the tour's own profile are ruined;
/// then starts it again.
struct Damage
{
    enum class How {
        Overwrite, ///< the first bytes are others, the length stays
        Truncate,  ///< empty
        Remove,
    };

    QStringList files; ///< below the profile
    How how = How::Overwrite;
    int afterMs = 0;
    bool operator==(const Damage &) const = default;
};

/// Words for the reader of the report.
struct Note
{
    QString text;
    bool operator==(const Note &) const = default;
};

/// Reports what has the focus: for writing tours.
struct FocusReport
{
    bool operator==(const FocusReport &) const = default;
};

/// Closes the program, runs `simiao-cli import <kind> <file>` on its profile, and starts it again. When the file is
/// missing, the step is skipped, and so is every step that needs `kind`.
struct Import
{
    QString kind;
    QString file; ///< may hold ${SIMIAO_SHARED}
    QString user;
    QString password;
    bool operator==(const Import &) const = default;
};

using Action =
    std::variant<Login, Press, Type, Expect, Screenshot, Restart, Kill, Damage, Note, FocusReport, Import>;

struct Step
{
    QString verb;  ///< as the file has it
    QString needs; ///< kind of an import without which the step means nothing; may be empty
    Action action;
    bool operator==(const Step &) const = default;
};

/// A scripted use of the program: the keys a person presses and what she must see.
struct Tour
{
    QString title;
    QString language; ///< locale name, e.g. zh_CN
    QSize size;       ///< of the screen, pixels
    QSize beside;     ///< of a second screen to the right, which is called "beside"; not valid: there is none
    /// Local hour at which it is played, whenever that is: the clinic has hours, and the tour needs it open.
    std::optional<int> hour;
    /// False: the profile begins empty, as on a hospital's first day.
    bool isDemo = true;
    std::vector<Step> steps;

    bool operator==(const Tour &) const = default;
};

/// The tour in the language it will be played in. Texts of a step may be objects with a text per language; the file's
/// own `language` counts when `language` is absent. Unknown members are refused: a mistyped one would test nothing.
/// \returns Invalid `tour.file` with the place and what is wrong there in `detail`: "steps[3].expect: …"
Result<Tour> parseTour(const Json &file, const std::optional<QString> &language);

/// "1366x768". \returns Invalid `tour.size`
Result<QSize> parseSize(const QString &text);

} // namespace simiao::tour
