#include "admin/models/package_shelf.h"

#include "admin/models/package_words.h"
#include "admin/models/words.h"

#include <QCoroTask>
#include <QScopedValueRollback>

namespace simiao::admin {

using administration::Library;

namespace {

/// How a line is named by what looks at it: the shipped one by an empty text.
QString releaseOf(const VersionLine &line)
{
    return line.isShipped ? QString() : line.library.release;
}

QString titleOf(const VersionLine &line)
{
    return PackageWords::version(line.library.release, line.isShipped);
}

} // namespace

PackageShelf::PackageShelf(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_packages(new PackageTableModel(desk, this))
    , m_versions(new VersionTableModel(desk, this))
    , m_difference(new DifferenceModel(this))
    , m_state(new sdk::KnownState(desk, this))
{
    connect(m_state, &sdk::KnownState::changed, this, &PackageShelf::changed);
    connect(m_state, &sdk::KnownState::rereadWanted, this, &PackageShelf::reload);
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<Library>(receipt))
                    reload();
            });
    reload();
}

void PackageShelf::reload()
{
    QCoro::connect(readPackages(m_desk->context()), this,
                   [this](const Result<PackageReading> &read) { take(read); });
}

void PackageShelf::retranslate()
{
    m_packages->refresh();
    m_versions->refresh();
    compare();
    Q_EMIT changed();
}

void PackageShelf::take(const Result<PackageReading> &read)
{
    if (!read)
        return m_state->fail(Words::refusal(read.error(), *m_desk));
    m_read = *read;
    const auto &catalogue = m_desk->reference().packages;
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_packages->replace(packageLines(catalogue, m_read.libraries, today()));
    }
    if (!kind() && !catalogue.empty())
        m_name = catalogue.front().name;
    m_state->take(catalogue.empty() ? ui::ViewState::empty(tr("Nothing can be replaced"),
                                                           tr("This program ships no rules or templates."))
                                    : ui::ViewState::ready());
    showVersions();
}

const workflow::PackageKind *PackageShelf::kind() const
{
    return workflow::kindOf(m_desk->reference().packages, m_name);
}

int PackageShelf::version() const
{
    const auto *line = lineOf(m_release);
    return line ? int(line - m_versions->rows().data()) : -1;
}

const VersionLine *PackageShelf::lineOf(const std::optional<QString> &release) const
{
    const auto &lines = m_versions->rows();
    const auto found = std::ranges::find_if(lines, [&](const VersionLine &line) {
        return release ? releaseOf(line) == *release : line.isInForce;
    });
    return found == lines.end() ? nullptr : &*found;
}

bool PackageShelf::choose(int package)
{
    if (m_isFilling || package < 0 || package >= m_packages->rowCount())
        return false;
    if (m_packages->at(package).name == m_name)
        return false;
    m_name = m_packages->at(package).name;
    m_release.reset();
    m_base.reset();
    showVersions();
    return true;
}

void PackageShelf::look(int version)
{
    if (m_isFilling || version < 0 || version >= m_versions->rowCount() || version == this->version())
        return;
    m_release = releaseOf(m_versions->at(version));
    compare();
    Q_EMIT changed();
}

void PackageShelf::lookAt(const QString &release)
{
    m_release = release;
    compare();
    Q_EMIT changed();
}

void PackageShelf::compareFrom(int version)
{
    if (version < 0 || version >= m_versions->rowCount())
        return;
    m_base = releaseOf(m_versions->at(version));
    compare();
    Q_EMIT changed();
}

void PackageShelf::showCandidate(const workflow::PackageInstallation &candidate)
{
    const auto &library = candidate.library;
    m_name = library.name;
    m_base.reset();
    showVersions();
    show(candidate.difference, PackageWords::version(candidate.before.release, candidate.before.isShipped),
         library.release);
    Q_EMIT changed();
}

void PackageShelf::showVersions()
{
    const QScopedValueRollback filling(m_isFilling, true);
    if (const auto *current = kind())
        m_versions->show(versionLines(*current, m_read.libraries, today()), m_read.names);
    if (m_release && !lineOf(m_release))
        m_release.reset();
    if (m_base && !lineOf(m_base))
        m_base.reset();
    compare();
    Q_EMIT changed();
}

void PackageShelf::compare()
{
    const auto *after = lineOf(m_release);
    const auto *before = lineOf(m_base);
    if (!after || !before) {
        m_difference->replace({});
        m_compared.clear();
    } else {
        show(lineDiff(before->library.content, after->library.content), titleOf(*before), titleOf(*after));
    }
}

void PackageShelf::show(const std::vector<DiffLine> &lines, const QString &before, const QString &after)
{
    const auto count = countOf(lines);
    m_difference->replace(withoutUnchanged(lines));
    m_compared = count == DiffCount()
        ? tr("%1: no difference").arg(after)
        : tr("From %1 to %2 · %3").arg(before, after, PackageWords::count(count));
}

} // namespace simiao::admin
