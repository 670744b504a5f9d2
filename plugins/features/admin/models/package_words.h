#pragma once

#include "admin/models/package_lines.h"
#include "core/line_diff.h"
#include "ui/theme/severity.h"

#include <QCoreApplication>

namespace simiao::admin {

/// Versions of rules and templates in the words of the interface's language.
class PackageWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::admin::PackageWords)

public:
    /// "shipped", "own", "cannot be used".
    static QString origin(const PackageLine &line);
    static ui::Severity severityOf(const PackageLine &line);
    /// "active", "waiting", "retired", "shipped".
    static QString status(const VersionLine &line);
    static ui::Severity severityOf(const VersionLine &line);
    /// "2026-11-01 to 2027-10-31", "from 2026-11-01", "without limit".
    static QString period(const std::optional<Date> &from, const std::optional<Date> &to);
    static QString act(administration::LibraryAct act);

    /// "+" and "−": what came and what went, in print and for people who see no colours.
    static QString sign(DiffLine::Kind kind);
    static QString word(DiffLine::Kind kind);
    static std::optional<ui::Severity> severityOf(DiffLine::Kind kind);
    /// "3 lines added, 1 removed".
    static QString count(const DiffCount &count);
    /// "2026-11 (shipped)".
    static QString version(const QString &release, bool isShipped);
};

} // namespace simiao::admin
