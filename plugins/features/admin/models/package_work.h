#pragma once

#include "admin/models/package_shelf.h"
#include "admin/models/repeatable_command.h"
#include "ui/widgets/notice_line.h"

namespace simiao::admin {

/// Checking and installing a file, activating a version, going back to one, taking one out: one at a time.
class PackageWork : public QObject
{
    Q_OBJECT

public:
    /// \param shelf  shows what came of it; outlives this
    PackageWork(sdk::Desk *desk, PackageShelf *shelf, QObject *parent = nullptr);

    bool isRunning() const { return m_isRunning; }
    /// What came of the last act; empty before.
    const ui::Notice &notice() const { return m_notice; }
    /// Whether a file was checked and waits to be installed.
    bool hasCandidate() const { return m_candidate.has_value(); }

    /// Reads the file and shows what would change; nothing is stored.
    void check(const QString &path);
    /// Another kind is looked at: a file that was checked for the one before is no longer meant.
    void forget();
    /// Stores the file that was checked. \param reason  why, kept with the version
    void install(const QString &reason);
    /// Makes the version that is looked at the active one.
    void activate(const QString &reason);
    /// Goes back to the version that is looked at.
    void rollBack(const QString &reason);
    /// Writes the version that is looked at into a new file of the person's documents.
    void exportVersion();
    void retranslate();

Q_SIGNALS:
    void changed();
    /// A file was checked and can be installed; the reason is wanted next.
    void checked();
    /// Something was stored; what was typed for it is no longer needed.
    void done();

private:
    void begin(const QString &lead, const QString &text);
    void fail(const QString &lead, const Error &error);
    void say(ui::Severity severity, const QString &lead, const QString &text);
    void tryContent(const QString &path, const QByteArray &content);
    void takeTrial(const Result<workflow::PackageInstallation> &trial);
    void takeInstalled(const Result<workflow::PackageInstallation> &installed);
    void takeActive(const Result<administration::Library> &active,
                    const QString &lead,
                    const QString &refusal);
    workflow::PackageChoice choiceOf(const QString &reason) const;
    Uuid command(const QString &act);

    sdk::Desk *m_desk;
    PackageShelf *m_shelf;
    RepeatableCommand m_command;
    std::optional<workflow::PackageFile> m_candidate;
    ui::Notice m_notice;
    bool m_isRunning = false;
};

} // namespace simiao::admin
