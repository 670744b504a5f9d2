#pragma once

#include "core/instant.h"
#include "ui/theme/severity.h"

#include <QString>

#include <optional>

namespace simiao::sdk {

/// Something worth knowing that can wait: it is counted at the top of the window and never takes the focus. Holds no name of
/// a patient: it stays on the screen when the patient has changed.
struct Notification
{
    QString id; ///< stable, such as "outpatient.returned": a later one with the same id takes its place
    ui::Severity severity = ui::Severity::Note;
    QString text;    ///< one sentence in the interface's language; posted again when that changes
    QString command; ///< id of the command that acts on it; empty: there is nothing to do but to know
    /// What it is about, in no language. Posted again with the same one only the words are replaced; with another one it is
    /// news, and is shown again even if it was dismissed.
    QString occasion = {};
    std::optional<Instant> until = {}; ///< then it goes by itself

    bool operator==(const Notification &) const = default;
};

/// Id of what the program itself posts while the last copy of the database is too old: withdrawn by whoever makes one.
inline constexpr QLatin1StringView kBackupOverdue{"shell.backup"};

} // namespace simiao::sdk
