#include "admin/models/package_work.h"

#include "admin/models/package_files.h"
#include "admin/models/package_words.h"
#include "admin/models/words.h"

#include <QCoroTask>
#include <QFileInfo>
#include <QStandardPaths>

namespace simiao::admin {

using administration::Library;
using workflow::PackageInstallation;

namespace {

QString titleOf(const Library &library)
{
    return library.name + QLatin1Char(' ') + library.release;
}

/// A new name each minute: what was taken out before is not overwritten.
QString exportPath(const Library &library, const Clock &clock)
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QStringLiteral("%1/%2-%3-%4.json").arg(folder, library.name, library.release, Words::stamp(clock));
}

} // namespace

PackageWork::PackageWork(sdk::Desk *desk, PackageShelf *shelf, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_shelf(shelf)
{
}

void PackageWork::check(const QString &path)
{
    if (isRunning() || path.isEmpty())
        return;
    m_candidate.reset();
    begin(tr("Checking"), path);
    QCoro::connect(readPackageFile(path), this, [this, path](const Result<QByteArray> &content) {
        if (content)
            tryContent(path, *content);
        else
            fail(tr("Not read"), content.error());
    });
}

void PackageWork::tryContent(const QString &path, const QByteArray &content)
{
    const auto *kind = m_shelf->kind();
    m_candidate =
        workflow::PackageFile{kind ? kind->name : QString(), content, QFileInfo(path).fileName(), false};
    const auto context = m_desk->context();
    QCoro::connect(workflow::installPackage(context, context.newCommand(), m_desk->reference().packages,
                                            *m_candidate, {}, true),
                   this, [this](const Result<PackageInstallation> &trial) { takeTrial(trial); });
}

void PackageWork::takeTrial(const Result<PackageInstallation> &trial)
{
    if (!trial) {
        m_candidate.reset();
        return fail(tr("Cannot be installed"), trial.error());
    }
    m_isRunning = false;
    if (trial->isStored) {
        m_candidate.reset();
        m_shelf->lookAt(trial->library.release);
        return say(ui::Severity::Note, tr("Installed already"), titleOf(trial->library));
    }
    m_shelf->showCandidate(*trial);
    say(ui::Severity::Note, tr("Can be installed"),
        tr("%1. Look at what would change, give the reason, then install.").arg(titleOf(trial->library)));
    Q_EMIT checked();
}

void PackageWork::forget()
{
    if (isRunning())
        return;
    m_candidate.reset();
    m_notice = {};
    Q_EMIT changed();
}

void PackageWork::install(const QString &reason)
{
    if (isRunning())
        return;
    if (!m_candidate)
        return say(ui::Severity::Warn, tr("Not installed"), tr("Check a file first."));
    const auto file = *m_candidate;
    const auto act = QStringLiteral("install %1 %2").arg(file.place, reason);
    begin(tr("Installing"), file.place);
    QCoro::connect(workflow::installPackage(m_desk->context(), command(act), m_desk->reference().packages,
                                            file, reason, false),
                   this, [this](const Result<PackageInstallation> &installed) { takeInstalled(installed); });
}

void PackageWork::takeInstalled(const Result<PackageInstallation> &installed)
{
    m_command.answered(installed);
    if (!installed)
        return fail(tr("Not installed"), installed.error());
    m_isRunning = false;
    m_candidate.reset();
    m_shelf->lookAt(installed->library.release);
    m_desk->showDone(tr("Installed: %1").arg(titleOf(installed->library)));
    Q_EMIT done();
    say(ui::Severity::Ok, tr("Installed"),
        tr("%1 waits; it holds once it is activated.").arg(titleOf(installed->library)));
}

workflow::PackageChoice PackageWork::choiceOf(const QString &reason) const
{
    const auto row = m_shelf->version();
    if (row < 0)
        return {};
    const auto &line = m_shelf->versions()->at(row);
    return {line.library.name, line.isShipped ? QString() : line.library.release, reason};
}

Uuid PackageWork::command(const QString &act)
{
    return m_command.idFor(act, m_desk->context());
}

void PackageWork::activate(const QString &reason)
{
    const auto choice = choiceOf(reason);
    if (isRunning() || choice.name.isEmpty())
        return;
    if (choice.release.isEmpty()) // what is shipped holds by going back to it
        return rollBack(reason);
    begin(tr("Activating"), choice.name + QLatin1Char(' ') + choice.release);
    const auto act = QStringLiteral("activate %1 %2 %3").arg(choice.name, choice.release, reason);
    QCoro::connect(
        workflow::activatePackage(m_desk->context(), command(act), m_desk->reference().packages, choice),
        this,
        [this](const Result<Library> &active) { takeActive(active, tr("Activated"), tr("Not activated")); });
}

void PackageWork::rollBack(const QString &reason)
{
    const auto choice = choiceOf(reason);
    if (isRunning() || choice.name.isEmpty())
        return;
    begin(tr("Rolling back"), choice.name + QLatin1Char(' ') + choice.release);
    const auto act = QStringLiteral("roll-back %1 %2 %3").arg(choice.name, choice.release, reason);
    QCoro::connect(
        workflow::rollBackPackage(m_desk->context(), command(act), m_desk->reference().packages, choice),
        this, [this](const Result<Library> &active) {
            takeActive(active, tr("Rolled back"), tr("Not rolled back"));
        });
}

void PackageWork::takeActive(const Result<Library> &active, const QString &lead, const QString &refusal)
{
    m_command.answered(active);
    if (!active)
        return fail(refusal, active.error());
    m_isRunning = false;
    const bool isOwn = active->status == administration::PublicationStatus::Active;
    const auto what = isOwn ? titleOf(*active) : tr("%1 as shipped").arg(active->name);
    m_desk->showDone(QStringLiteral("%1: %2").arg(lead, what));
    Q_EMIT done();
    say(ui::Severity::Ok, lead,
        tr("%1 holds from the next check on, also where the program is open.").arg(what));
}

void PackageWork::exportVersion()
{
    const auto row = m_shelf->version();
    if (isRunning() || row < 0)
        return;
    const auto &library = m_shelf->versions()->at(row).library;
    const auto path = exportPath(library, *m_desk->context().clock);
    begin(tr("Exporting"), path);
    QCoro::connect(writePackageFile(path, library.content.toUtf8()), this,
                   [this, path](const Result<void> &written) {
                       if (!written)
                           return fail(tr("Not exported"), written.error());
                       m_isRunning = false;
                       say(ui::Severity::Ok, tr("Exported"), path);
                   });
}

void PackageWork::begin(const QString &lead, const QString &text)
{
    m_isRunning = true;
    say(ui::Severity::Neutral, lead, text);
}

void PackageWork::fail(const QString &lead, const Error &error)
{
    m_isRunning = false;
    m_desk->showError(error);
    say(ui::Severity::Block, lead, sdk::errorText(error));
}

void PackageWork::say(ui::Severity severity, const QString &lead, const QString &text)
{
    m_notice = {severity, lead, text, {}, {}};
    Q_EMIT changed();
}

void PackageWork::retranslate()
{
    if (!isRunning())
        m_notice = {};
    Q_EMIT changed();
}

} // namespace simiao::admin
