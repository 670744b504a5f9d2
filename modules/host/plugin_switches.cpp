#include "host/plugin_switches.h"

#include "core/log.h"
#include "core/small_file.h"
#include "core/try.h"

namespace simiao::host {

namespace {

/// The file as it reads.
struct Switches
{
    QStringList ids;
    bool isThere = false;
    bool isWhole = true;
};

QByteArray written(const QStringList &ids)
{
    return '#' + QByteArray::number(ids.size()) + '\n' + (ids.join(u'\n') + u'\n').toUtf8();
}

/// A list without its count is one of an older program: what it says is taken.
Switches parse(const QByteArray &bytes)
{
    Switches switches{QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts), true, bytes.endsWith('\n')};
    if (switches.ids.isEmpty() || !switches.ids.front().startsWith(u'#'))
        return switches;
    const QString count = switches.ids.takeFirst().sliced(1);
    switches.isWhole = switches.isWhole && count == QString::number(switches.ids.size());
    return switches;
}

Switches readFrom(Disk &disk, const QString &path)
{
    const auto bytes = readSmallFile(disk, path);
    if (bytes)
        return parse(*bytes);
    const bool isMissing = bytes.error().kind == ErrorKind::NotFound;
    if (!isMissing)
        log::error(bytes.error());
    return {{}, !isMissing, isMissing};
}

} // namespace

PluginSwitches::PluginSwitches(std::shared_ptr<Disk> disk, QString path)
    : m_disk(std::move(disk))
    , m_path(std::move(path))
{
    const auto present = readFrom(*m_disk, m_path);
    m_disabled = present.ids;
    if (present.isThere && present.isWhole)
        return;
    const auto before = readFrom(*m_disk, m_path + QStringLiteral(".previous"));
    m_disabled += before.ids;
    m_disabled.removeDuplicates();
    if (present.isThere || !before.isWhole)
        m_damage = Error{ErrorKind::Corrupt, QStringLiteral("plugin.switches"), m_path};
}

Result<void> PluginSwitches::setEnabled(const QString &id, bool isEnabled)
{
    QStringList disabled = m_disabled;
    disabled.removeAll(id);
    if (!isEnabled)
        disabled.append(id);
    disabled.sort();
    TRY_VOID(AtomicFile(m_disk).write(m_path, written(disabled)));
    m_disabled = disabled;
    m_damage.reset();
    return ok();
}

} // namespace simiao::host
